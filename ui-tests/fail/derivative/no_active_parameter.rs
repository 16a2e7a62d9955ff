use autograd::derivative;

#[derivative(of = g)]
fn g_rule(n: usize) -> (f64, impl Fn(f64)) {
    (n as f64, |_| ())
}

fn main() {}
