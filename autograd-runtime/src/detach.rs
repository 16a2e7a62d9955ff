use crate::{Differentiable, Mode, Workspace};

/// Stops the gradient: returns `x` unchanged, and a `#[differentiable]` function that calls it treats the result as
/// a constant.
///
/// ```
/// use autograd_runtime::detach;
/// assert_eq!(detach(2.5), 2.5);
/// ```
///
/// The macro knows it by its name. Imported under another one, it is called like any differentiable function, whose
/// companion comes along: `use autograd::{detach as stop, detach_call as stop_call};`.
#[inline(always)]
pub fn detach<T>(x: T) -> T {
    x
}

/// How generated code calls [`detach`] by a path that the macro does not know (`renamed::detach`): the pullback gives nothing.
#[doc(hidden)]
#[inline(always)]
pub fn detach_call<T: Differentiable, M: Mode>(
    x: T,
    _: M,
    _: &mut Workspace,
) -> (T, impl FnOnce(M::Shadow<'_, T::Tangent>, T::Tangent, &mut Workspace) + Clone + use<T, M>) {
    (x, |_: M::Shadow<'_, T::Tangent>, _: T::Tangent, _: &mut Workspace| {})
}
