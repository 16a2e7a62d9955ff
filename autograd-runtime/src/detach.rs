/// Stops the gradient: returns `x` unchanged, and a `#[differentiable]` function that calls it treats the result as
/// a constant.
///
/// ```
/// use autograd_runtime::detach;
/// assert_eq!(detach(2.5), 2.5);
/// ```
#[inline(always)]
pub fn detach<T>(x: T) -> T {
    x
}
