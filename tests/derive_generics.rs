//! `#[derive(Differentiable)]` on types with parameters.
#![deny(warnings, missing_docs)]

use std::fmt::Debug;
use std::marker::PhantomData;

use autograd::gradcheck::Components;
use autograd::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Differentiable)]
struct Point<T> {
    x: T,
    y: T,
}

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Polygon<T: Real, const N: usize = 3>
where
    [T; N]: Debug,
{
    points: [Point<T>; N],
    weights: Vec<T>,
    extra: Option<Box<Point<T>>>,
}

#[test]
fn tangents_are_as_generic_as_their_types() {
    let mut polygon = Polygon { points: [Point { x: 1.0_f32, y: 2.0 }; 2], weights: vec![3.0], extra: None };
    let zero = polygon.zero_tangent();
    assert_eq!(zero.points, [PointTangent { x: 0.0, y: 0.0 }; 2]);
    let g = PolygonTangent::<f32, 2> { points: [PointTangent { x: 1.0, y: 10.0 }; 2], weights: vec![1.0], extra: None };
    polygon.step(&(zero + g.clone() * 2.0 - g), 1.0);
    assert_eq!(polygon.points, [Point { x: 2.0, y: 12.0 }; 2]);
    assert_eq!(polygon.weights, [4.0]);
    // A tuple, a `Vec` and a user's type are parameters as good as a float.
    let nested = Point { x: vec![Point { x: (1.0, 2_usize), y: (3.0, 4) }], y: vec![] };
    assert_eq!(nested.zero_tangent().x, [PointTangent { x: (0.0, ()), y: (0.0, ()) }]);
    assert_eq!(format!("{:?}", Point { x: 1.0, y: 2.0 }.zero_tangent()), "PointTangent { x: 0.0, y: 0.0 }");
}

fn descend<T: Real>(point: &mut Point<T>, gradient: PointTangent<T>) {
    let zero: PointTangent<T> = point.zero_tangent();
    point.step(&(zero + gradient), -1.0);
}

#[test]
fn generic_functions_use_them() {
    let mut point = Point { x: 1.0, y: 2.0 };
    descend(&mut point, PointTangent { x: 1.0, y: 2.0 });
    assert_eq!(point, Point { x: 0.0, y: 0.0 });
    fn default<T: Default>() -> T {
        T::default()
    }
    assert_eq!(default::<PointTangent<f64>>(), PointTangent { x: 0.0, y: 0.0 });
    let copied = PointTangent::<f64> { x: 1.0, y: 2.0 };
    let (a, b) = (copied, copied);
    assert_eq!(a, b);
}

/// A marker of a frame that is neither differentiable nor anything else.
struct World;

#[derive(Differentiable)]
struct Position<F> {
    at: [f64; 2],
    frame: PhantomData<F>,
}

#[derive(Differentiable)]
struct Body<F, L: ?Sized> {
    position: Position<F>,
    #[no_grad]
    label: Box<L>,
}

#[test]
fn parameters_of_inactive_fields_are_not_constrained() {
    let mut body: Body<World, dyn Debug> =
        Body { position: Position { at: [1.0, 2.0], frame: PhantomData }, label: Box::new(7) };
    let d: BodyTangent<World> = BodyTangent { position: PositionTangent { at: [1.0, 1.0] } };
    body.step(&d, 2.0);
    assert_eq!(body.position.at, [3.0, 4.0]);
    assert_eq!(format!("{:?} {d:?}", body.label), "7 BodyTangent { position: PositionTangent { at: [1.0, 1.0] } }");
}

trait Model {
    type State;
}

struct Linear;

impl Model for Linear {
    type State = Vec<f64>;
}

#[derive(Differentiable)]
struct Simulation<M: Model> {
    state: M::State,
    tried: <M as Model>::State,
}

#[test]
fn associated_types_are_constrained_themselves() {
    let simulation = Simulation::<Linear> { state: vec![1.0; 2], tried: vec![] };
    let zero = simulation.zero_tangent();
    assert_eq!((zero.state, zero.tried), (vec![0.0; 2], vec![]));
}

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct List<T> {
    head: T,
    tail: Option<Box<List<T>>>,
    both: Option<Box<Point<Self>>>,
}

#[test]
fn generic_types_may_be_recursive() {
    let end = |head| List { head, tail: None, both: None };
    let mut list = List { head: 1.0, tail: Some(Box::new(end(2.0))), both: None };
    let d =
        ListTangent { head: 1.0, tail: Some(Box::new(ListTangent { head: 2.0, tail: None, both: None })), both: None };
    list.step(&d, 1.0);
    assert_eq!(list, List { head: 2.0, tail: Some(Box::new(end(4.0))), both: None });
    assert_eq!(d.clone(), d);
}

#[derive(Differentiable)]
struct Data<'a> {
    x: &'a [f64],
    name: &'a str,
    scale: f64,
}

#[derive(Differentiable)]
struct Problem<'a, 'b: 'a, T> {
    data: Data<'a>,
    parameters: &'b mut [T],
}

#[derive(Differentiable)]
struct Parameters<'a> {
    w: &'a mut [f64],
    b: &'a mut f64,
}

#[test]
fn references_leave_no_lifetime_in_the_tangent() {
    let (x, mut w) = (vec![1.0, 2.0], vec![3.0]);
    let d: ProblemTangent<f64> = {
        let data = Data { x: &x, name: "data", scale: 2.0 };
        assert_eq!(data.name, "data");
        Problem { data, parameters: &mut w }.zero_tangent()
    };
    drop((x, w));
    assert_eq!(d, ProblemTangent { data: DataTangent { x: vec![0.0; 2], scale: 0.0 }, parameters: vec![0.0] });
}

#[test]
fn exclusive_references_are_moved_and_visited() {
    let (mut w, mut b) = (vec![3.0], 4.0);
    let mut parameters = Parameters { w: &mut w, b: &mut b };
    parameters.step(&ParametersTangent { w: vec![1.0], b: 2.0 }, 10.0);
    let mut floats = 0;
    parameters.visit(&mut Default::default(), &mut |_, _| floats += 1);
    assert_eq!(floats, 2);
    assert_eq!((w, b), (vec![13.0], 24.0));
}

#[derive(Differentiable)]
struct Wrapper<T: Into<U>, U, const N: usize, const M: usize>
where
    U: Copy,
    [U; M]: Sized,
{
    x: [T; N],
    #[no_grad]
    u: [U; M],
}

#[test]
fn bounds_about_left_out_parameters_are_left_out() {
    let wrapper = Wrapper { x: [1.0_f32, 2.0], u: [1.0_f64; 3] };
    let zero: WrapperTangent<f32, 2> = wrapper.zero_tangent();
    assert_eq!((zero.x, wrapper.u), ([0.0; 2], [1.0; 3]));
}

#[derive(Clone, Debug, PartialEq, Differentiable)]
struct Filter {
    state: nalgebra_like::Matrix<f64, 2>,
}

mod nalgebra_like {
    //! A type from elsewhere, with a tangent of its own.
    #[derive(Clone, Debug, PartialEq, autograd::Differentiable)]
    pub(super) struct Matrix<T, const N: usize>(pub(super) [[T; N]; N]);
}

#[test]
fn constants_reach_other_types() {
    let filter = Filter { state: nalgebra_like::Matrix([[1.0; 2]; 2]) };
    assert_eq!(filter.zero_tangent().state, nalgebra_like::MatrixTangent([[0.0; 2]; 2]));
}
