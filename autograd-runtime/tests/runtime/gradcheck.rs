use autograd_runtime::gradcheck::{Component, Components, Gradcheck, GradcheckError, Path, gradcheck};

use crate::panics::message_of;

/// A function of a scalar, a slice and an index, and its gradient with respect to the first two.
fn f(x: f64, a: &[f64], n: usize) -> f64 {
    a.iter().map(|a| (x * a).sin()).sum::<f64>() * a[n]
}

fn f_grad(x: f64, a: &[f64], n: usize) -> (f64, Vec<f64>) {
    let sum: f64 = a.iter().map(|a| (x * a).sin()).sum();
    let d_x = a.iter().map(|v| v * (x * v).cos()).sum::<f64>() * a[n];
    let mut d_a: Vec<f64> = a.iter().map(|v| x * (x * v).cos() * a[n]).collect();
    d_a[n] += sum;
    (d_x, d_a)
}

const POINT: f64 = 1.3;

fn point() -> (f64, Vec<f64>) {
    (POINT, vec![0.4, -1.7, 2.2, 0.1])
}

fn disagreement(
    result: Result<autograd_runtime::gradcheck::Report, GradcheckError>,
) -> autograd_runtime::gradcheck::Report {
    match result {
        Err(GradcheckError::Disagreement(report)) => report,
        other => panic!("expected a disagreement, got {other:?}"),
    }
}

#[test]
fn right_gradients_pass_with_a_small_error() {
    gradcheck(|(x, a)| f(*x, a, 1), |(x, a)| f_grad(*x, a, 1), &point());
    let report = Gradcheck::new().gradient(|(x, a)| f(*x, a, 2), |(x, a)| f_grad(*x, a, 2), &point()).unwrap();
    assert_eq!((report.compared, report.disagreeing), (5, 0));
    assert!(report.worst.relative_error() < 1e-8, "{report}");
    assert!(
        report.to_string().starts_with("all 5 derivatives agree with central differences; the worst is\nd y / d x")
    );
}

#[test]
fn every_wrong_component_is_caught_and_named() {
    for (wrong, name) in [(0, "x.0"), (1, "x.1[0]"), (2, "x.1[1]"), (4, "x.1[3]")] {
        let spoiled = |factor: f64, offset: f64| {
            move |(x, a): &(f64, Vec<f64>)| {
                let (mut d_x, mut d_a) = f_grad(*x, a, 1);
                let component = if wrong == 0 { &mut d_x } else { &mut d_a[wrong - 1] };
                *component = factor * *component + offset;
                (d_x, d_a)
            }
        };
        for (factor, offset) in
            [(0.0, 0.0), (-1.0, 0.0), (2.0, 0.0), (1.0 + 1e-5, 0.0), (1.0, 1e-5), (1.0, f64::NAN), (1.0, f64::INFINITY)]
        {
            let report =
                disagreement(Gradcheck::new().gradient(|(x, a)| f(*x, a, 1), spoiled(factor, offset), &point()));
            assert_eq!((report.disagreeing, report.worst.argument.as_str()), (1, name), "{factor} {offset}\n{report}");
        }
    }
}

#[test]
fn two_wrong_components_are_counted_and_the_worse_is_shown() {
    let report = disagreement(Gradcheck::new().gradient(
        |(x, y)| x * x * y,
        |(x, y)| (2.0 * x * y * 1.01, x * x * 3.0),
        &(1.5, -0.5),
    ));
    assert_eq!((report.compared, report.disagreeing), (2, 2));
    assert_eq!((report.worst.argument.as_str(), report.worst.analytic), ("x.1", 6.75));
    assert!((report.worst.numeric - 2.25).abs() < 1e-8);
    assert!((report.worst.relative_error() - 2.0 / 3.0).abs() < 1e-8);
}

