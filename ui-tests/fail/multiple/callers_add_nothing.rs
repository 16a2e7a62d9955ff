use autograd::differentiable;

#[differentiable]
fn f(x: f64, a: &[f64]) -> f64 {
    x * a[0].to_bits() as f64
}

fn main() {
    let (d_x, d_a): (f64, Vec<f64>) = f_grad(1.0, &[2.0]);
    let (value, pullback) = f_vjp(d_x, &d_a);
    let _: f64 = pullback(&d_a, &mut [0.0], value);
}
