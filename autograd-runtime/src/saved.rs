use alloc::borrow::ToOwned;

/// What an `if` saved for its backward part: the values of the arm that ran.
///
/// The macro names neither type; both arms construct their side and rustc infers the rest.
#[derive(Clone, Copy, Debug)]
pub enum Either<A, B> {
    /// The values that the `if` arm saved.
    Left(A),
    /// The values that the `else` arm saved.
    Right(B),
}

/// What a reference without a gradient refers to, before it is overwritten: a later call of a pullback sees it again.
pub fn snapshot<T: ToOwned + ?Sized>(borrowed: &T) -> T::Owned {
    borrowed.to_owned()
}