#[test]
fn the_panic_reads_well() {
    let message = message_of(|| gradcheck(|x: &[f64; 2]| x[0] * x[0] + 3.0 * x[1], |x| [x[0], 3.0], &[2.0, 1.0]));
    let mut lines = message.lines();
    assert_eq!(
        lines.next(),
        Some("gradient check failed: 1 of 2 derivatives disagree with central differences; the worst is")
    );
    assert_eq!(lines.next(), Some("d y / d x[0]:"));
    assert_eq!(lines.next(), Some("  analytic        2.0"));
    let numeric = lines.next().unwrap();
    assert!(numeric.starts_with("  numeric         ") && numeric.contains("from the left"), "{numeric}");
    assert_eq!(lines.next(), Some("  relative error  5.0e-1"));
    assert_eq!(lines.next(), Some("  difference      2.0e0, allowed 4.0e-6, step 1.2e-5"));
    assert_eq!(lines.next(), None);

    let error = Gradcheck::new().gradient(|x: &f64| *x, |_| 2.0, &0.0).unwrap_err();
    assert_eq!(format!("{error:?}"), format!("{error}"));
}

#[test]
fn a_kink_shows_in_the_one_sided_differences() {
    let report = disagreement(Gradcheck::new().gradient(|x| f64::abs(*x), |_| 1.0, &0.0));
    assert_eq!((report.worst.one_sided, report.worst.numeric), ((-1.0, 1.0), 0.0));
}

#[test]
fn step_and_tolerances_are_the_chosen_ones() {
    let cube = |x: &f64| x * x * x;
    // The central difference of x³ at 0 is h².
    let report = Gradcheck::new().step(0.5).absolute(1.0).relative(0.0).gradient(cube, |_| 0.0, &0.0).unwrap();
    assert_eq!((report.worst.numeric, report.worst.step, report.worst.allowed), (0.25, 0.5, 1.0));
    disagreement(Gradcheck::new().step(0.5).gradient(cube, |_| 0.0, &0.0));
    disagreement(Gradcheck::new().absolute(0.0).relative(0.0).gradient(|x| f64::exp(*x), |x| f64::exp(*x), &1.0));
    // The step grows with the argument, or rounding would eat it.
    gradcheck(|x| x * x, |x| 2.0 * x, &1e9);
    disagreement(Gradcheck::new().gradient(|x| x * x, |x| 2.1 * x, &1e9));
    gradcheck(|x| f64::sqrt(*x), |x| 0.5 / x.sqrt(), &1e9);
    disagreement(Gradcheck::new().gradient(|x| f64::sqrt(*x), |x| 0.6 / x.sqrt(), &1e9));
}

#[test]
fn single_precision_has_its_own_defaults() {
    let (f, d) = (
        |x: &[f32; 3]| x[0].sin() * x[1].exp() + x[2],
        |x: &[f32; 3]| [x[0].cos() * x[1].exp(), x[0].sin() * x[1].exp(), 1.0],
    );
    gradcheck(f, d, &[0.5, -1.0, 100.0]);
    let report = disagreement(Gradcheck::new().gradient(f, |x| d(x).map(|d| d * 1.05), &[0.5, -1.0, 2.0]));
    assert_eq!(report.disagreeing, 3);
    // Mixed: the f64 argument of an f32 result needs the coarse step too.
    gradcheck(
        |(x, w)| (*x as f32 * w).tanh(),
        |(x, w)| {
            let d = 1.0 - (*x as f32 * w).tanh().powi(2);
            (f64::from(d * w), d * *x as f32)
        },
        &(0.7_f64, 0.3_f32),
    );
}

#[test]
fn values_are_compared_too() {
    let check = Gradcheck::new();
    check.value_and_gradient(|x| x * x, |x| (x * x, 2.0 * x), &3.0).unwrap();
    let error = check.value_and_gradient(|x| x * x, |x| (x * x + 1e-9, 2.0 * x), &3.0).unwrap_err();
    assert_eq!(error.to_string(), "gradient check impossible: the function returns 9.0, its companion 9.000000001");
    disagreement(check.value_and_gradient(|x| x * x, |x| (x * x, *x), &3.0));
}

