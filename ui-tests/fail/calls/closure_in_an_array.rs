use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    let gs = [|y: f64| y * 2.0, |y: f64| y * 3.0];
    gs[0](x)
}

fn main() {}
