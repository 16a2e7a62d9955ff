//! The digits example: both engines compute the same gradient and learn to read.

use std::path::Path;

use autograd::{
    nn::{Layer, Module},
    tensor::{Generator, Tensor},
};

#[allow(dead_code, reason = "an example is a program; its `main` and its plot are not run here")]
#[path = "../examples/digits.rs"]
mod example;

use example::{digits, dynamic, network};

fn data() -> digits::Digits {
    digits::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data/digits.csv.gz")).unwrap()
}

#[test]
fn the_data_is_the_published_one() {
    let data = data();
    assert_eq!((data.len(), data.images.len()), (1797, 1797 * 64));
    assert_eq!(data.labels[..10], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let mut counts = [0; 10];
    data.labels.iter().for_each(|&label| counts[label] += 1);
    assert_eq!(counts, [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
    let (training, held_out) = data.split();
    assert_eq!((training.len(), held_out.len()), (1438, 359));
}

#[test]
fn images_move_by_up_to_a_pixel() {
    let image = |at: usize| (0..64).map(|pixel| f64::from(u8::from(pixel == at))).collect::<Vec<_>>();
    let data = digits::Digits { images: image(9), labels: vec![3] };
    let mut generator = Generator::seeded(4);
    let mut places: Vec<usize> = (0..200)
        .map(|_| data.moved(&mut generator).images.iter().position(|&pixel| pixel == 1.0).expect("it stays inside"))
        .collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places, [0, 1, 2, 8, 9, 10, 16, 17, 18]);
    let data = digits::Digits { images: image(63), labels: vec![3] };
    let kept = (0..200).filter(|_| data.moved(&mut generator).images.contains(&1.0)).count();
    assert!((60..120).contains(&kept), "four of nine moves keep a corner: {kept} of 200");
}

#[test]
fn both_engines_have_the_same_gradient() {
    let data = data();
    for seed in 0..3 {
        let mut weights = network::Weights::random(seed);
        // Away from the beginning, where all scores are alike.
        weights.w1.iter_mut().chain(&mut weights.w2).for_each(|w| *w *= 3.0);
        let batch = example::batches(&data, seed as usize).swap_remove(0);
        let (value, d_weights) = network::loss_and_gradient(&weights, &batch.images, &batch.labels);

        let model = dynamic::network(&weights);
        let (images, labels) = dynamic::tensors(&batch);
        let loss = model.forward(&images).cross_entropy(&labels);
        loss.backward();
        assert!((loss.item() - value).abs() < 1e-12 * value, "{} {value}", loss.item());
        let parameters: Vec<Tensor<f64>> = model.parameters();
        for (ours, theirs) in [&d_weights.w1, &d_weights.b1, &d_weights.w2, &d_weights.b2].into_iter().zip(parameters) {
            let theirs = theirs.grad().unwrap();
            // A layer's weights lie output by output, the compiled ones input by input.
            let theirs = if theirs.dim() == 2 { theirs.t() } else { theirs }.to_vec();
            assert_eq!(ours.len(), theirs.len());
            let largest = theirs.iter().fold(0.0, |m: f64, d| m.max(d.abs()));
            assert!(largest > 1e-3);
            for (a, b) in ours.iter().zip(&theirs) {
                assert!((a - b).abs() <= 1e-10 * largest, "{a} {b}");
            }
        }
    }
}

#[test]
fn a_few_epochs_read_most_digits() {
    let (training, held_out) = data().split();
    let (weights, losses) = example::train_compiled(&training, 10).unwrap();
    let compiled = network::accuracy(&weights, &held_out.images, &held_out.labels);
    assert!(compiled > 0.85, "{compiled}");
    let (model, dynamic_losses) = example::train_dynamic(&training, 10).unwrap();
    let accuracy = dynamic::accuracy(&model, &held_out);
    assert!(accuracy > 0.85, "{accuracy}");
    // The runs are the same but for rounding.
    for (a, b) in losses.iter().zip(&dynamic_losses) {
        assert!((a - b).abs() < 1e-6, "{a} {b}");
    }
}

#[test]
fn files_that_are_no_digits_are_refused() {
    let path = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("digits.csv.gz");
    let write = |text: &str| {
        let mut file =
            flate2::write::GzEncoder::new(std::fs::File::create(&path).unwrap(), flate2::Compression::fast());
        std::io::Write::write_all(&mut file, text.as_bytes()).unwrap();
        file.finish().unwrap();
        digits::read(&path).err().expect("this file should be refused").to_string()
    };
    let line = |pixel: &str, label: &str| format!("{}{label}\n", format!("{pixel},").repeat(64));
    let error = write(&(line("16", "9") + &line("17", "9")));
    assert!(error.ends_with("line 2: there are not 64 pixels from 0 to 16 and a class from 0 to 9"), "{error}");
    assert!(write(&line("1", "10")).contains("line 1"));
    assert!(write("1,2,3\n").contains("line 1"));
    assert!(write(&line("x", "1")).contains("is not a small whole number"));
    std::fs::write(&path, "no gzip").unwrap();
    assert!(digits::read(&path).is_err());
}
