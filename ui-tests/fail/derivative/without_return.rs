use autograd::derivative;

fn g(x: f64) -> f64 {
    x
}

#[derivative(of = g)]
fn g_rule(x: f64) {
    g(x);
}

fn main() {}
