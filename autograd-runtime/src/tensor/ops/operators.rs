//! `+`, `-`, `*`, `/` on tensors and numbers, by reference and by value.
//!
//! An operand given by value is overwritten with the result where nobody else holds it and nothing is recorded.

use super::super::element::Element;
use super::super::error::OrPanic;
use super::super::handle::Tensor;
use super::super::kernel;
use super::binary;
use super::scalar;
use std::ops::{Add, Div, Mul, Neg, Sub};

macro_rules! operator {
    ($trait:ident, $method:ident, $op:tt, $owned:path, $to_owned:path, $scalar:path, $reversed:path) => {
        impl<T: Element> $trait<&Tensor<T>> for &Tensor<T> {
            type Output = Tensor<T>;
            #[track_caller]
            #[inline]
            fn $method(self, other: &Tensor<T>) -> Tensor<T> {
                binary::$method(self, other).or_panic()
            }
        }

        impl<T: Element> $trait<&Tensor<T>> for Tensor<T> {
            type Output = Tensor<T>;
            #[track_caller]
            #[inline]
            fn $method(self, other: &Tensor<T>) -> Tensor<T> {
                $owned(self, other).or_panic()
            }
        }

        impl<T: Element> $trait<Tensor<T>> for &Tensor<T> {
            type Output = Tensor<T>;
            #[track_caller]
            #[inline]
            fn $method(self, other: Tensor<T>) -> Tensor<T> {
                $to_owned(self, other).or_panic()
            }
        }

        impl<T: Element> $trait<Tensor<T>> for Tensor<T> {
            type Output = Tensor<T>;
            #[track_caller]
            #[inline]
            fn $method(self, other: Tensor<T>) -> Tensor<T> {
                $owned(self, &other).or_panic()
            }
        }

        impl<T: Element> $trait<T> for &Tensor<T> {
            type Output = Tensor<T>;
            #[track_caller]
            #[inline]
            fn $method(self, other: T) -> Tensor<T> {
                $scalar(kernel::map(self, |x| x $op other), self, other)
            }
        }

        impl<T: Element> $trait<T> for Tensor<T> {
            type Output = Tensor<T>;
            #[track_caller]
            #[inline]
            fn $method(self, other: T) -> Tensor<T> {
                if super::super::graph::record::recording(&[&self]) {
                    return &self $op other;
                }
                kernel::map_owned(self, |x| x $op other)
            }
        }

        operator!(@left $trait, $method, $op, $reversed, f32);
        operator!(@left $trait, $method, $op, $reversed, f64);
    };
    (@left $trait:ident, $method:ident, $op:tt, $reversed:path, $float:ty) => {
        impl $trait<&Tensor<$float>> for $float {
            type Output = Tensor<$float>;
            #[track_caller]
            #[inline]
            fn $method(self, other: &Tensor<$float>) -> Tensor<$float> {
                $reversed(kernel::map(other, |x| self $op x), other, self)
            }
        }

        impl $trait<Tensor<$float>> for $float {
            type Output = Tensor<$float>;
            #[track_caller]
            #[inline]
            fn $method(self, other: Tensor<$float>) -> Tensor<$float> {
                if super::super::graph::record::recording(&[&other]) {
                    return self $op &other;
                }
                kernel::map_owned(other, |x| self $op x)
            }
        }
    };
}

operator!(Add, add, +, binary::add_owned, binary::add_to_owned, scalar::record_add, scalar::record_add);
operator!(Sub, sub, -, binary::sub_owned, binary::sub_from_owned, scalar::record_sub, scalar::record_rsub);
operator!(Mul, mul, *, binary::mul_owned, binary::mul_to_owned, scalar::record_mul, scalar::record_mul);
operator!(Div, div, /, binary::div_owned, binary::div_from_owned, scalar::record_div, scalar::record_rdiv);

impl<T: Element> Neg for &Tensor<T> {
    type Output = Tensor<T>;
    #[track_caller]
    fn neg(self) -> Tensor<T> {
        Tensor::neg(self)
    }
}

impl<T: Element> Neg for Tensor<T> {
    type Output = Tensor<T>;
    #[track_caller]
    fn neg(self) -> Tensor<T> {
        if super::super::graph::record::recording(&[&self]) {
            return Tensor::neg(&self);
        }
        kernel::map_owned(self, |x| -x)
    }
}
