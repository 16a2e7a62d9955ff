use alloc::{boxed::Box, string::String, vec::Vec};
use core::{fmt, marker::PhantomData};

/// A value whose floats can be visited one by one, to be read or to be moved.
///
/// A value and its gradient show their floats in the same order. Integers, strings and fields marked `#[no_grad]` show
/// none. `#[derive(Differentiable)]` implements it for the type and its tangent; by hand it is:
///
/// ```
/// use autograd_runtime::gradcheck::{Component, Components, Path};
///
/// struct Layer {
///     weights: Vec<f64>,
///     bias: f64,
/// }
///
/// impl Components for Layer {
///     fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>)) {
///         path.field("weights", |path| self.weights.visit(path, visitor));
///         path.field("bias", |path| self.bias.visit(path, visitor));
///     }
/// }
///
/// let mut seen = Vec::new();
/// let mut layer = Layer { weights: vec![1.0, 2.0], bias: 3.0 };
/// layer.visit(&mut Path::default(), &mut |path, component| seen.push(format!("{path} = {}", component.get())));
/// assert_eq!(seen, [".weights[0] = 1", ".weights[1] = 2", ".bias = 3"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "the floats in `{Self}` cannot be visited",
    label = "`Components` is not implemented for `{Self}`",
    note = "put `#[derive(Differentiable)]` on the type; pass owned values (`Vec<f64>` for `&[f64]`) and borrow them in \
            the closure"
)]
pub trait Components {
    /// Calls `visitor` with every float and the path to it.
    fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>));
}

/// A type with `#[derive(Differentiable)]`, or the tangent of one. Nothing else implements it, so that optimizers can be
/// implemented for all of them at once.
pub trait Derived: Components {
    /// The type of its floats.
    type Float;
}

/// One float of a value.
#[derive(Debug)]
pub enum Component<'a> {
    /// In single precision.
    F32(&'a mut f32),
    /// In double precision.
    F64(&'a mut f64),
}

impl Component<'_> {
    /// The float.
    pub fn get(&self) -> f64 {
        match self {
            Self::F32(x) => f64::from(**x),
            Self::F64(x) => **x,
        }
    }

    /// Replaces the float, rounded to its precision.
    pub fn set(&mut self, value: f64) {
        match self {
            Self::F32(x) => **x = value as f32,
            Self::F64(x) => **x = value,
        }
    }
}

/// The way from a value to one of its floats, written as in Rust: `.weights[3].0`.
#[derive(Clone, Debug, Default)]
pub struct Path {
    segments: Vec<Segment>,
}

#[derive(Clone, Copy, Debug)]
enum Segment {
    Index(usize),
    Field(&'static str),
}

impl Path {
    /// Runs `inside` on the path extended by the field `name`; of a tuple that is its number.
    pub fn field(&mut self, name: &'static str, inside: impl FnOnce(&mut Self)) {
        self.extended(Segment::Field(name), inside);
    }

    /// Runs `inside` on the path extended by the element `index`.
    pub fn index(&mut self, index: usize, inside: impl FnOnce(&mut Self)) {
        self.extended(Segment::Index(index), inside);
    }

    fn extended(&mut self, segment: Segment, inside: impl FnOnce(&mut Self)) {
        self.segments.push(segment);
        inside(self);
        self.segments.pop();
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for segment in &self.segments {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Field(name) => write!(f, ".{name}")?,
            }
        }
        Ok(())
    }
}

impl Components for f32 {
    fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>)) {
        visitor(path, Component::F32(self));
    }
}

impl Components for f64 {
    fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>)) {
        visitor(path, Component::F64(self));
    }
}

macro_rules! inactive {
    ($($ty:ty)*) => {$(
        impl Components for $ty {
            fn visit(&mut self, _path: &mut Path, _visitor: &mut dyn FnMut(&Path, Component<'_>)) {}
        }
    )*};
}

inactive! { () bool char str String i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl<T: ?Sized> Components for PhantomData<T> {
    fn visit(&mut self, _path: &mut Path, _visitor: &mut dyn FnMut(&Path, Component<'_>)) {}
}

impl<T: Components> Components for [T] {
    fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>)) {
        for (i, element) in self.iter_mut().enumerate() {
            path.index(i, |path| element.visit(path, visitor));
        }
    }
}

impl<T: Components, const N: usize> Components for [T; N] {
    fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>)) {
        self.as_mut_slice().visit(path, visitor);
    }
}

impl<T: Components> Components for Vec<T> {
    fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>)) {
        self.as_mut_slice().visit(path, visitor);
    }
}

impl<T: Components + ?Sized> Components for Box<T> {
    fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>)) {
        (**self).visit(path, visitor);
    }
}

impl<T: Components + ?Sized> Components for &mut T {
    fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>)) {
        (**self).visit(path, visitor);
    }
}

impl<T: Components> Components for Option<T> {
    fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>)) {
        if let Some(value) = self {
            value.visit(path, visitor);
        }
    }
}

/// The components of what `Ok` holds.
impl<T: Components, E> Components for Result<T, E> {
    fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>)) {
        if let Ok(value) = self {
            value.visit(path, visitor);
        }
    }
}

macro_rules! tuples {
    ($(($($T:ident $i:tt),+))*) => {$(
        impl<$($T: Components),+> Components for ($($T,)+) {
            fn visit(&mut self, path: &mut Path, visitor: &mut dyn FnMut(&Path, Component<'_>)) {
                $(path.field(stringify!($i), |path| self.$i.visit(path, visitor));)+
            }
        }
    )*};
}

crate::tuples::for_each_tuple! { tuples }
