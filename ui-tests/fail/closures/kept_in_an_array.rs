use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let scaled = |a: f64| a * x;
    let all = [scaled];
    all[0](x)
}

fn main() {
    f_grad(1.0);
}
