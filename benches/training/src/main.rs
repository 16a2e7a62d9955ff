//! One step of training on 64 digits: the gradient alone, and with the update of the weights, by the compiled network and by
//! the network of tensors.

use std::{error::Error, hint::black_box, path::Path};

use autograd::{
    nn::{Layer, Module},
    optim::{AdamW, Optimizer, Stepper},
};

#[allow(dead_code, reason = "shared with an example")]
#[path = "../../../examples/support/digits.rs"]
mod digits;
#[allow(dead_code, reason = "shared with an example")]
#[path = "../../../examples/support/digits_tensors.rs"]
mod dynamic;
#[allow(dead_code, reason = "shared with other benchmarks")]
#[path = "../../src/lib.rs"]
mod measuring;
#[allow(dead_code, reason = "shared with an example")]
#[path = "../../../examples/support/digits_network.rs"]
mod network;

use measuring::{Contender, measure};

fn main() -> Result<(), Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data/digits.csv.gz");
    let batch = digits::read(&path)?.select(&(0..64).collect::<Vec<_>>());
    let weights = network::Weights::random(1);
    let (images, labels) = dynamic::tensors(&batch);

    let model = dynamic::network(&weights);
    let gradient_of_tensors = || {
        model.zero_grad();
        let loss = model.forward(&images).cross_entropy(&labels);
        loss.backward();
        loss.item()
    };
    let mut compiled_weights = weights.clone();
    let mut compiled = Stepper::new(AdamW::default())?;
    let trained = dynamic::network(&weights);
    let mut tensors = Optimizer::new(AdamW::default(), trained.named_parameters())?;

    let times = measure(&mut [
        Contender::new("gradient, compiled", || {
            black_box(network::loss_and_gradient(&weights, &batch.images, &batch.labels));
        }),
        Contender::new("gradient, dynamic", || {
            black_box(gradient_of_tensors());
        }),
        Contender::new("step, compiled", || {
            let (loss, d_weights) = network::loss_and_gradient(&compiled_weights, &batch.images, &batch.labels);
            compiled.step(&mut compiled_weights, &d_weights).expect("the gradient fits");
            black_box(loss);
        }),
        Contender::new("step, dynamic", || {
            let loss = tensors.step_with(|| {
                let loss = trained.forward(&images).cross_entropy(&labels);
                loss.backward();
                loss.item()
            });
            black_box(loss.expect("the gradients fit"));
        }),
    ]);
    for (name, time) in times {
        println!("{name:20} {:8.1} µs", time.as_secs_f64() * 1e6);
    }
    Ok(())
}
