//! `#[derive(Differentiable)]` on structs without parameters.
#![deny(warnings, missing_docs)]

use std::panic::catch_unwind;

use autograd::gradcheck::{Component, Components, Path};
use autograd::{Differentiable, NoGrad, Step, Tangent};

/// A layer with everything that a field can be.
#[derive(Clone, Debug, PartialEq, Differentiable)]
pub struct Layer {
    /// Rows.
    pub weights: Vec<[f64; 2]>,
    /// One per row.
    pub bias: Option<f32>,
    scale: f64,
    /// Inactive by its type.
    pub name: String,
    /// Inactive by its type.
    pub sizes: (usize, Option<char>),
    /// Inactive by its mark.
    #[no_grad]
    pub data: Vec<f64>,
    mixed: (f64, usize),
}

fn layer() -> Layer {
    Layer {
        weights: vec![[1.0, 2.0], [3.0, 4.0]],
        bias: Some(0.5),
        scale: 2.0,
        name: "first".into(),
        sizes: (2, None),
        data: vec![9.0],
        mixed: (7.0, 3),
    }
}

fn gradient() -> LayerTangent {
    LayerTangent { weights: vec![[10.0, 20.0], [30.0, 40.0]], bias: Some(1.0), scale: -1.0, mixed: (2.0, ()) }
}

fn message(run: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let error = catch_unwind(run).expect_err("it has to panic");
    error.downcast_ref::<String>().cloned().unwrap_or_else(|| error.downcast_ref::<&str>().unwrap().to_string())
}

fn floats(value: &mut impl Components) -> Vec<(String, f64)> {
    let mut found = Vec::new();
    let mut visitor = |path: &Path, component: Component<'_>| found.push((path.to_string(), component.get()));
    value.visit(&mut Path::default(), &mut visitor);
    found
}

#[test]
fn the_zero_has_the_shape_of_the_value() {
    let zero = layer().zero_tangent();
    assert_eq!(zero, LayerTangent { weights: vec![[0.0; 2]; 2], bias: Some(0.0), scale: 0.0, mixed: (0.0, ()) });
}

#[test]
fn a_step_moves_active_fields_only() {
    let mut moved = layer();
    moved.step(&gradient(), -0.1);
    let expected =
        Layer { weights: vec![[0.0, 0.0], [0.0, 0.0]], bias: Some(0.4), scale: 2.1, mixed: (6.8, 3), ..layer() };
    assert_eq!(moved, expected);
}

#[test]
fn a_step_that_does_not_fit_writes_nothing() {
    let short = LayerTangent { weights: vec![[1.0, 1.0]], ..gradient() };
    let result = std::sync::Mutex::new(layer());
    let text = message(|| result.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).step(&short, 1.0));
    assert_eq!(text, "a value of length 2 cannot be moved along a tangent of length 1");
    assert_eq!(*result.lock().unwrap_or_else(|poisoned| poisoned.into_inner()), layer());
}

#[test]
fn tangents_are_vectors() {
    let g = gradient();
    let two =
        LayerTangent { weights: vec![[20.0, 40.0], [60.0, 80.0]], bias: Some(2.0), scale: -2.0, mixed: (4.0, ()) };
    assert_eq!(g.clone() + g.clone(), two);
    assert_eq!(g.clone() * 2.0, two);
    assert_eq!(two.clone() - g.clone(), g);
    assert_eq!(-g.clone(), g.clone() * -1.0);
    let mut sum = g.clone();
    sum += g.clone();
    sum += &g;
    sum -= g.clone();
    assert_eq!(sum, two);
    sum -= &two;
    assert_eq!(sum, layer().zero_tangent());
    sum += &g;
    sum *= 2.0;
    assert_eq!(sum, two);
    assert_eq!(g.dot(&two), 2.0 * (100.0 + 400.0 + 900.0 + 1600.0 + 1.0 + 1.0 + 4.0));
    assert_eq!(g.norm(), 3006.0_f64.sqrt());
    sum.reset();
    assert_eq!(sum, layer().zero_tangent());
}

#[test]
fn tangents_that_do_not_fit_together_are_refused_before_anything_is_written() {
    let mut g = LayerTangent { weights: vec![], ..gradient() };
    let before = g.clone();
    let text = message(std::panic::AssertUnwindSafe(|| g += gradient()));
    assert_eq!(text, "tangents of different lengths cannot be combined: 0 and 2");
    assert_eq!(g, before);
}

#[test]
fn a_tangent_is_its_own_tangent() {
    let mut g = gradient();
    assert_eq!(g.zero_tangent(), layer().zero_tangent());
    g.step(&gradient(), 1.0);
    assert_eq!(g, gradient() * 2.0);
}

#[test]
fn values_and_tangents_show_their_floats_in_one_order() {
    let names = [".weights[0][0]", ".weights[0][1]", ".weights[1][0]", ".weights[1][1]", ".bias", ".scale", ".mixed.0"];
    let (of_value, of_tangent) = (floats(&mut layer()), floats(&mut gradient()));
    assert_eq!(of_value.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), names);
    assert_eq!(of_tangent.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), names);
    assert_eq!(of_value.iter().map(|(_, x)| *x).collect::<Vec<_>>(), [1.0, 2.0, 3.0, 4.0, 0.5, 2.0, 7.0]);
}

