use crate::Differentiable;

/// Whether the caller of a generated function wants the gradient of one of its arguments.
///
/// A callee is written once, generic over one mode per parameter, and the caller picks the mode: its macro sees what is
/// active at the call, the callee's macro does not. In mode [`On`] the shadow of an argument is a `&mut` to its adjoint.
/// In mode [`Off`] it is `()`, so an inactive argument costs neither memory nor work.
///
/// Formally `Shadow<'a, T>` is `&'a mut T` or nothing, and the methods are what a function may do to it without knowing
/// which. Where the mode is generic, rustc takes a shadow to be used until the end of its scope, since its type might have a
/// destructor: a shadow that was lent or mapped belongs in a block of its own.
pub trait Mode: Copy + Default + 'static {
    /// Whether the gradient is wanted.
    const ON: bool;

    /// A `&mut` to the adjoint, or nothing.
    type Shadow<'a, T: ?Sized + 'a>;

    /// Runs `f` on the adjoint if there is one.
    fn with<T: ?Sized>(shadow: &mut Self::Shadow<'_, T>, f: impl FnOnce(&mut T));

    /// Runs `f` on the adjoint if there is one, and `off` if there is none.
    fn read<T: ?Sized, R>(shadow: &mut Self::Shadow<'_, T>, off: impl FnOnce() -> R, f: impl FnOnce(&mut T) -> R) -> R;

    /// Lends the shadow for a shorter time, as `&mut **shadow` does for a reference.
    fn reborrow<'b, T: ?Sized>(shadow: &'b mut Self::Shadow<'_, T>) -> Self::Shadow<'b, T>;

    /// The shadow, or `scratch` where there is none: for a hand-written pullback, which always wants one.
    fn or<'b, T: ?Sized>(shadow: &'b mut Self::Shadow<'_, T>, scratch: &'b mut T) -> &'b mut T;

    /// The shadow, or one that is made where there is none: where what it is handed to decides its type.
    fn or_else<'b, T: ?Sized>(shadow: &'b mut Self::Shadow<'_, T>, make: impl FnOnce() -> &'b mut T) -> &'b mut T;

    /// The shadow of a part: a field, an element, a sub-slice.
    fn map<'a, T: ?Sized + 'a, U: ?Sized + 'a>(
        shadow: Self::Shadow<'a, T>,
        f: impl FnOnce(&'a mut T) -> &'a mut U,
    ) -> Self::Shadow<'a, U>;

    /// The shadows of several parts at once. `P` is a tuple of `&mut`.
    fn split<'a, T: ?Sized + 'a, P: Parts<'a>>(
        shadow: Self::Shadow<'a, T>,
        f: impl FnOnce(&'a mut T) -> P,
    ) -> P::Shadows<Self>;

    /// The parts as shadows of this mode, for [`Parts`].
    #[doc(hidden)]
    fn held<'a, T: ?Sized + 'a>(part: &'a mut T) -> Self::Shadow<'a, T>;
}

/// Several parts of one adjoint: a tuple of `&mut`.
pub trait Parts<'a>: Sized {
    /// The same tuple of shadows.
    type Shadows<M: Mode>;

    /// The parts as shadows of a mode that has adjoints.
    fn held<M: Mode>(self) -> Self::Shadows<M>;

    /// The shadows of a mode that has none.
    fn absent() -> Self::Shadows<Off>;
}

macro_rules! parts {
    ($(($($T:ident $i:tt),+))*) => {$(
        impl<'a, $($T: ?Sized + 'a),+> Parts<'a> for ($(&'a mut $T,)+) {
            type Shadows<M: Mode> = ($(M::Shadow<'a, $T>,)+);

            #[inline(always)]
            fn held<M: Mode>(self) -> Self::Shadows<M> {
                ($(M::held(self.$i),)+)
            }

            #[inline(always)]
            fn absent() -> Self::Shadows<Off> {
                ($(parts!(@absent $T),)+)
            }
        }
    )*};
    (@absent $T:ident) => { () };
}

crate::tuples::for_each_tuple! { parts }

