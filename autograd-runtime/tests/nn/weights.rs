//! Weights in files: PyTorch's names and layouts, conversions, refusals that change nothing.

use std::collections::BTreeMap;
use std::fs;

use autograd_runtime::nn::{
    self, BatchNorm2d, Conv2d, Layer, Linear, LoadOptions, Module, Sequential, StateError, Visitor,
};
use autograd_runtime::tensor::{Element, Tensor};
use tempfile::tempdir;

fn model<T: Element>() -> Sequential<T> {
    Sequential::new().named("conv", Conv2d::new(1, 2, [1, 2])).named("bn", BatchNorm2d::new(2))
}

/// Every number a model saves but the counters, as bits.
fn bits<T: Element>(model: &dyn Module<T>) -> Vec<u64> {
    let tensors = model.named_parameters().into_iter().chain(model.named_buffers());
    tensors.flat_map(|(_, tensor)| tensor.to_vec()).map(|x| x.to_number().to_bits()).collect()
}

/// A safetensors file put together by hand.
fn file(entries: &[(&str, &str, &[usize], Vec<u8>)]) -> Vec<u8> {
    let (mut header, mut data) = (BTreeMap::new(), Vec::new());
    for (name, dtype, shape, bytes) in entries {
        let offsets = [data.len(), data.len() + bytes.len()];
        data.extend(bytes);
        header.insert(*name, serde_json::json!({ "dtype": dtype, "shape": shape, "data_offsets": offsets }));
    }
    let header = serde_json::to_string(&header).expect("a header");
    [&(header.len() as u64).to_le_bytes()[..], header.as_bytes(), &data].concat()
}

fn f32s(values: &[f32]) -> Vec<u8> {
    values.iter().flat_map(|x| x.to_le_bytes()).collect()
}

/// What PyTorch would write for [`model`] in single precision.
fn from_pytorch() -> Vec<(&'static str, &'static str, &'static [usize], Vec<u8>)> {
    vec![
        ("bn.bias", "F32", &[2], f32s(&[0.5, -0.5])),
        ("bn.num_batches_tracked", "I64", &[], 7_i64.to_le_bytes().to_vec()),
        ("bn.running_mean", "F32", &[2], f32s(&[0.25, 0.75])),
        ("bn.running_var", "F32", &[2], f32s(&[1.5, 2.5])),
        ("bn.weight", "F32", &[2], f32s(&[1.25, 0.1])),
        ("conv.bias", "F32", &[2], f32s(&[3.0, 4.0])),
        ("conv.weight", "F32", &[2, 1, 1, 2], f32s(&[1.0, 2.0, -1.0, 0.5])),
    ]
}

#[test]
fn weights_from_pytorch_are_loaded_in_either_precision() {
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("model.safetensors");
    fs::write(&path, file(&from_pytorch())).expect("written");
    let (single, double) = (model::<f32>(), model::<f64>());
    nn::load(&single, &path).and_then(|()| nn::load(&double, &path)).expect("the file fits");
    assert_eq!(bits(&single), bits(&double), "both hold the same numbers");
    assert_eq!(single.parameters()[0].to_vec(), [1.0, 2.0, -1.0, 0.5]);
    assert_eq!(double.parameters()[2].to_vec(), [1.25, f64::from(0.1_f32)]);
    single.eval();
    let y = single.forward(&Tensor::ones([1, 1, 1, 2])).to_vec();
    // Channel 0: (1 + 2 + 3 - 0.25) / √1.5 · 1.25 + 0.5
    assert!((f64::from(y[0]) - (5.75 / 1.50001_f64.sqrt() * 1.25 + 0.5)).abs() < 1e-5, "{y:?}");

    // Saved again it is a file with the same entries.
    nn::save(&single, &path).expect("saved");
    let saved = fs::read(&path).expect("a file");
    let tensors = safetensors::SafeTensors::deserialize(&saved).expect("a safetensors file");
    for (name, dtype, shape, bytes) in from_pytorch() {
        let tensor = tensors.tensor(name).expect("the same names");
        assert_eq!(format!("{:?}", tensor.dtype()), dtype, "{name}");
        assert_eq!((tensor.shape(), tensor.data()), (shape, &bytes[..]), "{name}");
    }
    assert_eq!(tensors.len(), 7);
    let length = u64::from_le_bytes(*saved.first_chunk().expect("eight bytes")) as usize;
    let header: serde_json::Value = serde_json::from_slice(&saved[8..8 + length]).expect("a header");
    assert_eq!(header["__metadata__"]["format"], "pt");
}

