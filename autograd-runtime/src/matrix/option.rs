//! Methods of `Option`, which factorizations return.

use crate::{Differentiable, Mode, Tangent, Workspace};

/// `unwrap` and `expect`.
pub trait Unwrap: Differentiable {
    /// What is in the option.
    type Item: Differentiable;

    /// The value and the pullback.
    fn unwrap_call<M: Mode>(
        &self,
        mode: M,
        workspace: &mut Workspace,
    ) -> (
        Self::Item,
        impl FnOnce(&Self, M::Shadow<'_, Self::Tangent>, <Self::Item as Differentiable>::Tangent, &mut Workspace)
        + Clone
        + use<Self, M>,
    );

    /// The value and the pullback.
    fn expect_call<M: Mode, N: Mode>(
        &self,
        message: &str,
        mode: M,
        mode_message: N,
        workspace: &mut Workspace,
    ) -> (
        Self::Item,
        impl FnOnce(
            &Self,
            M::Shadow<'_, Self::Tangent>,
            N::Shadow<'_, ()>,
            <Self::Item as Differentiable>::Tangent,
            &mut Workspace,
        ) + Clone
        + use<Self, M, N>,
    );
}

impl<T: Differentiable + Clone> Unwrap for Option<T> {
    type Item = T;

    #[inline]
    #[track_caller]
    fn unwrap_call<M: Mode>(
        &self,
        _: M,
        _: &mut Workspace,
    ) -> (T, impl FnOnce(&Self, M::Shadow<'_, Option<T::Tangent>>, T::Tangent, &mut Workspace) + Clone + use<T, M>)
    {
        let pullback = |_: &Self, mut d_x: M::Shadow<'_, Option<T::Tangent>>, d_y: T::Tangent, _: &mut Workspace| {
            M::with(&mut d_x, |d_x| d_x.accumulate(Some(d_y)));
        };
        (self.clone().unwrap(), pullback)
    }

    #[inline]
    #[track_caller]
    fn expect_call<M: Mode, N: Mode>(
        &self,
        message: &str,
        _: M,
        _: N,
        _: &mut Workspace,
    ) -> (
        T,
        impl FnOnce(&Self, M::Shadow<'_, Option<T::Tangent>>, N::Shadow<'_, ()>, T::Tangent, &mut Workspace)
        + Clone
        + use<T, M, N>,
    ) {
        let pullback = |_: &Self,
                        mut d_x: M::Shadow<'_, Option<T::Tangent>>,
                        _: N::Shadow<'_, ()>,
                        d_y: T::Tangent,
                        _: &mut Workspace| {
            M::with(&mut d_x, |d_x| d_x.accumulate(Some(d_y)));
        };
        (self.clone().expect(message), pullback)
    }
}
