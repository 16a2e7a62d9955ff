use autograd::differentiable;

#[differentiable]
mod model {
    pub fn f(x: f64) -> f64 {
        x * x.to_bits() as f64
    }
    pub fn count(n: usize) -> usize {
        n
    }
}

fn main() {}
