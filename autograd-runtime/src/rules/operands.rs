//! Two operands of an operator, to be asked for their adjoints: `Product(&a, &b).d_a(&d_y)`.
//!
//! `MulRule::d_a(&a, &b, &d_y)` is the same number. But where the rule is missing, rustc finds out before it has looked at
//! `b`, and then a second time: two errors for one mistake. Of a method it knows both types before it asks for the rule.

use super::operators::{AddRule, DivRule, MulRule, RemRule, SubRule};
use crate::Differentiable;

macro_rules! operands {
    ($($Operands:ident $symbol:literal $Rule:ident)*) => {$(
        #[doc = concat!("`a ", $symbol, " b`.")]
        #[derive(Debug)]
        pub struct $Operands<'a, A, B>(pub &'a A, pub &'a B);

        impl<A, B> $Operands<'_, A, B> {
            /// The adjoint of `a` from that of `y`.
            #[inline(always)]
            pub fn d_a(self, d_y: &<A::Output as Differentiable>::Tangent) -> A::Tangent
            where
                A: $Rule<B>,
                B: Differentiable,
            {
                A::d_a(self.0, self.1, d_y)
            }

            /// The adjoint of `b` from that of `y`.
            #[inline(always)]
            pub fn d_b(self, d_y: &<A::Output as Differentiable>::Tangent) -> B::Tangent
            where
                A: $Rule<B>,
                B: Differentiable,
            {
                A::d_b(self.0, self.1, d_y)
            }
        }
    )*};
}

operands! {
    Sum "+" AddRule
    Difference "-" SubRule
    Product "*" MulRule
    Quotient "/" DivRule
    Remainder "%" RemRule
}