#[test]
fn pullbacks_are_checked_for_every_result() {
    type Point = (f64, f64);
    let polar = |(r, t): &Point| vec![r * t.cos(), r * t.sin()];
    let pullback = |(r, t): &Point, seed: Vec<f64>| {
        (seed[0] * t.cos() + seed[1] * t.sin(), r * (seed[1] * t.cos() - seed[0] * t.sin()))
    };
    let report = Gradcheck::new().pullback(polar, pullback, &(2.0, 0.7)).unwrap();
    assert_eq!(report.compared, 4);
    let wrong = |x: &Point, seed: Vec<f64>| pullback(x, vec![seed[0], seed[1] * 2.0]);
    let report = disagreement(Gradcheck::new().pullback(polar, wrong, &(2.0, 0.7)));
    assert_eq!((report.disagreeing, report.worst.result.as_str()), (2, "y[1]"));
}

#[test]
fn components_are_those_of_any_value() {
    let mut value = (1.0, 2_usize, vec![[3.0_f32; 2]], Some(Box::new((4.0,))), None::<f64>, "5".to_string());
    let mut seen = Vec::new();
    value.visit(&mut Path::default(), &mut |path, mut component| {
        seen.push(format!("{path} {}", component.get()));
        component.set(component.get() + 0.5);
        assert_eq!(matches!(component, Component::F32(_)), path.to_string().starts_with(".2"));
    });
    assert_eq!(seen, [".0 1", ".2[0][0] 3", ".2[0][1] 3", ".3.0 4"]);
    assert_eq!(value, (1.5, 2, vec![[3.5; 2]], Some(Box::new((4.5,))), None, "5".to_string()));
    // An inactive argument has no entry in the gradient, and needs none.
    gradcheck(|(x, n, y)| x * f64::from(*n) + y, |(_, n, _)| (f64::from(*n), 1.0), &(2.0, 3_u8, 1.0));
}

#[test]
fn impossible_checks_say_why() {
    let check = Gradcheck::new();
    let reason = |result: Result<_, GradcheckError>| match result {
        Err(GradcheckError::Invalid(reason)) => reason,
        other => panic!("expected a refusal, got {other:?}"),
    };
    let square = |x: &f64| x * x;
    assert_eq!(reason(check.gradient(|_: &usize| 1.0, |_| (), &3)), "the arguments hold no float");
    assert_eq!(reason(check.pullback(|_: &f64| 3_usize, |x, ()| *x, &3.0)), "the result holds no float");
    assert_eq!(
        reason(check.gradient(square, |_| [1.0, 2.0], &1.0)),
        "the gradient has 2 components, the arguments have 1"
    );
    assert_eq!(
        reason(check.gradient(|x: &Vec<f64>| x[0], |_| vec![1.0], &vec![1.0, 2.0])),
        "the gradient has 1 components, the arguments have 2"
    );
    assert_eq!(reason(check.gradient(square, |x| *x, &f64::NAN)), "x is NaN");
    assert_eq!(reason(check.gradient(|x: &f64| x.ln(), |x| 1.0 / x, &0.0)), "y is -inf");
    assert_eq!(reason(check.step(0.0).gradient(square, |x| *x, &1.0)), "the step is 0.0, it has to be positive");
    assert_eq!(reason(check.step(f64::NAN).gradient(square, |x| *x, &1.0)), "the step is NaN, it has to be positive");
    assert_eq!(
        reason(check.relative(-1.0).gradient(square, |x| *x, &1.0)),
        "the relative tolerance is -1.0, it cannot be negative"
    );
    assert_eq!(reason(check.step(1e-17).gradient(square, |x| 2.0 * x, &1.0)), "the step is too small: x stays at 1.0");
    let mut calls = 0.0;
    let counting = |x: &f64| {
        calls += 1.0;
        x + calls
    };
    assert_eq!(
        reason(check.gradient(counting, |_| 1.0, &0.0)),
        "the function is not a function: y is 1.0 and then 4.0 at the same point"
    );
    assert_eq!(
        reason(check.pullback(|x: &f64| if *x > 1.0 { vec![*x; 2] } else { vec![*x] }, |_, seed| seed[0], &1.0)),
        "the number of results depends on x: 1, 1 and 2 of them"
    );
}
