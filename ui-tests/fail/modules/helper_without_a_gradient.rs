#[autograd::differentiable]
mod m {
    #[no_grad]
    fn key(x: f64) -> f64 {
        x.floor()
    }

    pub fn f(x: f64) -> f64 {
        key(x) * x
    }
}

fn main() {
    m::f_grad(1.0);
}