#[test]
fn gradcheck_takes_structs() {
    let f = |layer: &Layer| layer.scale * layer.weights[0][0] * layer.mixed.0 + layer.data[0] * layer.weights[1][1];
    let gradient = |layer: &Layer| LayerTangent {
        weights: vec![[layer.scale * layer.mixed.0, 0.0], [0.0, layer.data[0]]],
        bias: Some(0.0),
        scale: layer.weights[0][0] * layer.mixed.0,
        mixed: (layer.scale * layer.weights[0][0], ()),
    };
    autograd::gradcheck::Gradcheck::new()
        .step(1e-3)
        .relative(1e-4)
        .absolute(1e-3)
        .gradient(f, gradient, &layer())
        .unwrap();
}

/// A vector, whose gradient is small enough to copy.
#[derive(Clone, Copy, Debug, PartialEq, Differentiable)]
struct Vec3 {
    x: f64,
    y: f64,
    z: f64,
}

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct World {
    bodies: Vec<Vec3>,
    pair: [Vec3; 2],
    origin: Option<Vec3>,
    tuple: (Vec3, bool),
    boxed: Box<Vec3>,
}

#[test]
fn user_types_nest() {
    let v = |x| Vec3 { x, y: 2.0 * x, z: 3.0 * x };
    let d = |x| Vec3Tangent { x, y: 2.0 * x, z: 3.0 * x };
    let mut world = World {
        bodies: vec![v(1.0), v(2.0)],
        pair: [v(3.0); 2],
        origin: None,
        tuple: (v(4.0), true),
        boxed: Box::new(v(5.0)),
    };
    let zero = WorldTangent {
        bodies: vec![d(0.0); 2],
        pair: [d(0.0); 2],
        origin: None,
        tuple: (d(0.0), ()),
        boxed: Box::new(d(0.0)),
    };
    assert_eq!(world.zero_tangent(), zero);
    let g = WorldTangent { bodies: vec![d(1.0); 2], pair: [d(2.0), d(3.0)], ..zero };
    assert_eq!(g.norm(), (14.0 * (1.0 + 1.0 + 4.0 + 9.0_f64)).sqrt());
    world.step(&g, 1.0);
    assert_eq!(world.bodies, [v(2.0), v(3.0)]);
    assert_eq!(world.pair, [v(5.0), v(6.0)]);
    assert_eq!(floats(&mut world)[0].0, ".bodies[0].x");
}

#[test]
fn small_tangents_are_copied_and_have_a_default() {
    let d = Vec3Tangent { x: 1.0, ..Vec3Tangent::default() };
    let copied = d;
    assert_eq!(d, copied);
    assert_eq!(format!("{d:?}"), "Vec3Tangent { x: 1.0, y: 0.0, z: 0.0 }");
    assert_eq!(LayerTangent::default(), LayerTangent { weights: vec![], bias: None, scale: 0.0, mixed: (0.0, ()) });
}

