//! Where the examples of optimisation with nalgebra, `argmin` and `levenberg-marquardt` arrive.
#![allow(clippy::duplicate_mod, reason = "examples share their noise")]

use nalgebra::Vector6;

#[allow(dead_code, reason = "an example is a program; its `main` is not run here")]
#[path = "../examples/camera_pose.rs"]
mod camera_pose;
#[allow(dead_code, reason = "an example is a program; its `main` is not run here")]
#[path = "../examples/inverse_kinematics.rs"]
mod inverse_kinematics;
#[allow(dead_code, reason = "an example is a program; its `main` is not run here")]
#[path = "../examples/kalman_tuning.rs"]
mod kalman_tuning;
#[allow(dead_code, reason = "an example is a program; its `main` is not run here")]
#[path = "../examples/rosenbrock_argmin.rs"]
mod rosenbrock_argmin;

#[test]
fn rosenbrock_reaches_its_minimum() {
    let start: Vec<f64> = (0..10).map(|i| if i % 2 == 0 { -1.2 } else { 1.0 }).collect();
    let (least, place, iterations) = rosenbrock_argmin::minimize(start).unwrap();
    assert!(least < 1e-15, "{least}");
    assert!(place.iter().all(|x| (x - 1.0).abs() < 1e-8), "{place:?}");
    assert!(iterations < 100, "{iterations}");
}

#[test]
fn the_hand_reaches_its_target() {
    let (target, rest) = inverse_kinematics::task();
    let (angles, distance, reason) = inverse_kinematics::reach(&target, rest);
    assert!(reason.was_successful(), "{reason:?}");
    assert!(distance < 1e-10, "{distance}");
    assert!((inverse_kinematics::hand(&angles).translation.vector - target.translation.vector).norm() < 1e-10);
    assert!((angles - Vector6::new(0.7, 0.5, 1.1, -0.4, 0.8, 0.3)).norm() < 1e-8, "{angles}");
}

#[test]
fn the_camera_is_found() {
    let (truth, points, seen) = camera_pose::measure();
    let start = Vector6::new(0.0, 0.0, 3.0, 0.0, 0.0, 0.0);
    let found = camera_pose::locate(start, &points, &seen);
    assert!(camera_pose::error(&start, &points, &seen) > 100.0);
    // Half a pixel of noise in both directions.
    assert!(camera_pose::error(&found, &points, &seen) < 0.75);
    assert!((found - truth).norm() < 5e-3, "{found}");
    let exact = camera_pose::residuals(&truth, &points, &seen).norm();
    assert!(camera_pose::residuals(&found, &points, &seen).norm() < exact);
}

#[test]
fn the_drawing_has_a_dot_for_every_point() {
    let (truth, points, seen) = camera_pose::measure();
    let path = std::env::temp_dir().join(format!("camera_pose_{}.svg", std::process::id()));
    let misses = camera_pose::residuals(&truth, &points, &seen);
    camera_pose::draw(&path, &misses, &misses).unwrap();
    let drawing = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert_eq!(drawing.matches("<circle").count(), 2 * points.len());
}

#[test]
fn the_filter_is_tuned() {
    let seen = kalman_tuning::simulate(2000, [0.5, 0.1, 0.4]);
    let found = kalman_tuning::tune(&seen, 5).unwrap();
    for (found, truth) in found.iter().zip([0.5, 0.1, 0.4]) {
        assert!((found / truth - 1.0).abs() < 0.08, "{found} for {truth}");
    }
    let left = kalman_tuning::surprise_grad(&found.map(f64::ln), &seen);
    assert!(left.iter().all(|d| d.abs() < 1e-3), "{left:?}");
}

#[test]
fn the_likelihoods_gradient_agrees_with_differences() {
    let seen = kalman_tuning::simulate(50, [0.5, 0.1, 0.4]);
    let log = [-0.5, -2.0, -1.0];
    let gradient = kalman_tuning::surprise_grad(&log, &seen);
    for i in 0..3 {
        let at = |h: f64| {
            let mut log = log;
            log[i] += h;
            kalman_tuning::surprise(&log, &seen)
        };
        let numeric = (at(1e-5) - at(-1e-5)) / 2e-5;
        assert!((gradient[i] - numeric).abs() < 1e-6 * (1.0 + numeric.abs()), "{i}: {} and {numeric}", gradient[i]);
    }
}
