use autograd::{function, tensor::Tensor};

fn square(x: f64) -> f64 {
    x * x
}

fn main() {
    let x = Tensor::scalar(1.0);
    function!(square(x));
}
