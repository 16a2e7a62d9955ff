use autograd::{differentiable, function, tensor::Tensor};

#[differentiable]
fn double(x: &mut [f64]) {
    x[0] *= 2.0;
}

fn main() {
    let mut x = Tensor::scalar(1.0);
    function!(double(&mut x));
}
