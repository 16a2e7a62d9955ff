use autograd_runtime::Step;

use crate::panics::message_of;

#[test]
fn values_move_along_tangents() {
    let mut x = (1.0, [2.0_f32; 2], vec![3.0], Some(Box::new(4.0)), 5, "6".to_string(), vec![0.5].into_boxed_slice());
    x.step(&(1.0, [2.0; 2], vec![3.0], Some(Box::new(4.0)), (), (), vec![-1.0]), -0.5);
    assert_eq!(x, (0.5, [1.0; 2], vec![1.5], Some(Box::new(2.0)), 5, "6".to_string(), vec![1.0].into_boxed_slice()));
}

#[test]
fn slices_and_references_move() {
    let mut x = [1.0, 2.0, 3.0];
    x[1..].step(&vec![1.0, 10.0], 2.0);
    let mut r = &mut x;
    Step::step(&mut r, &[1.0; 3], 1.0);
    assert_eq!(x, [2.0, 5.0, 24.0]);
}

#[test]
fn gradient_descent_on_any_value() {
    fn descend<P: Step>(p: &mut P, gradient: impl Fn(&P) -> P::Tangent) {
        for _ in 0..200 {
            p.step(&gradient(p), -0.1);
        }
    }
    let mut p = (0.0_f64, vec![5.0_f64, -5.0]);
    descend(&mut p, |p| (2.0 * (p.0 - 1.0), p.1.iter().map(|v| 2.0 * (v - 2.0)).collect()));
    assert!((p.0 - 1.0).abs() < 1e-12 && p.1.iter().all(|v| (v - 2.0).abs() < 1e-12), "{p:?}");
}

#[test]
fn other_shapes_are_refused_before_anything_is_written() {
    let mut x = (1.0, vec![vec![1.0], vec![2.0, 3.0]]);
    let before = x.clone();
    let message = message_of(|| x.step(&(1.0, vec![vec![1.0], vec![2.0]]), 1.0));
    assert_eq!(message, "a value of length 2 cannot be moved along a tangent of length 1");
    let message = message_of(|| x.1.step(&vec![vec![1.0]], 1.0));
    assert_eq!(message, "a value of length 2 cannot be moved along a tangent of length 1");
    let message = message_of(|| None::<f64>.step(&Some(1.0), 1.0));
    assert_eq!(message, "the value `None` cannot be moved along a tangent that is `Some`");
    assert_eq!(x, before);
}