#[test]
fn half_precision_is_widened_exactly() {
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("half.safetensors");
    // 1, -2, the largest f16, the smallest subnormal f16; 1, -2, 3.140625 and 2¹²⁰ in bfloat16.
    let f16s: Vec<u8> = [0x3c00_u16, 0xc000, 0x7bff, 0x0001].iter().flat_map(|b| b.to_le_bytes()).collect();
    let bf16s: Vec<u8> = [0x3f80_u16, 0xc000, 0x4049, 0x7b80].iter().flat_map(|b| b.to_le_bytes()).collect();
    let model = Sequential::<f64>::new().named("a", Linear::without_bias(2, 2)).named("b", Linear::without_bias(4, 1));
    fs::write(&path, file(&[("a.weight", "F16", &[2, 2], f16s), ("b.weight", "BF16", &[1, 4], bf16s)]))
        .expect("written");
    nn::load(&model, &path).expect("the file fits");
    assert_eq!(model.parameters()[0].to_vec(), [1.0, -2.0, 65504.0, 2.0_f64.powi(-24)]);
    assert_eq!(model.parameters()[1].to_vec(), [1.0, -2.0, 3.140625, 2.0_f64.powi(120)]);
}

#[test]
fn every_bit_survives_a_file() {
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("model.safetensors");
    let odd = [f64::NAN, f64::INFINITY, -0.0, f64::MIN_POSITIVE / 8.0, 0.1, f64::MAX];
    let written = Linear::<f64> { weight: Tensor::from_vec(odd.to_vec(), [2, 3]).t(), bias: None };
    nn::save(&written, &path).expect("saved");
    let read = Linear::<f64> { weight: Tensor::zeros([2, 3]).t().detach().requires_grad_(true), bias: None };
    nn::load(&read, &path).expect("loaded");
    assert_eq!(bits(&read), bits(&written), "transposed storage is read and written in order");
    assert!(read.weight.requires_grad() && read.weight.is_leaf());
    let empty = Linear::<f64>::new(0, 3);
    nn::save(&empty, &path).and_then(|()| nn::load(&Linear::<f64>::new(0, 3), &path)).expect("no elements");
}

/// The refusal of a file by a model, which must be as it was.
fn refused(bytes: &[u8]) -> StateError {
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("file");
    fs::write(&path, bytes).expect("written");
    let model = model::<f32>();
    let before = bits(&model);
    let error = nn::load(&model, &path).expect_err("the file does not fit");
    assert_eq!(bits(&model), before, "{error}");
    error
}

#[test]
fn what_does_not_fit_is_refused_by_name() {
    let change = |at: usize, entry| {
        let mut entries = from_pytorch();
        entries[at] = entry;
        refused(&file(&entries)).to_string()
    };
    let error = change(6, ("conv.weight", "F32", &[2, 1, 2, 1], f32s(&[0.0; 4])));
    let expected = "size mismatch for conv.weight: copying a param with shape torch.Size([2, 1, 2, 1]) from checkpoint, \
                    the shape in current model is torch.Size([2, 1, 1, 2]).";
    assert!(error.ends_with(expected), "{error}");
    let error = change(0, ("bn.shift", "F32", &[2], f32s(&[0.0; 2])));
    let expected = "Error(s) in loading state_dict: Missing key(s) in state_dict: \"bn.bias\"; Unexpected key(s) in \
                    state_dict: \"bn.shift\"";
    assert!(error.ends_with(expected), "{error}");
    let error = change(4, ("bn.weight", "I32", &[2], f32s(&[0.0; 2])));
    assert!(error.contains("type mismatch for bn.weight: the file holds I32"), "{error}");
    let error = change(1, ("bn.num_batches_tracked", "F64", &[], vec![0; 8]));
    assert!(error.contains("type mismatch for bn.num_batches_tracked: the file holds F64, the model int64"), "{error}");
}

#[test]
fn a_file_cut_off_anywhere_is_refused_by_name() {
    let (names, whole) = (from_pytorch(), file(&from_pytorch()));
    let header = whole.len() - names.iter().map(|(.., bytes)| bytes.len()).sum::<usize>();
    for length in (0..whole.len()).step_by(3) {
        let error = refused(&whole[..length]);
        let StateError::Damaged { parameter, reason, .. } = &error else { panic!("{error}") };
        // The entry that begins at or before the cut and is not whole.
        let mut end = header;
        let cut = names.iter().find(|(.., bytes)| {
            end += bytes.len();
            end > length
        });
        let expected = if length < header { "conv.weight" } else { cut.expect("one is cut").0 };
        assert_eq!(parameter, expected, "cut off after {length} bytes: {reason}");
    }
    let error = refused(&[&whole[..], &[0; 3]].concat()).to_string();
    assert!(error.ends_with("is damaged at `conv.weight`: 3 bytes follow, which no entry accounts for"), "{error}");
}

