use autograd_runtime::{Differentiable, Shadow, Tangent, accumulate_slice};
use proptest::prelude::*;

use crate::panics::message_of;

/// A value with every kind of container in it.
type Nested = (f64, (Vec<[f32; 2]>, Option<Box<f64>>), usize, [Vec<(f64, bool)>; 2], String);
type NestedTangent = <Nested as Differentiable>::Tangent;

fn nested(x: [f64; 8]) -> NestedTangent {
    let f = |i: usize| x[i] as f32;
    (
        x[0],
        (vec![[f(1), f(2)], [f(3), f(3)]], Some(Box::new(x[4]))),
        (),
        [vec![(x[5], ())], vec![(x[6], ()), (x[7], ())]],
        (),
    )
}

#[test]
fn zero_tangents_have_the_shape_of_the_value() {
    let value: Nested =
        (1.0, (vec![[2.0, 3.0]; 2], Some(Box::new(4.0))), 5, [vec![(6.0, true)], vec![(7.0, false); 2]], "8".into());
    assert_eq!(value.zero_tangent(), nested([0.0; 8]));
    assert_eq!((None::<f64>, Vec::<f64>::new()).zero_tangent(), (None, vec![]));
}

#[test]
fn tangent_types_are_those_of_the_contract() {
    fn tangent<T: Differentiable + ?Sized>(x: &T) -> T::Tangent {
        x.zero_tangent()
    }
    let (): () = tangent("text");
    let (): () = tangent(&[1_u8 as char].map(|c| c as u128)[0]);
    let _: Vec<f64> = tangent([1.0, 2.0].as_slice());
    let _: Vec<f64> = tangent(&&mut vec![1.0, 2.0]);
    let _: f32 = tangent(&&mut &1.0_f32);
    let _: Vec<(f64, f64)> = tangent([(1.0, 2.0)].as_slice());
    let _: Vec<f64> = tangent(&vec![1.0].into_boxed_slice());
    let _: [[f64; 2]; 3] = tangent(&[[1.0; 2]; 3]);
    let _: (f64, (), f64, f64, f64, f64, f64, f64, f64, f64, f64, f64) =
        tangent(&(0., 1, 2., 3., 4., 5., 6., 7., 8., 9., 10., 11.));
    let _: () = tangent(&std::marker::PhantomData::<f64>);
}

/// A list: its tangent is finite only because the box stays in it.
struct List {
    head: f64,
    tail: Option<Box<List>>,
}

#[derive(Clone)]
struct ListTangent {
    head: f64,
    tail: <Option<Box<List>> as Differentiable>::Tangent,
}

impl Differentiable for List {
    type Tangent = ListTangent;
    fn zero_tangent(&self) -> ListTangent {
        ListTangent { head: 0.0, tail: self.tail.zero_tangent() }
    }
}

impl Tangent for ListTangent {
    fn accumulate(&mut self, other: Self) {
        self.add_assign_ref(&other);
    }
    fn add_assign_ref(&mut self, other: &Self) {
        self.head += other.head;
        self.tail.add_assign_ref(&other.tail);
    }
    fn scale(&mut self, k: f64) {
        self.head *= k;
        self.tail.scale(k);
    }
    fn dot(&self, other: &Self) -> f64 {
        self.head * other.head + self.tail.dot(&other.tail)
    }
    fn reset(&mut self) {
        self.head = 0.0;
        Tangent::reset(&mut self.tail);
    }
}

#[test]
fn recursive_types_have_tangents() {
    let list = List { head: 1.0, tail: Some(Box::new(List { head: 2.0, tail: None })) };
    let mut d = list.zero_tangent();
    d.head = 3.0;
    d.tail.as_mut().unwrap().head = 4.0;
    assert_eq!((d.norm(), list.head), (5.0, 1.0));
}

