use autograd::Differentiable;

#[derive(Differentiable)]
#[repr(C, packed(4))]
struct Packed {
    x: f64,
}

fn main() {}