#[test]
fn damaged_headers_and_absurd_sizes_are_refused() {
    let header = |text: &str| [&(text.len() as u64).to_le_bytes()[..], text.as_bytes()].concat();
    let huge = r#"{"conv.weight":{"dtype":"F32","shape":[4294967296,4294967296,4294967296],"data_offsets":[0,16]}}"#;
    let overlapping = r#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}"#;
    let cases = [
        Vec::new(),
        b"not a safetensors file at all".to_vec(),
        u64::MAX.to_le_bytes().to_vec(),
        header("{"),
        header("[]"),
        header(huge),
        header(overlapping),
        header(r#"{"conv.weight":{"dtype":"F31","shape":[],"data_offsets":[0,0]}}"#),
    ];
    for case in cases {
        let error = refused(&case);
        assert!(matches!(&error, StateError::Damaged { parameter, .. } if parameter == "conv.weight"), "{error}");
    }
    assert!(
        refused(&header("{}")).to_string().contains("Missing key(s) in state_dict: \"conv.weight\", \"conv.bias\"")
    );
    let missing = nn::load(&model::<f32>(), "no/such/file").expect_err("no file").to_string();
    assert!(missing.starts_with("no/such/file: "), "{missing}");
}

#[test]
fn options_allow_names_that_only_one_side_has() {
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("model.safetensors");
    let body = || Linear::<f64>::new(2, 3);
    let old = Sequential::new().named("body", body()).named("head", Linear::new(3, 2));
    nn::save(&old, &path).expect("saved");
    let new = Sequential::new().named("body", body()).named("top", Linear::new(3, 5));
    let top = new.parameters()[2].to_vec();
    let unmatched = nn::load_with(&new, &path, LoadOptions { strict: false }).expect("the body fits");
    assert_eq!(unmatched.missing, ["top.weight", "top.bias"]);
    assert_eq!(unmatched.unexpected, ["head.bias", "head.weight"]);
    assert_eq!(new.parameters()[0].to_vec(), old.parameters()[0].to_vec());
    assert_eq!(new.parameters()[2].to_vec(), top);
    let wide = Sequential::new().named("body", body()).named("head", Linear::new(3, 4));
    let error = nn::load_with(&wide, &path, LoadOptions { strict: false }).expect_err("another shape").to_string();
    assert!(
        error.contains("size mismatch for head.weight") && error.contains("size mismatch for head.bias"),
        "{error}"
    );

    // Files from before batches were counted lack the counter.
    let mut entries = from_pytorch();
    entries.remove(1);
    fs::write(&path, file(&entries)).expect("written");
    nn::load(&model::<f32>(), &path).expect("the counter may be missing");
}

/// Two parts under one name.
struct Twins(Linear<f64>, Linear<f64>);

impl Module<f64> for Twins {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, f64>) {
        visitor.module("twin", &self.0).module("twin", &self.1);
    }
}

#[test]
fn saving_is_all_or_nothing() {
    let folder = tempdir().expect("a folder");
    let list = || {
        fs::read_dir(folder.path())
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name())
            .collect::<Vec<_>>()
    };
    let path = folder.path().join("model.safetensors");
    let first = model::<f32>();
    nn::save(&first, &path).expect("saved");
    assert_eq!(list(), ["model.safetensors"], "nothing else is left behind");
    nn::save(&model::<f32>(), &path).expect("saved over the first");
    assert_eq!(list(), ["model.safetensors"]);

    let twins = Twins(Linear::new(1, 1), Linear::new(1, 1));
    let before = fs::read(&path).expect("a file");
    let error = nn::save(&twins, &path).expect_err("two parts have one name").to_string();
    assert_eq!(error, "the name `twin.weight` belongs to two parts of the model");
    assert_eq!(fs::read(&path).expect("a file"), before);

    // A folder cannot be replaced by a file: the temporary file goes away again.
    let occupied = folder.path().join("occupied");
    fs::create_dir(&occupied).expect("a folder");
    assert!(matches!(nn::save(&first, &occupied), Err(StateError::Io { .. })));
    assert_eq!(list().len(), 2);
    assert!(matches!(nn::save(&first, folder.path().join("no/such/folder/model")), Err(StateError::Io { .. })));
}

#[cfg(unix)]
#[test]
fn a_saved_file_has_ordinary_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempdir().expect("a folder");
    let (ours, ordinary) = (folder.path().join("ours"), folder.path().join("ordinary"));
    nn::save(&Linear::<f32>::new(1, 1), &ours).expect("saved");
    fs::write(&ordinary, "").expect("written");
    let mode = |path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode(ours), mode(ordinary));
}