fn eight() -> impl Strategy<Value = [f64; 8]> {
    // Small integers, so that f32 holds them and every law is exact.
    prop::array::uniform8((-100..100_i32).prop_map(f64::from))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tangents_are_a_vector_space(x in eight(), y in eight(), k in -8..8_i32) {
        let k = f64::from(k);
        let (a, b) = (nested(x), nested(y));
        let sum = nested(std::array::from_fn(|i| x[i] + y[i]));

        let mut d = a.clone();
        d.accumulate(b.clone());
        prop_assert_eq!(&d, &sum);
        let mut d = a.clone();
        d.add_assign_ref(&b);
        prop_assert_eq!(&d, &sum);
        let mut d = a.clone();
        d.accumulate_from(&b);
        prop_assert_eq!(&d, &sum);
        d.scale(k);
        prop_assert_eq!(&d, &nested(std::array::from_fn(|i| k * (x[i] + y[i]))));
        Tangent::reset(&mut d);
        prop_assert_eq!(&d, &nested([0.0; 8]));

        // x[3] stands twice in the tangent.
        let dot = |x: [f64; 8], y: [f64; 8]| (0..8).map(|i| x[i] * y[i]).sum::<f64>() + x[3] * y[3];
        prop_assert_eq!(a.dot(&b), dot(x, y));
        prop_assert_eq!(a.norm(), dot(x, x).sqrt());
    }
}

#[test]
fn an_absent_tangent_is_zero() {
    let mut d = None;
    d.accumulate(Some(2.0));
    d.accumulate(None);
    d.add_assign_ref(&Some(1.5));
    d.scale(2.0);
    assert_eq!((d, d.dot(&None), d.dot(&Some(2.0))), (Some(7.0), 0.0, 14.0));
    Tangent::reset(&mut d);
    assert_eq!(d, Some(0.0));
}

#[test]
fn floats_scale_and_measure_in_their_own_precision() {
    let mut d = 3.0_f32;
    d.scale(0.1);
    assert_eq!(d, 3.0 * 0.1_f32);
    assert_eq!((-1e200_f64).norm(), 1e200);
    assert_eq!([1e20_f32; 2].dot(&[1e20_f32; 2]), 2.0 * f64::from(1e20_f32) * f64::from(1e20_f32));
}

#[test]
fn other_lengths_are_refused_before_anything_is_written() {
    let mut d = (1.0, vec![1.0, 2.0], vec![vec![3.0], vec![4.0, 5.0]]);
    let before = d.clone();
    let flat = (10.0, vec![1.0, 1.0, 1.0], vec![vec![3.0], vec![4.0, 5.0]]);
    let deep = (10.0, vec![1.0, 1.0], vec![vec![3.0], vec![4.0]]);
    let expected = |a: usize, b: usize| format!("tangents of different lengths cannot be combined: {a} and {b}");
    assert_eq!(message_of(|| d.accumulate(flat.clone())), expected(2, 3));
    assert_eq!(message_of(|| d.add_assign_ref(&flat)), expected(2, 3));
    assert_eq!(message_of(|| d.accumulate(deep.clone())), expected(2, 1));
    assert_eq!(message_of(|| d.add_assign_ref(&deep)), expected(2, 1));
    assert_eq!(message_of(|| d.2.accumulate(deep.2.clone())), expected(2, 1));
    assert_eq!(message_of(|| accumulate_slice(&mut d.2, &deep.2)), expected(2, 1));
    assert_eq!(message_of(|| d.2.as_mut_slice().accumulate_from(&deep.2[..1])), expected(2, 1));
    assert_eq!(
        message_of(|| {
            let _ = d.1.dot(&flat.1);
        }),
        expected(2, 3)
    );
    assert_eq!(message_of(|| [vec![1.0], vec![2.0]].accumulate([vec![1.0], vec![]])), expected(1, 0));
    assert_eq!(d, before);
}

#[test]
fn shadows_of_slices() {
    let mut d = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]];
    d[1..].accumulate_from(&[[10.0, 20.0], [30.0, 40.0]]);
    d[..2].reset();
    assert_eq!(d, [[0.0, 0.0], [0.0, 0.0], [35.0, 46.0]]);
    accumulate_slice(&mut d, &[[1.0; 2]; 3]);
    assert_eq!(d, [[1.0, 1.0], [1.0, 1.0], [36.0, 47.0]]);
}
