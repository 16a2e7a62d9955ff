use autograd::derivative;

fn g(x: f64) -> f64 {
    x
}

#[derivative(of = "g")]
fn g_rule(x: f64) -> (f64, impl Fn(f64) -> f64) {
    (g(x), |d_y| d_y)
}

fn main() {}
