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
