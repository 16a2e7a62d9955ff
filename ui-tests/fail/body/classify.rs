use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    match x.classify() {
        std::num::FpCategory::Zero => 0.0,
        _ => x,
    }
}

fn main() {}
