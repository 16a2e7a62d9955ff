use autograd::differentiable;

#[differentiable]
macro_rules! square {
    ($x:expr) => {
        $x * $x
    };
}

fn main() {
    assert_eq!(square!(2), 4);
}
