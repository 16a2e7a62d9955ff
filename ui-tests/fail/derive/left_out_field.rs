// A field that carries no gradient is no field of the tangent.
use autograd::Differentiable;

#[derive(Differentiable)]
struct Model {
    w: f64,
    #[no_grad]
    data: Vec<f64>,
    steps: usize,
}

fn main() {
    let gradient = ModelTangent { w: 1.0, data: vec![], steps: () };
    let d_data: f64 = gradient.data;
}