/// Numbers stay: field 1 of the tangent belongs to field 1 of the value.
#[derive(Clone, Debug, PartialEq, Differentiable)]
pub struct Pair(#[no_grad] pub f64, pub f64, usize);

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Meters(f64);

#[derive(Clone, Copy, Debug, PartialEq, Differentiable)]
struct Marker;

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Count(usize);

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Settings {
    steps: usize,
}

#[test]
fn tuple_structs_keep_their_numbers() {
    let mut pair = Pair(1.0, 2.0, 3);
    assert_eq!(pair.zero_tangent(), PairTangent(NoGrad, 0.0));
    pair.step(&PairTangent(NoGrad, 10.0), 0.5);
    assert_eq!(pair, Pair(1.0, 7.0, 3));
    assert_eq!(floats(&mut pair), [(".1".to_owned(), 7.0)]);
    assert_eq!(Meters(1.0).zero_tangent() + MetersTangent(2.0), MetersTangent(2.0));
}

#[test]
fn nothing_to_differentiate_is_no_error() {
    assert_eq!(Marker.zero_tangent(), MarkerTangent);
    assert_eq!(Count(3).zero_tangent(), CountTangent());
    assert_eq!(Settings { steps: 3 }.zero_tangent(), SettingsTangent {});
    let mut settings = Settings { steps: 3 };
    settings.step(&SettingsTangent {}, 1.0);
    assert_eq!(settings.steps, 3);
    assert_eq!((MarkerTangent + MarkerTangent).dot(&MarkerTangent), 0.0);
}

#[test]
fn left_out_fields_take_adjoints_and_keep_none() {
    let mut g = gradient();
    g.data[0] += 3.0;
    g.name += 1.0;
    assert_eq!(g, gradient());
    assert_eq!(g.data, NoGrad);
    let mut pair = PairTangent(NoGrad, 1.0);
    pair.0 += 1.0;
    pair.2 += 1.0;
    assert_eq!(pair, PairTangent(NoGrad, 1.0));
}

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Node {
    value: f64,
    next: Option<Box<Node>>,
    rest: Vec<Self>,
}

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Even {
    value: f64,
    odd: Option<Box<Odd>>,
}

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Odd {
    value: f64,
    even: Option<Box<Even>>,
}

#[derive(Clone, Debug, PartialEq, Differentiable)]
#[autograd(recursive)]
struct Branch {
    length: f64,
    twigs: Vec<Twig>,
}

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Twig {
    branches: Vec<Branch>,
}

#[test]
fn types_may_contain_themselves_by_way_of_others() {
    let mut branch =
        Branch { length: 1.0, twigs: vec![Twig { branches: vec![Branch { length: 2.0, twigs: vec![] }] }] };
    let mut d = branch.zero_tangent();
    d.twigs[0].branches[0].length = 3.0;
    branch.step(&d, 1.0);
    assert_eq!(branch.twigs[0].branches[0].length, 5.0);
    assert_eq!(format!("{:?}", d.twigs[0].branches[0]), "BranchTangent { length: 3.0, twigs: [] }");
}

/// The tangent of a type from elsewhere, by hand, with nothing but what it must have.
struct Angle(f64);

impl Differentiable for Angle {
    type Tangent = f64;

    fn zero_tangent(&self) -> f64 {
        self.0 * 0.0
    }
}

#[derive(Differentiable)]
struct Arm {
    joints: [Angle; 2],
}

#[test]
fn a_type_by_hand_need_not_be_movable() {
    assert_eq!(Arm { joints: [Angle(1.0), Angle(2.0)] }.zero_tangent(), ArmTangent { joints: [0.0; 2] });
}

#[test]
fn types_may_be_recursive() {
    let leaf = |value| Node { value, next: None, rest: vec![] };
    let mut list = Node { value: 1.0, next: Some(Box::new(leaf(2.0))), rest: vec![leaf(3.0), leaf(4.0)] };
    let mut d = list.zero_tangent();
    d.next.as_mut().unwrap().value = 1.0;
    d.rest[1].value = 2.0;
    list.step(&d, 10.0);
    assert_eq!(floats(&mut list).iter().map(|(_, x)| *x).collect::<Vec<_>>(), [1.0, 12.0, 3.0, 24.0]);
    assert_eq!(d.clone(), d);
    assert_eq!(NodeTangent::default().next, None);

    let mut even = Even { value: 1.0, odd: Some(Box::new(Odd { value: 2.0, even: None })) };
    let d = EvenTangent { value: 1.0, odd: Some(Box::new(OddTangent { value: 1.0, even: None })) };
    even.step(&(d.clone() + d), 1.0);
    assert_eq!(even, Even { value: 3.0, odd: Some(Box::new(Odd { value: 4.0, even: None })) });
}

/// Names that a careless macro would trip over.
mod names {
    #![allow(dead_code, non_camel_case_types, non_snake_case, non_upper_case_globals, reason = "they are the test")]
    use super::{Components, floats};

    const f: usize = 1;
    fn other() {}
    fn scale() {}
    struct Path;
    type Option<T> = ::std::result::Result<T, ()>;
    trait Tangent {}
    trait Step {}
    mod core {}
    mod std {}

    #[derive(autograd::Differentiable)]
    pub(super) struct r#type {
        pub(super) r#fn: f64,
        pub(super) K: [f64; 40],
        pub(crate) other: f64,
        scale: f64,
    }

    impl r#type {
        /// A method of the user's own that is called as the trait's.
        fn step(&mut self) {
            self.r#fn += 1.0;
        }
    }

    #[test]
    fn names_are_hygienic() {
        let mut value = r#type { r#fn: 1.0, K: [2.0; 40], other: 3.0, scale: 4.0 };
        value.step();
        let zero = autograd::Differentiable::zero_tangent(&value);
        assert_eq!(zero, typeTangent { r#fn: 0.0, K: [0.0; 40], other: 0.0, scale: 0.0 });
        assert_eq!(floats(&mut value)[0], (".fn".to_owned(), 2.0));
        assert_eq!(floats(&mut value).len(), 43);
        let _: &dyn Components = &value;
    }
}

/// The facade under another name.
mod renamed {
    mod reexport {
        pub(super) mod gradients {
            pub(in super::super) use autograd::{__private, Differentiable};
        }
    }

    #[derive(reexport::gradients::Differentiable)]
    #[autograd(crate = reexport::gradients)]
    struct Point {
        x: f64,
    }

    #[test]
    fn the_facade_may_have_another_path() {
        let zero = autograd::Differentiable::zero_tangent(&Point { x: 1.0 });
        assert_eq!(zero, PointTangent { x: 0.0 });
    }
}

#[test]
fn types_inside_functions_can_be_derived() {
    #[derive(Differentiable)]
    struct Inside {
        x: f64,
        #[no_grad]
        n: f64,
    }
    let inside = Inside { x: 1.0, n: 2.0 };
    assert_eq!(inside.zero_tangent(), InsideTangent { x: inside.n - 2.0 });
}
