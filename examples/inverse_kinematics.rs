//! A robot arm with six joints is to bring its hand to a given place and direction. The angles come from the
//! Levenberg-Marquardt method, whose Jacobian is generated from the chain of joints.
//!
//! Run it with `cargo run --release --example inverse_kinematics`.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use autograd::{differentiable, levenberg_marquardt::LeastSquares};
use levenberg_marquardt::{LevenbergMarquardt, TerminationReason};
use nalgebra::{Isometry3, Point3, SVector, Vector3, Vector6};

/// The axis of each joint and the link behind it, in metres.
const JOINTS: [([f64; 3], [f64; 3]); 6] = [
    ([0.0, 0.0, 1.0], [0.0, 0.0, 0.33]),
    ([0.0, 1.0, 0.0], [0.0, 0.0, 0.40]),
    ([0.0, 1.0, 0.0], [0.0, 0.0, 0.35]),
    ([0.0, 0.0, 1.0], [0.0, 0.0, 0.10]),
    ([0.0, 1.0, 0.0], [0.0, 0.0, 0.12]),
    ([0.0, 0.0, 1.0], [0.0, 0.0, 0.08]),
];

/// Where the hand is, for the angles of the joints.
pub(crate) fn hand(angles: &Vector6<f64>) -> Isometry3<f64> {
    JOINTS.iter().zip(angles.iter()).fold(Isometry3::identity(), |pose, ((axis, link), angle)| {
        let turn = Isometry3::rotation(Vector3::from(*axis) * *angle);
        pose * turn * Isometry3::translation(link[0], link[1], link[2])
    })
}

/// How far three points of the hand are from where they should be.
#[differentiable(jacobian)]
pub(crate) fn misfit(angles: &Vector6<f64>, #[no_grad] target: &Isometry3<f64>) -> SVector<f64, 9> {
    let mut pose = Isometry3::identity();
    for i in 0..6 {
        let (axis, link) = JOINTS[i];
        let turn = Isometry3::rotation(Vector3::from(axis) * angles[i]);
        pose = pose * turn * Isometry3::translation(link[0], link[1], link[2]);
    }
    let mut distances = SVector::<f64, 9>::zeros();
    for k in 0..3 {
        let corner = Point3::new(if k == 1 { 0.1 } else { 0.0 }, if k == 2 { 0.1 } else { 0.0 }, 0.0);
        let distance = pose * corner - target * corner;
        distances.fixed_rows_mut::<3>(3 * k).copy_from(&distance);
    }
    distances
}

/// The angles for a target, from the angles that the arm has now.
pub(crate) fn reach(target: &Isometry3<f64>, now: Vector6<f64>) -> (Vector6<f64>, f64, TerminationReason) {
    let problem = LeastSquares::new(now, |angles| misfit(angles, target), |angles| misfit_jacobian(angles, target));
    let (solved, report) = LevenbergMarquardt::new().minimize(problem);
    (*solved.params(), misfit(solved.params(), target).norm(), report.termination)
}

/// A target that the arm can reach, and a pose of rest.
pub(crate) fn task() -> (Isometry3<f64>, Vector6<f64>) {
    (hand(&Vector6::new(0.7, 0.5, 1.1, -0.4, 0.8, 0.3)), Vector6::new(0.5, 0.3, 0.8, -0.2, 0.5, 0.1))
}

fn main() {
    let (target, rest) = task();
    println!("distance before  {:.6} m", misfit(&rest, &target).norm());
    let (angles, distance, reason) = reach(&target, rest);
    println!("distance after   {distance:.1e} m ({reason:?})");
    println!("angles           {:.6?}", angles.as_slice());
}
