#[autograd::differentiable]
mod m {
    pub fn helper(x: f64) -> f64 {
        x.to_bits() as f64
    }

    pub fn f(x: f64) -> f64 {
        helper(x) * helper(2.0 * x)
    }
}

fn main() {
    m::f_grad(1.0);
}
