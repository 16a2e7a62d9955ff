//! What the variants of enums hold, in values and in their shadows.

use crate::NoGrad;

/// The adjoint of what a variant holds in one field. `KEY` stands for the names of the variant and of the field:
/// generated code names neither the tangent's type nor its variants, which it cannot see.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the gradient of an enum that holds this field",
    label = "matched here, with a payload that carries a gradient",
    note = "put `#[derive(Differentiable)]` on the enum, or match on a value without a gradient"
)]
pub trait PayloadShadow<const KEY: u64> {
    /// The adjoint's type.
    type Part: ?Sized;

    /// The field.
    ///
    /// # Panics
    ///
    /// If the shadow is of another variant.
    fn payload(&mut self) -> &mut Self::Part;
}

/// The 64-bit FNV-1a hash of `Some.0`, which stands for what a `Some` or an `Ok` holds.
const SOME: u64 = key("Some.0");

const fn key(text: &str) -> u64 {
    let (text, mut hash, mut index) = (text.as_bytes(), 0xcbf2_9ce4_8422_2325, 0);
    while index < text.len() {
        hash = (hash ^ text[index] as u64).wrapping_mul(0x0100_0000_01b3);
        index += 1;
    }
    hash
}

impl<T> PayloadShadow<SOME> for Option<T> {
    type Part = T;

    #[inline(always)]
    #[track_caller]
    fn payload(&mut self) -> &mut T {
        match self {
            Some(part) => part,
            None => payload_misfit("Some", "None"),
        }
    }
}

/// What is in a field without a gradient has none.
impl<const KEY: u64> PayloadShadow<KEY> for NoGrad {
    type Part = NoGrad;

    #[inline(always)]
    fn payload(&mut self) -> &mut NoGrad {
        self
    }
}

/// The panic of a shadow that is of another variant than the value.
#[cold]
#[track_caller]
pub fn payload_misfit(value: &str, shadow: &str) -> ! {
    panic!("the shadow of a value that is `{value}` is `{shadow}`")
}

/// `Option` and `Result`: something or nothing.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an `Option` nor a `Result`",
    label = "this method takes a closure, and is known of an `Option` and a `Result` only",
    note = "write a loop over the elements, or differentiate a function that does"
)]
pub trait Wrapping {
    /// What `Some` or `Ok` holds.
    type Payload;
    /// What there is instead.
    type Error;

    /// What it holds, and what there is instead: one of the two.
    fn into_parts(self) -> (Option<Self::Payload>, Option<Self::Error>);

    /// Whether this is `Some` or `Ok`.
    fn is_present(&self) -> bool;

    /// What it holds.
    ///
    /// # Panics
    ///
    /// If this is `None` or `Err`. Generated code has asked before.
    fn payload(&self) -> &Self::Payload;

    /// The same, to be written to.
    fn payload_mut(&mut self) -> &mut Self::Payload;
}

macro_rules! wrapping {
    ($([$($generics:tt)+] $ty:ty, $present:ident $is_present:ident, $error:ty, $parts:expr;)+) => {$(
        impl<$($generics)+> Wrapping for $ty {
            type Payload = T;
            type Error = $error;

            #[inline(always)]
            fn into_parts(self) -> (Option<T>, Option<$error>) {
                $parts(self)
            }

            #[inline(always)]
            fn is_present(&self) -> bool {
                self.$is_present()
            }

            #[inline(always)]
            #[track_caller]
            fn payload(&self) -> &T {
                match self {
                    $present(payload) => payload,
                    _ => unreachable!("generated code asks before"),
                }
            }

            #[inline(always)]
            #[track_caller]
            fn payload_mut(&mut self) -> &mut T {
                match self {
                    $present(payload) => payload,
                    _ => unreachable!("generated code asks before"),
                }
            }
        }
    )+};
}

wrapping! {
    [T] Option<T>, Some is_some, (), |this: Self| (this, None);
    [T, E] Result<T, E>, Ok is_ok, E, |this: Self| match this {
        Ok(payload) => (Some(payload), None),
        Err(error) => (None, Some(error)),
    };
}

/// What is there, or what there is instead.
#[inline(always)]
pub fn into_parts<W: Wrapping>(wrapping: W) -> (Option<W::Payload>, Option<W::Error>) {
    wrapping.into_parts()
}

/// Whether something is there.
#[inline(always)]
pub fn is_present<W: Wrapping>(wrapping: &W) -> bool {
    wrapping.is_present()
}

/// What is there.
#[inline(always)]
#[track_caller]
pub fn payload<W: Wrapping>(wrapping: &W) -> &W::Payload {
    wrapping.payload()
}

/// What is there, to be written to.
#[inline(always)]
#[track_caller]
pub fn payload_mut<W: Wrapping>(wrapping: &mut W) -> &mut W::Payload {
    wrapping.payload_mut()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shadows_hold_what_their_values_hold() {
        let mut d = Some(1.5);
        *PayloadShadow::<SOME>::payload(&mut d) += 2.0;
        assert_eq!(d, Some(3.5));
        assert_eq!(PayloadShadow::<7>::payload(&mut NoGrad), &mut NoGrad);
        let text = std::panic::catch_unwind(|| *PayloadShadow::<SOME>::payload(&mut None::<f64>));
        let text = text.expect_err("it has to panic").downcast::<String>().expect("a formatted message");
        assert_eq!(*text, "the shadow of a value that is `Some` is `None`");
    }

    #[test]
    fn wrappers_are_something_or_nothing() {
        let (mut some, ok) = (Some(1.5), Ok::<f64, &str>(2.5));
        *payload_mut(&mut some) += 1.0;
        assert_eq!((payload(&some), payload(&ok)), (&2.5, &2.5));
        assert_eq!(into_parts(ok), (Some(2.5), None));
        assert_eq!(into_parts(Err::<f64, _>("no")), (None, Some("no")));
        assert!(is_present(&some) && is_present(&ok) && !is_present(&None::<f64>) && !is_present(&Err::<f64, _>("no")));
    }
}
