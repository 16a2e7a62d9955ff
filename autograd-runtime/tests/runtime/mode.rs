#![allow(clippy::type_complexity, reason = "the types are those that the macro emits")]

use autograd_runtime::{Differentiable, Either, Mode, Off, On, Tangent};

/// Generated calls in miniature: a callee generic over modes, as the macro emits it.
fn dist_call<A: Mode, B: Mode>(
    x: &[f64],
    y: &[f64],
    _: A,
    _: B,
) -> (f64, impl FnOnce(&[f64], A::Shadow<'_, [f64]>, &[f64], B::Shadow<'_, [f64]>, f64) + Clone + use<A, B>) {
    let s = x.iter().zip(y).map(|(x, y)| (x - y) * (x - y)).sum();
    (s, |x: &[f64], mut d_x: A::Shadow<'_, [f64]>, y: &[f64], mut d_y: B::Shadow<'_, [f64]>, seed: f64| {
        for i in 0..x.len() {
            let d = 2.0 * (x[i] - y[i]) * seed;
            A::with(&mut d_x, |d_x| d_x[i] += d);
            B::with(&mut d_y, |d_y| d_y[i] -= d);
        }
    })
}

/// A callee that lends its shadow on, part by part, and reads an adjoint to move it.
fn ends_call<A: Mode>(x: &mut [f64], _: A) -> (f64, impl FnOnce(&mut [f64], A::Shadow<'_, [f64]>, f64) + use<A>) {
    let n = x.len();
    let (head, square_pullback) = square_call(&x[0], A::default());
    x[n - 1] = 0.0;
    (head, move |x: &mut [f64], mut d_x: A::Shadow<'_, [f64]>, seed: f64| {
        // x[n - 1] = 0: the adjoint of what was overwritten is zero.
        let taken = A::read(&mut d_x, || 0.0, |d_x| core::mem::take(&mut d_x[n - 1]));
        assert_eq!(taken, if A::ON { 100.0 } else { 0.0 });
        square_pullback(&x[0], A::map(A::reborrow(&mut d_x), |d_x| &mut d_x[0]), seed);
        A::with(&mut d_x, |d_x| d_x[1] += 0.25);
    })
}

fn square_call<A: Mode>(x: &f64, _: A) -> (f64, impl FnOnce(&f64, A::Shadow<'_, f64>, f64) + use<A>) {
    (x * x, |x: &f64, mut d_x: A::Shadow<'_, f64>, seed: f64| A::with(&mut d_x, |d_x| *d_x += 2.0 * x * seed))
}

#[test]
fn the_caller_chooses_what_is_active() {
    let (x, y) = ([0.5, 0.25], [1.0, 2.0]);
    let (mut d_x, mut d_y) = ([0.0; 2], [0.0; 2]);
    let (value, pullback) = dist_call(&x, &y, On, Off);
    pullback(&x, &mut d_x, &y, (), 1.0);
    assert_eq!((value, d_x, d_y), (3.3125, [-1.0, -3.5], [0.0, 0.0]));

    let (_, pullback) = dist_call(&x, &y, On, On);
    pullback.clone()(&x, &mut d_x, &y, &mut d_y, 2.0);
    pullback(&x, &mut d_x, &y, &mut d_y, -1.0);
    assert_eq!((d_x, d_y), ([-2.0, -7.0], [1.0, 3.5]));
}

#[test]
fn shadows_are_lent_mapped_and_read() {
    let mut x = [3.0, 0.0, 7.0];
    let mut d_x = [0.0, 0.0, 100.0];
    let (value, pullback) = ends_call(&mut x, On);
    pullback(&mut x, &mut d_x, 2.0);
    assert_eq!((value, d_x), (9.0, [12.0, 0.25, 0.0]));

    let (value, pullback) = ends_call(&mut x, Off);
    pullback(&mut x, (), 2.0);
    assert_eq!(value, 9.0);
    assert_eq!((size_of::<<Off as Mode>::Shadow<'_, [f64]>>(), On::ON, Off::ON), (0, true, false));
}

#[test]
fn modes_go_through_fields() {
    fn first_of_pair<A: Mode>(mut d: A::Shadow<'_, (f64, Vec<f64>)>) {
        {
            let mut d_v = A::map(A::reborrow(&mut d), |d: &mut (f64, Vec<f64>)| d.1.as_mut_slice());
            A::with(&mut d_v, |d_v| d_v[1] += 1.0);
        }
        A::with(&mut d, |d| d.0 += 2.0);
    }
    let mut d = (0.5, vec![1.0, 2.0]).zero_tangent();
    first_of_pair::<On>(&mut d);
    first_of_pair::<Off>(());
    d.scale(2.0);
    assert_eq!(d, (4.0, vec![0.0, 2.0]));
}

#[test]
fn either_keeps_what_the_arm_saved() {
    let saved = |x: f64| if x > 0.0 { Either::Left((x, x.sin())) } else { Either::Right([x]) };
    let backward = |saved: Either<(f64, f64), [f64; 1]>| match saved {
        Either::Left((x, y)) => x + y,
        Either::Right([x]) => -x,
    };
    assert_eq!(backward(saved(2.0)), 2.0 + 2.0_f64.sin());
    assert_eq!(backward(saved(-3.0)), 3.0);
    assert_eq!(format!("{:?}", saved(-1.0)), "Right([-1.0])");
}
