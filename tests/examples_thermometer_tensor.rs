//! The numbers of the thermometer example with the dynamic tensor are those of the macro's version.

use std::path::Path;

use autograd::optim::{Adam, Sgd};

#[allow(dead_code, reason = "an example is a program; its `main` and its plot are not run here")]
#[path = "../examples/thermometer_tensor.rs"]
mod thermometer_tensor;

use thermometer_tensor::{read, train};

#[test]
fn sgd_prints_the_table_of_the_compiled_version() {
    let (t_c, t_u) = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data/thermometer.csv")).unwrap();
    let fit = train(Sgd { lr: 1e-2, ..Sgd::default() }, &(&t_u * 0.1), &t_c, 5000).unwrap();
    let table: Vec<String> = (500..=5000).step_by(500).map(|epoch| format!("{:.4}", fit.losses[epoch - 1])).collect();
    assert_eq!(table.join(" "), "7.8601 3.8285 3.0922 2.9577 2.9331 2.9286 2.9278 2.9277 2.9277 2.9276");
    assert_eq!((format!("{:.4}", fit.w), format!("{:.4}", fit.b)), ("5.3671".to_string(), "-17.3012".to_string()));
}

#[test]
fn adam_finds_the_same_line_without_scaled_readings() {
    let (t_c, t_u) = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data/thermometer.csv")).unwrap();
    let fit = train(Adam { lr: 0.1, ..Adam::default() }, &t_u, &t_c, 2000).unwrap();
    assert_eq!(format!("{:.4}", fit.losses[1999]), "2.9276");
    assert!((fit.w - 0.53671).abs() < 1e-3 && (fit.b + 17.3012).abs() < 5e-2, "{} {}", fit.w, fit.b);
}
