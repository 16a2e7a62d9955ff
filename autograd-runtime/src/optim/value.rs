//! Plain Rust values seen as a sequence of floats.

use super::Scalar;

mod derived;
#[cfg(feature = "nalgebra")]
mod nalgebra;

/// A plain Rust value made of floats: `f64`, `f32`, arrays, `Vec`, slices, tuples, `Option`, nalgebra matrices, and what has
/// `#[derive(Differentiable)]` and `Clone`.
///
/// An optimizer sees such a value as one flat sequence; the gradient is any value with the same shape, so both a value
/// and its tangent implement this trait. Most values are one contiguous run of memory and are updated in place; a value
/// of several runs (a tuple, a `Vec` of nalgebra vectors) is gathered and scattered around the update.
pub trait Value {
    /// The float type at the leaves.
    type Scalar: Scalar;

    /// The sizes along each axis: `[]` for a float, `[2, 3]` for `[[f64; 3]; 2]`, `[n]` for anything irregular with `n`
    /// floats in it. The product is the number of floats that [`visit`](Value::visit) shows.
    ///
    /// A column-major matrix of `r` rows and `c` columns has shape `[c, r]`, so that the last axis is always contiguous.
    fn shape(&self) -> Vec<usize>;

    /// Shows every float once, in runs, in the order that [`visit_mut`](Value::visit_mut) follows too.
    fn visit(&self, visit: &mut dyn FnMut(&[Self::Scalar]));

    /// Shows every float once, in runs, for writing.
    fn visit_mut(&mut self, visit: &mut dyn FnMut(&mut [Self::Scalar]));

    /// Shows a slice of values; types without padding or indirection show it as one run.
    fn visit_slice(slice: &[Self], visit: &mut dyn FnMut(&[Self::Scalar]))
    where
        Self: Sized,
    {
        for value in slice {
            value.visit(visit);
        }
    }

    /// Shows a slice of values for writing.
    fn visit_slice_mut(slice: &mut [Self], visit: &mut dyn FnMut(&mut [Self::Scalar]))
    where
        Self: Sized,
    {
        for value in slice {
            value.visit_mut(visit);
        }
    }

    /// The number of floats.
    fn numel(&self) -> usize {
        let mut count = 0;
        self.visit(&mut |run| count += run.len());
        count
    }
}

macro_rules! float {
    ($t:ident) => {
        impl Value for $t {
            type Scalar = $t;

            fn shape(&self) -> Vec<usize> {
                Vec::new()
            }
            fn visit(&self, visit: &mut dyn FnMut(&[$t])) {
                visit(std::slice::from_ref(self));
            }
            fn visit_mut(&mut self, visit: &mut dyn FnMut(&mut [$t])) {
                visit(std::slice::from_mut(self));
            }
            fn visit_slice(slice: &[$t], visit: &mut dyn FnMut(&[$t])) {
                visit(slice);
            }
            fn visit_slice_mut(slice: &mut [$t], visit: &mut dyn FnMut(&mut [$t])) {
                visit(slice);
            }
        }
    };
}
float!(f32);
float!(f64);

impl<V: Value, const N: usize> Value for [V; N] {
    type Scalar = V::Scalar;

    fn shape(&self) -> Vec<usize> {
        self.as_slice().shape()
    }
    fn visit(&self, visit: &mut dyn FnMut(&[V::Scalar])) {
        V::visit_slice(self, visit);
    }
    fn visit_mut(&mut self, visit: &mut dyn FnMut(&mut [V::Scalar])) {
        V::visit_slice_mut(self, visit);
    }
    fn visit_slice(slice: &[Self], visit: &mut dyn FnMut(&[V::Scalar])) {
        V::visit_slice(slice.as_flattened(), visit);
    }
    fn visit_slice_mut(slice: &mut [Self], visit: &mut dyn FnMut(&mut [V::Scalar])) {
        V::visit_slice_mut(slice.as_flattened_mut(), visit);
    }
}

impl<V: Value> Value for [V] {
    type Scalar = V::Scalar;

    fn shape(&self) -> Vec<usize> {
        let Some(first) = self.first().map(Value::shape) else { return vec![0] };
        if self.iter().all(|value| value.shape() == first) {
            std::iter::once(self.len()).chain(first).collect()
        } else {
            vec![self.numel()]
        }
    }
    fn visit(&self, visit: &mut dyn FnMut(&[V::Scalar])) {
        V::visit_slice(self, visit);
    }
    fn visit_mut(&mut self, visit: &mut dyn FnMut(&mut [V::Scalar])) {
        V::visit_slice_mut(self, visit);
    }
}

impl<V: Value> Value for Vec<V> {
    type Scalar = V::Scalar;

