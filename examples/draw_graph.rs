//! Draws the graphs of `z = a x² - y²` and of a small network: operations, leaves with their names and sizes, and what
//! the backward pass will need.
//!
//! Run it with `cargo run --example draw_graph`; the pictures are in `target/graphs`.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use std::{error::Error, fs, path::Path};

use autograd::tensor::{Graph, Tensor};

/// `z = a x² - y²`, at `a = 2`, `x = 3`, `y = 1`.
pub(crate) fn saddle() -> (Tensor<f64>, Graph) {
    let [a, x, y] = [2.0, 3.0, 1.0].map(|value| Tensor::scalar(value).requires_grad_(true));
    let z = &a * x.powi(2) - y.powi(2);
    let graph = Graph::of(&z).name("z", &z).name("a", &a).name("x", &x).name("y", &y);
    (z, graph)
}

/// The loss of a network with one hidden layer on four images of three pixels.
pub(crate) fn network() -> (Tensor<f64>, Graph) {
    let parameter = |shape: &[usize]| {
        let n = shape.iter().product::<usize>();
        Tensor::linspace(-0.5, 0.5, n).reshape(shape.iter().map(|&s| s as isize).collect::<Vec<_>>()).detach()
    };
    let [w1, b1, w2, b2] = [&[3, 5][..], &[5], &[5, 2], &[2]].map(|shape| parameter(shape).requires_grad_(true));
    let x = Tensor::linspace(0.0, 1.0, 12).reshape([4, 3]);
    let hidden = (x.matmul(&w1) + &b1).tanh();
    let error = hidden.matmul(&w2) + &b2 - 1.0;
    let loss = (&error * &error).mean();
    let names = [("w1", &w1), ("b1", &b1), ("w2", &w2), ("b2", &b2), ("loss", &loss)];
    let graph = names.into_iter().fold(Graph::of(&loss).saved(true), |graph, (name, tensor)| graph.name(name, tensor));
    (loss, graph)
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/graphs");
    fs::create_dir_all(&folder)?;
    for (name, (value, graph)) in [("saddle", saddle()), ("network", network())] {
        fs::write(folder.join(name).with_extension("dot"), graph.to_dot())?;
        fs::write(folder.join(name).with_extension("svg"), graph.to_svg()?)?;
        fs::write(folder.join(name).with_extension("png"), graph.to_png(2.0)?)?;
        println!(
            "{name}, with value {value}, is drawn in {}",
            folder.join(name).with_extension("{dot,svg,png}").display()
        );
    }
    Ok(())
}
