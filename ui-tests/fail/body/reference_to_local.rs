use autograd::differentiable;

#[differentiable]
fn f(x: f64, z: &mut f64, n: usize) -> f64 {
    let mut y = x;
    let r = if n > 0 { &mut y } else { &mut *z };
    *r *= 2.0;
    y
}

fn main() {}
