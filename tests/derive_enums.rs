//! `#[derive(Differentiable)]` on enums: the variant is the value's, the payloads carry the gradient.
#![deny(warnings, missing_docs)]

use std::panic::{AssertUnwindSafe, catch_unwind};

use autograd::gradcheck::{Component, Components, Path};
use autograd::prelude::*;

/// A shape.
#[derive(Clone, Debug, PartialEq, Differentiable)]
pub enum Shape {
    /// By its radius.
    Circle(f64),
    /// By its side and a label.
    Square {
        /// The side.
        side: f64,
        /// Not active.
        label: String,
    },
    /// By any number of points, after their color.
    Polygon(u8, Vec<[f64; 2]>),
    /// A shape without floats.
    Pixel(usize),
    /// Marked as a whole.
    #[no_grad]
    Fixed(f64),
    /// Nothing at all.
    Nothing,
}

use ShapeTangent as D;

fn message(run: impl FnOnce()) -> String {
    let error = catch_unwind(AssertUnwindSafe(run)).expect_err("it has to panic");
    error.downcast_ref::<String>().cloned().expect("a formatted message")
}

fn circle() -> Shape {
    Shape::Circle(2.0)
}

#[test]
fn the_zero_is_of_the_values_variant() {
    assert_eq!(circle().zero_tangent(), D::Circle(0.0));
    assert_eq!(Shape::Square { side: 1.0, label: "a".into() }.zero_tangent(), D::Square { side: 0.0 });
    assert_eq!(Shape::Polygon(1, vec![[1.0; 2]]).zero_tangent(), D::Polygon(autograd::NoGrad, vec![[0.0; 2]]));
    assert_eq!(Shape::Pixel(3).zero_tangent(), D::Pixel());
    assert_eq!(Shape::Fixed(3.0).zero_tangent(), D::Fixed());
    assert_eq!(Shape::Nothing.zero_tangent(), D::Nothing);
}

#[test]
fn one_variant_is_a_vector_space() {
    let (one, two) = (D::Square { side: 1.0 }, D::Square { side: 2.0 });
    assert_eq!(one.clone() + one.clone(), two);
    assert_eq!(two.clone() - one.clone(), one);
    assert_eq!(-one.clone() * -2.0, two);
    assert_eq!(one.dot(&two), 2.0);
    let mut sum = two.clone();
    sum += &one;
    sum.reset();
    assert_eq!(sum, D::Square { side: 0.0 });
}

#[test]
fn a_variant_without_floats_is_the_zero_of_every_shape() {
    let mut sum = D::Nothing;
    sum += &D::Circle(1.5);
    assert_eq!(sum, D::Circle(1.5));
    sum += D::Nothing;
    sum += D::Pixel();
    assert_eq!(sum, D::Circle(1.5));
    assert_eq!(D::Pixel() + D::Circle(2.0), D::Circle(2.0));
    assert_eq!(D::Nothing + D::Pixel(), D::Nothing);
    assert_eq!(D::Nothing.dot(&D::Circle(2.0)), 0.0);
    assert_eq!(D::Circle(2.0).dot(&D::Nothing), 0.0);
}

#[test]
fn different_variants_are_refused() {
    let expected = "tangents of different variants of `Shape` cannot be combined: `Circle` and `Square`";
    let mut sum = D::Circle(1.0);
    assert_eq!(message(|| sum += D::Square { side: 1.0 }), expected);
    assert_eq!(message(|| sum.add_assign_ref(&D::Square { side: 1.0 })), expected);
    assert_eq!(message(|| assert!(sum.dot(&D::Square { side: 1.0 }).is_nan())), expected);
    assert_eq!(sum, D::Circle(1.0));
    let mut polygon = D::Polygon(autograd::NoGrad, vec![]);
    let text = message(|| polygon += D::Polygon(autograd::NoGrad, vec![[1.0; 2]]));
    assert_eq!(text, "tangents of different lengths cannot be combined: 0 and 1");
}

