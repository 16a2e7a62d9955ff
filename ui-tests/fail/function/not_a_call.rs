use autograd::{function, tensor::Tensor};

fn main() {
    let x = Tensor::scalar(1.0);
    function!(x * 2.0);
    function!(f(#[cold] x));
}
