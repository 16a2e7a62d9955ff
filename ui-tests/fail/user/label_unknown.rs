use autograd::differentiable;

#[differentiable]
fn f(x: f64) -> f64 {
    for i in 0..3 {
        if i == 1 {
            break 'outer;
        }
    }
    x
}

fn main() {}