#[test]
fn a_step_keeps_the_variant() {
    let mut shape = circle();
    shape.step(&D::Circle(10.0), 0.1);
    shape.step(&D::Nothing, 0.1);
    assert_eq!(shape, Shape::Circle(3.0));
    let mut square = Shape::Square { side: 1.0, label: "a".into() };
    square.step(&D::Square { side: 1.0 }, 2.0);
    assert_eq!(square, Shape::Square { side: 3.0, label: "a".into() });
    assert_eq!(
        message(|| square.step(&D::Circle(1.0), 1.0)),
        "the value `Square` cannot be moved along a tangent that is `Circle`"
    );
    let mut nothing = Shape::Nothing;
    nothing.step(&D::Nothing, 1.0);
    assert_eq!(
        message(|| nothing.step(&D::Circle(1.0), 1.0)),
        "the value `Nothing` cannot be moved along a tangent that is `Circle`"
    );
}

#[test]
fn floats_are_those_of_the_variant() {
    let mut found = Vec::new();
    let mut visitor = |path: &Path, component: Component<'_>| found.push(format!("{path} = {}", component.get()));
    let path = &mut Path::default();
    circle().visit(path, &mut visitor);
    Shape::Polygon(1, vec![[1.0, 2.0]]).visit(path, &mut visitor);
    Shape::Pixel(1).visit(path, &mut visitor);
    D::Square { side: 7.0 }.visit(path, &mut visitor);
    assert_eq!(found, [".0 = 2", ".1[0][0] = 1", ".1[0][1] = 2", ".side = 7"]);
}

#[derive(Clone, Copy, Debug, PartialEq, Differentiable)]
enum Mode {
    Fast,
    Slow,
}

#[derive(Clone, Copy, Debug, PartialEq, Differentiable)]
enum Only {
    This(f64),
}

#[derive(Clone, Copy, Debug, PartialEq, Differentiable)]
enum Never {}

#[derive(Clone, Debug, PartialEq, Differentiable)]
enum Tree<T> {
    Leaf(T),
    Node { children: Vec<Tree<T>>, weight: T },
    Empty,
}

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Scene {
    shapes: Vec<Shape>,
    mode: Mode,
    tree: Tree<f64>,
}

#[test]
fn small_enums_work_too() {
    assert_eq!(Mode::Fast.zero_tangent() + Mode::Slow.zero_tangent(), ModeTangent::Fast);
    let mut only = Only::This(1.0);
    only.step(&OnlyTangent::This(1.0), 3.0);
    assert_eq!(only, Only::This(4.0));
    assert_eq!((OnlyTangent::This(2.0) + OnlyTangent::This(3.0)).norm(), 5.0);
    assert_eq!(None::<Never>.zero_tangent(), None::<NeverTangent>);
}

#[test]
fn enums_may_be_generic_recursive_and_nested() {
    let tree = |a, b| Tree::Node { children: vec![Tree::Leaf(a), Tree::Empty], weight: b };
    let d = |a, b| TreeTangent::Node { children: vec![TreeTangent::Leaf(a), TreeTangent::Empty], weight: b };
    let mut scene = Scene { shapes: vec![circle(), Shape::Nothing], mode: Mode::Slow, tree: tree(1.0, 2.0) };
    let zero = SceneTangent { shapes: vec![D::Circle(0.0), D::Nothing], mode: ModeTangent::Slow, tree: d(0.0, 0.0) };
    assert_eq!(scene.zero_tangent(), zero);
    assert_eq!(format!("{:?}", zero.tree), "Node { children: [Leaf(0.0), Empty], weight: 0.0 }");
    let g = SceneTangent { tree: d(1.0, 2.0), ..zero };
    scene.step(&(g.clone() + g), 1.0);
    assert_eq!(scene.tree, tree(3.0, 6.0));
    assert_ne!(d(1.0, 2.0), TreeTangent::Leaf(1.0));
}
