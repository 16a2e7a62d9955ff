//! The error of every fallible tensor operation.

use std::fmt;

/// Why a tensor operation was refused. `Display` gives PyTorch's phrase with the shapes at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TensorError(Box<Repr>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Repr {
    kind: ErrorKind,
    message: String,
}

/// What a [`TensorError`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// Sizes do not fit together.
    Shape,
    /// A dimension or an index is out of range.
    Index,
    /// The graph cannot be differentiated this way.
    Graph,
    /// The element type does not allow the operation.
    Dtype,
    /// An argument has a value outside its domain.
    Value,
    /// The computation itself failed: a singular matrix, a NaN in anomaly mode.
    Numerical,
}

impl TensorError {
    /// An error with its text.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Repr { kind, message: message.into() }))
    }

    /// Sizes do not fit together.
    pub(crate) fn shape(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Shape, message)
    }

    /// A dimension or an index is out of range.
    pub(crate) fn index(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Index, message)
    }

    /// The graph cannot be differentiated this way.
    pub(crate) fn graph(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Graph, message)
    }

    /// An argument has a value outside its domain.
    pub(crate) fn value(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Value, message)
    }

    /// What the error is about.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }
}

impl fmt::Display for TensorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for TensorError {}

/// The result of a fallible tensor operation.
pub(crate) type Result<T> = std::result::Result<T, TensorError>;

/// Turns the `try_` form into the plain form: the same text, as a panic at the caller's line.
pub(crate) trait OrPanic<T> {
    fn or_panic(self) -> T;
}

impl<T> OrPanic<T> for Result<T> {
    #[track_caller]
    #[inline]
    fn or_panic(self) -> T {
        match self {
            Ok(value) => value,
            Err(error) => panic!("{error}"),
        }
    }
}

/// Declares methods in both forms at once: `name | try_name(&self, …) -> R { body }` becomes a `try_name` whose body
/// this is, returning `Result<R, TensorError>`, and a `name` that panics with the same text.
macro_rules! fallible {
    ($(
        $(#[$meta:meta])*
        $vis:vis fn $name:ident | $try_name:ident (&$self:ident $(, $arg:ident : $ty:ty)* $(,)?) -> $ret:ty $body:block
    )*) => {$(
        $(#[$meta])*
        ///
        /// # Panics
        ///
        #[doc = concat!("Where [`", stringify!($try_name), "`](Self::", stringify!($try_name), ") returns an error.")]
        #[track_caller]
        #[inline]
        $vis fn $name(&$self $(, $arg: $ty)*) -> $ret {
            $crate::tensor::error::OrPanic::or_panic($self.$try_name($($arg),*))
        }

        #[doc = concat!("[`", stringify!($name), "`](Self::", stringify!($name), "), returning what is wrong as an error.")]
        ///
        /// # Errors
        ///
        /// When the arguments do not fit, with the phrase PyTorch uses and the shapes.
        #[track_caller]
        $vis fn $try_name(&$self $(, $arg: $ty)*) -> std::result::Result<$ret, $crate::tensor::TensorError> $body
    )*};
}
