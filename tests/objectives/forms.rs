//! One source, two programs.

/// The functions twice: in `separate` each carries its own `#[differentiable]`, and calls are calls; in `joined` the module
/// carries it, and helpers are inlined.
macro_rules! objective {
    ($($functions:tt)*) => {
        pub(crate) mod separate {
            #[allow(unused_imports, reason = "not every objective has constants and helpers beside it")]
            use super::*;
            $($functions)*
        }

        #[autograd::differentiable]
        pub(crate) mod joined {
            #[allow(unused_imports, reason = "not every objective has constants and helpers beside it")]
            use super::*;
            $($functions)*
        }
    };
}