    fn shape(&self) -> Vec<usize> {
        self.as_slice().shape()
    }
    fn visit(&self, visit: &mut dyn FnMut(&[V::Scalar])) {
        V::visit_slice(self, visit);
    }
    fn visit_mut(&mut self, visit: &mut dyn FnMut(&mut [V::Scalar])) {
        V::visit_slice_mut(self, visit);
    }
}

/// `None` holds no floats; its gradient is `None` too.
impl<V: Value> Value for Option<V> {
    type Scalar = V::Scalar;

    fn shape(&self) -> Vec<usize> {
        self.as_ref().map_or_else(|| vec![0], Value::shape)
    }
    fn visit(&self, visit: &mut dyn FnMut(&[V::Scalar])) {
        if let Some(value) = self {
            value.visit(visit);
        }
    }
    fn visit_mut(&mut self, visit: &mut dyn FnMut(&mut [V::Scalar])) {
        if let Some(value) = self {
            value.visit_mut(visit);
        }
    }
}

macro_rules! tuple {
    ($first:ident $(, $rest:ident)*) => {
        impl<$first: Value $(, $rest: Value<Scalar = $first::Scalar>)*> Value for ($first, $($rest,)*) {
            type Scalar = $first::Scalar;

            fn shape(&self) -> Vec<usize> {
                vec![self.numel()]
            }
            #[allow(non_snake_case, reason = "each element is bound to a variable named after its type")]
            fn visit(&self, visit: &mut dyn FnMut(&[$first::Scalar])) {
                let ($first, $($rest,)*) = self;
                $first.visit(visit);
                $($rest.visit(visit);)*
            }
            #[allow(non_snake_case, reason = "each element is bound to a variable named after its type")]
            fn visit_mut(&mut self, visit: &mut dyn FnMut(&mut [$first::Scalar])) {
                let ($first, $($rest,)*) = self;
                $first.visit_mut(visit);
                $($rest.visit_mut(visit);)*
            }
        }
    };
}
tuple!(A);
tuple!(A, B);
tuple!(A, B, C);
tuple!(A, B, C, D);
tuple!(A, B, C, D, E);
tuple!(A, B, C, D, E, F);
tuple!(A, B, C, D, E, F, G);
tuple!(A, B, C, D, E, F, G, H);
tuple!(A, B, C, D, E, F, G, H, I);
tuple!(A, B, C, D, E, F, G, H, I, J);
tuple!(A, B, C, D, E, F, G, H, I, J, K);
tuple!(A, B, C, D, E, F, G, H, I, J, K, L);

/// Calls `read` with all floats of `value` in one slice, copying only when they lie in several runs.
pub(super) fn with_flat<V: Value + ?Sized, R>(value: &V, read: impl FnOnce(&[V::Scalar]) -> R) -> R {
    if runs(value) == 1 {
        let mut read = Some(read);
        let mut result = None;
        value.visit(&mut |run| {
            if !run.is_empty()
                && let Some(read) = read.take()
            {
                result = Some(read(run));
            }
        });
        if let Some(result) = result {
            return result;
        }
        unreachable!("`runs` counted one run that is not empty");
    }
    read(&flatten(value))
}

/// Calls `write` with all floats of `value` in one slice and stores what it leaves there.
pub(super) fn with_flat_mut<V: Value + ?Sized, R>(value: &mut V, write: impl FnOnce(&mut [V::Scalar]) -> R) -> R {
    if runs(value) == 1 {
        let mut write = Some(write);
        let mut result = None;
        value.visit_mut(&mut |run| {
            if !run.is_empty()
                && let Some(write) = write.take()
            {
                result = Some(write(run));
            }
        });
        if let Some(result) = result {
            return result;
        }
        unreachable!("`runs` counted one run that is not empty");
    }
    let mut flat = flatten(value);
    let result = write(&mut flat);
    assign(value, &flat);
    result
}

/// All floats of `value`, copied.
pub(super) fn flatten<V: Value + ?Sized>(value: &V) -> Vec<V::Scalar> {
    let mut flat = Vec::new();
    value.visit(&mut |run| flat.extend_from_slice(run));
    flat
}

/// Stores `flat` into `value`; the lengths are the caller's to agree on.
pub(super) fn assign<V: Value + ?Sized>(value: &mut V, flat: &[V::Scalar]) {
    let mut rest = flat;
    value.visit_mut(&mut |run| {
        let (head, tail) = rest.split_at(run.len());
        run.copy_from_slice(head);
        rest = tail;
    });
}

fn runs<V: Value + ?Sized>(value: &V) -> usize {
    let mut count = 0;
    value.visit(&mut |run| count += usize::from(!run.is_empty()));
    count
}
