//! Structs and enums with `#[derive(Differentiable)]`, and their tangents.

use super::{Scalar, Value};
use crate::gradcheck::{Component, Derived, Path};

/// The floats are gathered and scattered around every update. They can be visited only for writing, so reading them takes a
/// clone.
impl<V> Value for V
where
    V: Derived + Clone,
    V::Float: Scalar,
{
    type Scalar = V::Float;

    fn shape(&self) -> Vec<usize> {
        vec![self.numel()]
    }

    fn visit(&self, visit: &mut dyn FnMut(&[V::Float])) {
        visit(&gather(&mut self.clone()));
    }

    fn visit_mut(&mut self, visit: &mut dyn FnMut(&mut [V::Float])) {
        let mut floats = gather(self);
        visit(&mut floats);
        let mut floats = floats.into_iter();
        each(self, &mut |mut component| {
            if let Some(float) = floats.next() {
                component.set(float.to_f64());
            }
        });
    }
}

fn gather<V: Derived<Float: Scalar>>(value: &mut V) -> Vec<V::Float> {
    let mut floats = Vec::new();
    each(value, &mut |component| floats.push(Scalar::from_f64(component.get())));
    floats
}

fn each<V: Derived>(value: &mut V, visit: &mut dyn FnMut(Component<'_>)) {
    value.visit(&mut Path::default(), &mut |_, component| visit(component));
}