/// What the shadow of an argument of type `T` points to, where the callee has no gradient for it.
///
/// A parameter marked `#[no_grad]` may be of any type, with a tangent or without. Only a caller that has a shadow for it
/// needs the tangent, so the bound is on the mode that the caller picks.
pub trait TargetOf<T: ?Sized>: Mode {
    /// The tangent of `T` in mode [`On`], nothing in mode [`Off`].
    type Target: ?Sized;
}

impl<T: Differentiable> TargetOf<T> for On {
    type Target = T::Tangent;
}

impl<T: Differentiable> TargetOf<[T]> for On {
    type Target = [T::Tangent];
}

impl<T: ?Sized> TargetOf<T> for Off {
    type Target = ();
}

/// The mode of an argument whose gradient is wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct On;

/// The mode of an argument whose gradient is not wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Off;

impl Mode for On {
    const ON: bool = true;

    type Shadow<'a, T: ?Sized + 'a> = &'a mut T;

    #[inline(always)]
    fn with<T: ?Sized>(shadow: &mut &mut T, f: impl FnOnce(&mut T)) {
        f(shadow)
    }

    #[inline(always)]
    fn read<T: ?Sized, R>(shadow: &mut &mut T, _off: impl FnOnce() -> R, f: impl FnOnce(&mut T) -> R) -> R {
        f(shadow)
    }

    #[inline(always)]
    fn reborrow<'b, T: ?Sized>(shadow: &'b mut &mut T) -> &'b mut T {
        shadow
    }

    #[inline(always)]
    fn or<'b, T: ?Sized>(shadow: &'b mut &mut T, _scratch: &'b mut T) -> &'b mut T {
        shadow
    }

    #[inline(always)]
    fn or_else<'b, T: ?Sized>(shadow: &'b mut &mut T, _make: impl FnOnce() -> &'b mut T) -> &'b mut T {
        shadow
    }

    #[inline(always)]
    fn map<'a, T: ?Sized + 'a, U: ?Sized + 'a>(shadow: &'a mut T, f: impl FnOnce(&'a mut T) -> &'a mut U) -> &'a mut U {
        f(shadow)
    }

    #[inline(always)]
    fn split<'a, T: ?Sized + 'a, P: Parts<'a>>(shadow: &'a mut T, f: impl FnOnce(&'a mut T) -> P) -> P::Shadows<On> {
        f(shadow).held::<On>()
    }

    #[inline(always)]
    fn held<'a, T: ?Sized + 'a>(part: &'a mut T) -> &'a mut T {
        part
    }
}

impl Mode for Off {
    const ON: bool = false;

    type Shadow<'a, T: ?Sized + 'a> = ();

    #[inline(always)]
    fn with<T: ?Sized>(_shadow: &mut (), _f: impl FnOnce(&mut T)) {}

    #[inline(always)]
    fn read<T: ?Sized, R>(_shadow: &mut (), off: impl FnOnce() -> R, _f: impl FnOnce(&mut T) -> R) -> R {
        off()
    }

    #[inline(always)]
    fn reborrow<T: ?Sized>(_shadow: &mut ()) {}

    #[inline(always)]
    fn or<'b, T: ?Sized>(_shadow: &'b mut (), scratch: &'b mut T) -> &'b mut T {
        scratch
    }

    #[inline(always)]
    fn or_else<'b, T: ?Sized>(_shadow: &'b mut (), make: impl FnOnce() -> &'b mut T) -> &'b mut T {
        make()
    }

    #[inline(always)]
    fn map<'a, T: ?Sized + 'a, U: ?Sized + 'a>(_shadow: (), _f: impl FnOnce(&'a mut T) -> &'a mut U) {}

    #[inline(always)]
    fn split<'a, T: ?Sized + 'a, P: Parts<'a>>(_shadow: (), _f: impl FnOnce(&'a mut T) -> P) -> P::Shadows<Off> {
        P::absent()
    }

    #[inline(always)]
    fn held<'a, T: ?Sized + 'a>(_part: &'a mut T) {}
}
