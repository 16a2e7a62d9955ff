use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let p = &x as *const f64;
    assert!(!p.is_null());
    x
}

fn main() {}
