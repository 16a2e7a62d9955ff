use alloc::{boxed::Box, vec::Vec};

#[cfg(any(test, not(feature = "std")))]
mod root;

/// A gradient: an element of a vector space whose shape (lengths, `Some` or `None`) is fixed when it is created.
///
/// Tangents of differing lengths cannot be combined: that panics, naming both lengths, before anything is written.
///
/// ```
/// use autograd_runtime::Tangent;
///
/// let mut d = vec![1.0, 2.0];
/// d.accumulate(vec![10.0, 20.0]);
/// d.scale(2.0);
/// assert_eq!(d, [22.0, 44.0]);
/// assert_eq!(d.dot(&vec![1.0, 0.5]), 44.0);
/// assert_eq!(vec![3.0, 4.0].norm(), 5.0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a tangent: gradients of this type cannot be added",
    label = "not a tangent",
    note = "put `#[derive(Differentiable)]` on the type that has this gradient: it generates the tangent"
)]
pub trait Tangent: Clone {
    /// `self += other`, consuming `other`.
    fn accumulate(&mut self, other: Self);

    /// `self += other`.
    fn add_assign_ref(&mut self, other: &Self);

    /// `self *= k`.
    fn scale(&mut self, k: f64);

    /// The inner product: the sum over all floats of their products, in `f64`.
    fn dot(&self, other: &Self) -> f64;

    /// The Euclidean norm over all floats, in `f64`.
    #[inline]
    fn norm(&self) -> f64 {
        let square = self.dot(self);
        #[cfg(feature = "std")]
        return square.sqrt();
        #[cfg(not(feature = "std"))]
        return root::sqrt(square);
    }

    /// Sets every float to zero. The shape stays.
    fn reset(&mut self);

    /// Panics unless `other` has the lengths of `self`, all the way down. Operations of containers call it on their
    /// parts before they write the first of them. A type of fixed shape keeps the default, which accepts everything.
    #[inline(always)]
    fn assert_same_shape(&self, other: &Self) {
        let _ = other;
    }
}

/// The panic of two tangents that do not fit together.
#[cold]
#[track_caller]
pub(crate) fn length_mismatch(left: usize, right: usize) -> ! {
    panic!("tangents of different lengths cannot be combined: {left} and {right}")
}

/// The panic of two tangents of one enum whose variants hold different things.
#[cold]
#[track_caller]
pub fn variant_mismatch(name: &str, left: &str, right: &str) -> ! {
    panic!("tangents of different variants of `{name}` cannot be combined: `{left}` and `{right}`")
}

macro_rules! floats {
    ($($float:ty)*) => {$(
        impl Tangent for $float {
            #[inline(always)]
            fn accumulate(&mut self, other: $float) {
                *self += other;
            }

            #[inline(always)]
            fn add_assign_ref(&mut self, other: &$float) {
                *self += *other;
            }

            #[inline(always)]
            fn scale(&mut self, k: f64) {
                *self *= k as $float;
            }

            #[inline(always)]
            fn dot(&self, other: &$float) -> f64 {
                f64::from(*self) * f64::from(*other)
            }

            #[inline(always)]
            fn norm(&self) -> f64 {
                f64::from(self.abs())
            }

            #[inline(always)]
            fn reset(&mut self) {
                *self = 0.0;
            }
        }
    )*};
}

floats! { f32 f64 }

/// The tangent of everything that holds no float.
impl Tangent for () {
    #[inline(always)]
    fn accumulate(&mut self, _other: ()) {}

    #[inline(always)]
    fn add_assign_ref(&mut self, _other: &()) {}

    #[inline(always)]
    fn scale(&mut self, _k: f64) {}

    #[inline(always)]
    fn dot(&self, _other: &()) -> f64 {
        0.0
    }

    #[inline(always)]
    fn reset(&mut self) {}
}

impl<T: Tangent, const N: usize> Tangent for [T; N] {
    #[inline]
    fn accumulate(&mut self, other: Self) {
        self.assert_same_shape(&other);
        for (d, c) in self.iter_mut().zip(other) {
            d.accumulate(c);
        }
    }

    #[inline]
    fn add_assign_ref(&mut self, other: &Self) {
        self.assert_same_shape(other);
        for (d, c) in self.iter_mut().zip(other) {
            d.add_assign_ref(c);
        }
    }

    #[inline]
    fn scale(&mut self, k: f64) {
        for d in self {
            d.scale(k);
        }
    }

    #[inline]
    fn dot(&self, other: &Self) -> f64 {
        self.iter().zip(other).map(|(a, b)| a.dot(b)).sum()
    }

