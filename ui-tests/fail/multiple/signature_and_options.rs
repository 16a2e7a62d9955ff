use autograd::differentiable;

#[differentiable(wrt(z), mode = fast)]
const fn f(x: f64, n: usize) -> usize {
    x as usize + n
}

fn main() {}
