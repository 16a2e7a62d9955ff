use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let chosen = if x > 0.0 { f64::cos } else { f64::sin };
    chosen(x)
}

fn main() {
    f_grad(1.0);
}
