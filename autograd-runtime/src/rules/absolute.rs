//! `abs` of a value whose type the macro cannot see: floats have it, and so have matrices.

use crate::Real;
use crate::method::method;

method! {
    /// `|x|` of a float; its derivative at zero is zero.
    trait FloatAbs<T: Real> where []
    impl[] T;
    fn abs_call<[] []>(&x: d_x M) -> T where []
    { (x.abs(), ()) }
    |(), d_y| {
        M::with(&mut d_x, |d_x| {
            if *x != T::zero() {
                *d_x += if *x > T::zero() { d_y } else { -d_y };
            }
        });
    }
}
