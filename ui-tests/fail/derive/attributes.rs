// Every mistake is reported, in one run, and the uses below add nothing to it.
use autograd::Differentiable;

#[derive(Differentiable)]
#[no_grad]
#[autograd(crate = autograd, wrt(x))]
struct Whole {
    #[no_grad(always)]
    x: f64,
    #[no_grad]
    #[no_grad]
    y: f64,
    #[autograd(skip)]
    z: f64,
}

fn main() {
    let zero: WholeTangent = Whole { x: 1.0, y: 2.0, z: 3.0 }.zero_tangent();
    assert_eq!(zero.z, 0.0);
}
