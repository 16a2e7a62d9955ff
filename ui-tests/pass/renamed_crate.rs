// The facade under another name, with nothing called `autograd` in sight.
mod vendored {
    pub mod gradients {
        pub use autograd::*;
    }
}
use vendored::gradients as ag;

mod autograd_is_not_here {
    mod autograd {}

    #[crate::ag::differentiable(crate = crate::vendored::gradients)]
    pub fn f(x: f64, a: &mut [f64]) -> f64 {
        for i in 0..a.len() {
            a[i] *= x;
        }
        a[0] * super::g(x)
    }
}

#[ag::differentiable(crate = crate::ag)]
fn g(x: f64) -> f64 {
    x.exp() * ag::detach(x)
}

fn main() {
    let (d_x, d_a) = autograd_is_not_here::f_grad(0.0, &mut [2.0]);
    assert_eq!((d_x, d_a), (0.0, vec![0.0]));
    assert_eq!(g_grad(0.0), 0.0);
}