    #[inline]
    fn reset(&mut self) {
        for d in self {
            d.reset();
        }
    }

    #[inline]
    #[track_caller]
    fn assert_same_shape(&self, other: &Self) {
        for (a, b) in self.iter().zip(other) {
            a.assert_same_shape(b);
        }
    }
}

impl<T: Tangent> Tangent for Vec<T> {
    #[inline]
    #[track_caller]
    fn accumulate(&mut self, other: Self) {
        self.assert_same_shape(&other);
        for (d, c) in self.iter_mut().zip(other) {
            d.accumulate(c);
        }
    }

    #[inline]
    #[track_caller]
    fn add_assign_ref(&mut self, other: &Self) {
        crate::accumulate_slice(self, other);
    }

    #[inline]
    fn scale(&mut self, k: f64) {
        for d in self {
            d.scale(k);
        }
    }

    #[inline]
    #[track_caller]
    fn dot(&self, other: &Self) -> f64 {
        if self.len() != other.len() {
            length_mismatch(self.len(), other.len());
        }
        self.iter().zip(other).map(|(a, b)| a.dot(b)).sum()
    }

    #[inline]
    fn reset(&mut self) {
        for d in self {
            d.reset();
        }
    }

    #[inline]
    #[track_caller]
    fn assert_same_shape(&self, other: &Self) {
        if self.len() != other.len() {
            length_mismatch(self.len(), other.len());
        }
        for (a, b) in self.iter().zip(other) {
            a.assert_same_shape(b);
        }
    }
}

impl<T: Tangent> Tangent for Box<T> {
    #[inline]
    fn accumulate(&mut self, other: Self) {
        (**self).accumulate(*other);
    }

    #[inline]
    fn add_assign_ref(&mut self, other: &Self) {
        (**self).add_assign_ref(other);
    }

    #[inline]
    fn scale(&mut self, k: f64) {
        (**self).scale(k);
    }

    #[inline]
    fn dot(&self, other: &Self) -> f64 {
        (**self).dot(other)
    }

    #[inline]
    fn reset(&mut self) {
        (**self).reset();
    }

    #[inline]
    fn assert_same_shape(&self, other: &Self) {
        (**self).assert_same_shape(other);
    }
}

/// `None` is the zero of every shape: adding `Some` to it gives `Some`.
impl<T: Tangent> Tangent for Option<T> {
    #[inline]
    fn accumulate(&mut self, other: Self) {
        match (self, other) {
            (Some(d), Some(c)) => d.accumulate(c),
            (d @ None, c) => *d = c,
            (Some(_), None) => {}
        }
    }

    #[inline]
    fn add_assign_ref(&mut self, other: &Self) {
        match (self, other) {
            (Some(d), Some(c)) => d.add_assign_ref(c),
            (d @ None, c) => d.clone_from(c),
            (Some(_), None) => {}
        }
    }

    #[inline]
    fn scale(&mut self, k: f64) {
        if let Some(d) = self {
            d.scale(k);
        }
    }

    #[inline]
    fn dot(&self, other: &Self) -> f64 {
        match (self, other) {
            (Some(a), Some(b)) => a.dot(b),
            (None, _) | (_, None) => 0.0,
        }
    }

    #[inline]
    fn reset(&mut self) {
        if let Some(d) = self {
            d.reset();
        }
    }

    #[inline]
    fn assert_same_shape(&self, other: &Self) {
        if let (Some(a), Some(b)) = (self, other) {
            a.assert_same_shape(b);
        }
    }
}

macro_rules! tuples {
    ($(($($T:ident $i:tt),+))*) => {$(
        impl<$($T: Tangent),+> Tangent for ($($T,)+) {
            #[inline]
            fn accumulate(&mut self, other: Self) {
                self.assert_same_shape(&other);
                $(self.$i.accumulate(other.$i);)+
            }

            #[inline]
            fn add_assign_ref(&mut self, other: &Self) {
                self.assert_same_shape(other);
                $(self.$i.add_assign_ref(&other.$i);)+
            }

            #[inline]
            fn scale(&mut self, k: f64) {
                $(self.$i.scale(k);)+
            }

            #[inline]
            fn dot(&self, other: &Self) -> f64 {
                0.0 $(+ self.$i.dot(&other.$i))+
            }

            #[inline]
            fn reset(&mut self) {
                $(self.$i.reset();)+
            }

            #[inline]
            fn assert_same_shape(&self, other: &Self) {
                $(self.$i.assert_same_shape(&other.$i);)+
            }
        }
    )*};
}

crate::tuples::for_each_tuple! { tuples }
