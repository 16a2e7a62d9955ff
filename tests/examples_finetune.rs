//! The fine-tuning example trains the head and nothing else.

use std::{collections::BTreeMap, fs, path::Path};

use autograd::{nn::Module, tensor::Generator};

#[allow(dead_code, reason = "an example is a program; its `main` and its plot are not run here")]
#[path = "../examples/finetune.rs"]
mod finetune;

use finetune::digits;

#[test]
fn the_head_learns_and_the_body_is_frozen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("random.safetensors");
    finetune::write_random_weights(&path).unwrap();
    let model = finetune::load(&path).unwrap();
    let state = || -> BTreeMap<String, Vec<f32>> {
        let all = model.named_parameters().into_iter().chain(model.named_buffers());
        all.map(|(name, tensor)| (name, tensor.to_vec())).collect()
    };
    let before = state();
    assert_eq!(before.len(), 62 + 40);
    assert_eq!(before["fc.weight"].len(), 10 * 512);

    let data = digits::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data/digits.csv.gz")).unwrap();
    let data = data.select(&(0..16).collect::<Vec<_>>());
    let losses = finetune::train(&model, &data, 8, &mut Generator::seeded(5)).unwrap();
    assert_eq!(losses.len(), 8);
    assert!(losses[7] < losses[0] - 0.1, "{losses:?}");

    let after = state();
    for (name, values) in &before {
        assert_eq!(values != &after[name], name.starts_with("fc."), "{name}");
    }
}

#[test]
fn another_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cut.safetensors");
    finetune::write_random_weights(&path).unwrap();
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let error = finetune::load(&path).err().expect("half a file").to_string();
    assert!(error.contains("is damaged at `") && error.contains(".weight`"), "{error}");
}

#[test]
fn crops_are_parts_of_the_enlarged_digit() {
    let images = (0..64).map(|pixel| f64::from(pixel) / 64.0).collect();
    let data = digits::Digits { images, labels: vec![0] };
    let mut generator = Generator::seeded(1);
    for _ in 0..20 {
        let crop = finetune::crops(&data, &mut generator);
        assert_eq!(crop.shape(), [1, 3, 64, 64]);
        let values = crop.to_vec();
        let grey = |i: usize, mean, deviation| values[i] * deviation + mean;
        let red: Vec<f32> = (0..4096).map(|i| grey(i, 0.485, 0.229)).collect();
        assert!((0..4096).all(|i| (grey(8192 + i, 0.406, 0.225) - red[i]).abs() < 1e-5));
        // The centre of the crop is within four pixels of the centre of the image.
        let pixel = (red[32 * 64 + 32] * 64.0).round() as usize;
        assert!((3..=4).contains(&(pixel / 8)) && (3..=4).contains(&(pixel % 8)), "{pixel}");
    }
}
