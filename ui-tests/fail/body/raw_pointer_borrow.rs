use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let p = &raw const x;
    assert!(!p.is_null());
    x
}

fn main() {}
