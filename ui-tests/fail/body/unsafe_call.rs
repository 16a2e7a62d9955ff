use autograd::differentiable;

unsafe fn g(x: f64) -> f64 {
    x
}

#[differentiable]
fn f(x: f64) -> f64 {
    let y = unsafe { g(x) };
    y * x
}

fn main() {}
