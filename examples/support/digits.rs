//! The 8x8 digits: reads the compressed table, one image and its class per line.

use std::{error::Error, fs::File, path::Path};

use autograd::tensor::Generator;
use flate2::read::GzDecoder;

pub(crate) const PIXELS: usize = 64;
pub(crate) const CLASSES: usize = 10;

/// Images and their classes.
pub(crate) struct Digits {
    /// Row after row, image after image, between 0 and 1.
    pub(crate) images: Vec<f64>,
    pub(crate) labels: Vec<usize>,
}

impl Digits {
    /// The number of images.
    pub(crate) fn len(&self) -> usize {
        self.labels.len()
    }

    /// The images with these numbers.
    pub(crate) fn select(&self, numbers: &[usize]) -> Self {
        let images = numbers.iter().flat_map(|&n| self.images[n * PIXELS..][..PIXELS].iter().copied()).collect();
        Self { images, labels: numbers.iter().map(|&n| self.labels[n]).collect() }
    }

    /// The images moved by -1, 0 or 1 pixels down and to the right; what comes in at the border is empty.
    pub(crate) fn moved(&self, generator: &mut Generator) -> Self {
        let mut images = vec![0.0; self.images.len()];
        for (from, to) in self.images.chunks(PIXELS).zip(images.chunks_mut(PIXELS)) {
            let [down, right] = [(); 2].map(|()| (3.0 * generator.uniform()) as usize);
            for (row, column) in (0..PIXELS).map(|pixel| (pixel / 8, pixel % 8)) {
                // In 1..=8 lies the image, around it its border.
                let source = (row + 2 - down, column + 2 - right);
                if (1..=8).contains(&source.0) && (1..=8).contains(&source.1) {
                    to[row * 8 + column] = from[(source.0 - 1) * 8 + source.1 - 1];
                }
            }
        }
        Self { images, labels: self.labels.clone() }
    }

    /// Four fifths for training, and every fifth image held out.
    pub(crate) fn split(&self) -> (Self, Self) {
        let (held_out, training): (Vec<usize>, Vec<usize>) = (0..self.len()).partition(|n| n % 5 == 4);
        (self.select(&training), self.select(&held_out))
    }
}

/// Reads a file of lines with 64 pixels from 0 to 16 and a class from 0 to 9, compressed by gzip.
pub(crate) fn read(path: &Path) -> Result<Digits, Box<dyn Error>> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(GzDecoder::new(file));
    let mut digits = Digits { images: Vec::new(), labels: Vec::new() };
    for (line, record) in (1..).zip(reader.records()) {
        let record = record.map_err(|error| format!("{}: {error}", path.display()))?;
        let wrong = |what: &str| format!("{}, line {line}: {what}", path.display());
        let values: Vec<u8> = record
            .iter()
            .map(str::parse)
            .collect::<Result<_, _>>()
            .map_err(|error| wrong(&format!("a value is not a small whole number: {error}")))?;
        match values.split_last() {
            Some((&label, pixels))
                if pixels.len() == PIXELS
                    && usize::from(label) < CLASSES
                    && pixels.iter().all(|&pixel| pixel <= 16) =>
            {
                digits.images.extend(pixels.iter().map(|&pixel| f64::from(pixel) / 16.0));
                digits.labels.push(label.into());
            }
            _ => return Err(wrong("there are not 64 pixels from 0 to 16 and a class from 0 to 9").into()),
        }
    }
    Ok(digits)
}
