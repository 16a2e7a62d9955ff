//! What a compiled function returns, as tensors.

use super::super::element::Element;
use super::super::handle::Tensor;
use super::super::shape::Sizes;
use super::{Argument, Owned, Packed};

/// A value that becomes one tensor.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot become a tensor",
    label = "the function returns `{Self}`",
    note = "floats, arrays, vectors, nalgebra's matrices and tuples of these can"
)]
pub trait Part: Owned {
    /// The shape and the elements in row-major order.
    fn split(self) -> (Sizes, Vec<Self::Element>);
}

#[diagnostic::do_not_recommend]
impl<V: Packed> Part for V {
    fn split(self) -> (Sizes, Vec<V::Element>) {
        (V::shape(), V::elements(&[self]).to_vec())
    }
}

impl<V: Packed> Part for Vec<V> {
    fn split(self) -> (Sizes, Vec<V::Element>) {
        let mut shape = V::shape();
        shape.insert(0, self.len());
        (shape, V::elements(&self).to_vec())
    }
}

/// A value that becomes tensors: one, or as many as a tuple has parts.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot become a tensor",
    label = "the function returns `{Self}`",
    note = "floats, arrays, vectors, nalgebra's matrices and tuples of these can"
)]
pub trait Output: Sized {
    /// What all of it consists of.
    type Element: Element;

    /// One tensor, or a tuple.
    type Tensors;

    /// The tensors, without history.
    fn tensors(self) -> Vec<Tensor<Self::Element>>;

    /// The same with history, as the function's result.
    fn gather(tensors: Vec<Tensor<Self::Element>>) -> Self::Tensors;

    /// The seed of the pullback, from a cotangent for every tensor.
    fn seed(cotangents: &[Tensor<Self::Element>]) -> Self;
}

fn tensor<P: Part<Element: Element>>(part: P) -> Tensor<P::Element> {
    let (shape, elements) = part.split();
    Tensor::owning(elements, &shape)
}

/// A cotangent has the shape of the result, so it fits.
fn seed<P: Part<Element: Element>>(cotangent: &Tensor<P::Element>) -> P {
    match Argument::new("cotangent", cotangent).value() {
        Ok(seed) => seed,
        Err(error) => unreachable!("{error}"),
    }
}

#[diagnostic::do_not_recommend]
impl<P: Part<Element: Element>> Output for P {
    type Element = P::Element;
    type Tensors = Tensor<P::Element>;

    fn tensors(self) -> Vec<Tensor<P::Element>> {
        vec![tensor(self)]
    }

    fn gather(mut tensors: Vec<Tensor<P::Element>>) -> Tensor<P::Element> {
        tensors.remove(0)
    }

    fn seed(cotangents: &[Tensor<P::Element>]) -> Self {
        seed(&cotangents[0])
    }
}

macro_rules! tuples {
    ($(($first:ident $($rest:ident)+))*) => {$(
        impl<$first: Part<Element: Element>, $($rest: Part<Element = $first::Element>),+> Output for ($first, $($rest),+) {
            type Element = $first::Element;
            type Tensors = (Tensor<$first::Element>, $(Tensor<$rest::Element>),+);

            #[allow(non_snake_case, reason = "a part is called as its type")]
            fn tensors(self) -> Vec<Tensor<$first::Element>> {
                let ($first, $($rest),+) = self;
                vec![tensor($first), $(tensor($rest)),+]
            }

            #[allow(non_snake_case, reason = "a part is called as its type")]
            fn gather(tensors: Vec<Tensor<$first::Element>>) -> Self::Tensors {
                let mut tensors = tensors.into_iter();
                let mut next = || tensors.next().unwrap_or_else(|| unreachable!("there is one for each part"));
                let ($first, $($rest),+) = (next(), $({ let $rest = next(); $rest }),+);
                ($first, $($rest),+)
            }

            #[allow(non_snake_case, reason = "a part is called as its type")]
            fn seed(cotangents: &[Tensor<$first::Element>]) -> Self {
                let mut cotangents = cotangents.iter();
                let mut next = || cotangents.next().unwrap_or_else(|| unreachable!("there is one for each part"));
                (seed::<$first>(next()), $(seed::<$rest>(next())),+)
            }
        }
    )*};
}

tuples! {
    (A B)
    (A B C)
    (A B C D)
    (A B C D E)
    (A B C D E F)
}
