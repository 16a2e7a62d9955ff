use autograd::derivative;

#[derivative]
fn g_rule(x: f64) -> (f64, impl Fn(f64) -> f64) {
    (x, |d_y| d_y)
}

fn main() {}
