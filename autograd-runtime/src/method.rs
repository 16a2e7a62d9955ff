//! The one form of a rule for a method of a foreign type.

/// Declares the trait of one method, as generated code calls it, and implements it for one type.
///
/// ```text
/// method! {
///     /// What it computes, and its adjoints.
///     trait Trait<the parameters that the result depends on> where [bounds]
///     impl[further parameters of the type] Type;
///     fn name_call<[const parameters] [type parameters]>(
///         & self_name: its shadow and mode,           // `&mut`: [mut]
///         argument: its type, its shadow and mode => its tangent [again, if it is a reference],
///     ) -> result where [bounds]
///     { (value, saved) }
///     |saved, d_y| { what is added to the shadows }
/// }
/// ```
///
/// A reference is passed to the pullback again. The pullback of a method that writes leaves its receiver as it was before.
macro_rules! method {
    (
        $(#[$meta:meta])*
        trait $Trait:ident<$($P:ident: $Bound:path),*> where [$($bounds:tt)*]
        impl[$($Q:ident: $QBound:path),*] $X:ty;
        fn $call:ident<[$($K:ident),*] [$($G:ident: $GBound:path),*]>(
            & $([$mut:tt])? $x:ident: $d_x:ident $M:ident
            $(, $a:ident: $A:ty, $d_a:ident $N:ident => $D:ty $([$again:ident])?)*
        ) -> $Y:ty where [$($extra:tt)*]
        $forward:block
        |$saved:pat_param, $d_y:pat_param| $backward:block
    ) => {
        $(#[$meta])*
        pub trait $Trait<$($P: $Bound),*>: crate::Differentiable
        where
            $($bounds)*
        {
            /// The value and the pullback.
            #[allow(clippy::too_many_arguments, clippy::wrong_self_convention, reason = "the protocol of calls")]
            fn $call<$(const $K: usize,)* $($G: $GBound,)* $M: crate::Mode $(, $N: crate::Mode)*>(
                & $($mut)? self,
                $($a: $A,)*
                $d_x: $M,
                $($d_a: $N,)*
                workspace: &mut crate::Workspace,
            ) -> (
                $Y,
                impl FnOnce(
                    & $($mut)? Self,
                    $M::Shadow<'_, Self::Tangent>,
                    $($($crate::method::again!($again $A),)? $N::Shadow<'_, $D>,)*
                    <$Y as crate::Differentiable>::Tangent,
                    &mut crate::Workspace,
                ) + Clone + use<Self, $($P,)* $($K,)* $($G,)* $M $(, $N)*>,
            )
            where
                $($extra)*;
        }

        impl<$($P: $Bound,)* $($Q: $QBound),*> $Trait<$($P),*> for $X
        where
            $($bounds)*
        {
            #[inline]
            #[track_caller]
            #[allow(clippy::too_many_arguments, clippy::wrong_self_convention, reason = "the protocol of calls")]
            fn $call<$(const $K: usize,)* $($G: $GBound,)* $M: crate::Mode $(, $N: crate::Mode)*>(
                & $($mut)? self,
                $($a: $A,)*
                _: $M,
                $(_: $N,)*
                _: &mut crate::Workspace,
            ) -> (
                $Y,
                impl FnOnce(
                    & $($mut)? Self,
                    $M::Shadow<'_, Self::Tangent>,
                    $($($crate::method::again!($again $A),)? $N::Shadow<'_, $D>,)*
                    <$Y as crate::Differentiable>::Tangent,
                    &mut crate::Workspace,
                ) + Clone + use<$($P,)* $($Q,)* $($K,)* $($G,)* $M $(, $N)*>,
            )
            where
                $($extra)*
            {
                let $x = self;
                let (value, saved) = $forward;
                #[allow(unused_mut, unused_variables, reason = "what a rule does not use")]
                let pullback = move |
                    $x: & $($mut)? Self,
                    mut $d_x: $M::Shadow<'_, Self::Tangent>,
                    $($($again: $A,)? mut $d_a: $N::Shadow<'_, $D>,)*
                    $d_y: <$Y as crate::Differentiable>::Tangent,
                    _: &mut crate::Workspace,
                | {
                    let $saved = saved;
                    $backward
                };
                (value, pullback)
            }
        }
    };
}

/// The same for an associated function that makes a value of the type.
#[cfg(feature = "nalgebra")]
macro_rules! constructor {
    (
        $(#[$meta:meta])*
        trait $Trait:ident<[$(const $C:ident: $CTy:ty),*] $($P:ident: $Bound:path),*> where [$($bounds:tt)*]
        impl $X:ty;
        fn $call:ident<[$($G:ident: $GBound:path),*]>(
            $($a:ident: $A:ty, $d_a:ident $N:ident => $D:ty $([$again:ident])?),*
        ) where [$($extra:tt)*]
        $forward:block
        |$saved:pat_param, $d_y:pat_param| $backward:block
    ) => {
        $(#[$meta])*
        pub trait $Trait<$($P: $Bound,)* $(const $C: $CTy),*>: Sized + crate::Differentiable
        where
            $($bounds)*
        {
            /// The value and the pullback.
            #[allow(clippy::too_many_arguments, clippy::wrong_self_convention, reason = "the protocol of calls")]
            fn $call<$($G: $GBound,)* $($N: crate::Mode),*>(
                $($a: $A,)*
                $($d_a: $N,)*
                workspace: &mut crate::Workspace,
            ) -> (
                Self,
                impl FnOnce(
                    $($($crate::method::again!($again $A),)? $N::Shadow<'_, $D>,)*
                    Self::Tangent,
                    &mut crate::Workspace,
                ) + Clone + use<Self, $($P,)* $($C,)* $($G,)* $($N),*>,
            )
            where
                $($extra)*;
        }

        impl<$($P: $Bound,)* $(const $C: $CTy),*> $Trait<$($P,)* $($C),*> for $X
        where
            $($bounds)*
        {
            #[inline]
            #[track_caller]
            #[allow(clippy::too_many_arguments, clippy::wrong_self_convention, reason = "the protocol of calls")]
            fn $call<$($G: $GBound,)* $($N: crate::Mode),*>(
                $($a: $A,)*
                $(_: $N,)*
                _: &mut crate::Workspace,
            ) -> (
                Self,
                impl FnOnce(
                    $($($crate::method::again!($again $A),)? $N::Shadow<'_, $D>,)*
                    Self::Tangent,
                    &mut crate::Workspace,
                ) + Clone + use<$($P,)* $($C,)* $($G,)* $($N),*>,
            )
            where
                $($extra)*
            {
                let (value, saved) = $forward;
                #[allow(unused_mut, unused_variables, reason = "what a rule does not use")]
                let pullback = move |
                    $($($again: $A,)? mut $d_a: $N::Shadow<'_, $D>,)*
                    $d_y: Self::Tangent,
                    _: &mut crate::Workspace,
                | {
                    let $saved = saved;
                    $backward
                };
                (value, pullback)
            }
        }
    };
}

/// The type of an argument that the pullback takes again.
#[cfg(feature = "nalgebra")]
macro_rules! again {
    ($again:ident $A:ty) => {
        $A
    };
}

pub(crate) use method;
#[cfg(feature = "nalgebra")]
pub(crate) use {again, constructor};
