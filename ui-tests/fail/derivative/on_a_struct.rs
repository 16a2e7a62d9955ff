use autograd::derivative;

#[derivative(of = g)]
struct Rule;

fn main() {}
