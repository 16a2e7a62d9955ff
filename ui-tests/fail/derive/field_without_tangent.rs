use autograd::Differentiable;

struct Inner {
    x: f64,
}

#[derive(Differentiable)]
struct Outer {
    scale: f64,
    inner: Inner,
}

#[derive(Differentiable)]
enum Many {
    Listed(Vec<Inner>, Box<[Inner]>),
    Named { maybe: Option<(f64, Inner)> },
}

fn main() {}
