//! Where a camera stands, from where it sees known points: six degrees of freedom by the Levenberg-Marquardt method, with a
//! generated Jacobian of the reprojection.
//!
//! Run it with `cargo run --release --example camera_pose`; it writes `camera_pose.svg`, or
//! the path after `--`, with the residuals before and after.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use std::{env, error::Error, path::Path};

use autograd::{differentiable, levenberg_marquardt::LeastSquares};
use levenberg_marquardt::LevenbergMarquardt;
use nalgebra::{DVector, Isometry3, Point3, Vector2, Vector3, Vector6};
use plotters::prelude::*;

#[path = "support/noise.rs"]
mod noise;

/// Focal length and centre of the picture, in pixels.
const FOCAL: f64 = 800.0;
const CENTRE: [f64; 2] = [320.0, 240.0];

/// How far, in pixels, the points would be seen from where they were. The pose is a translation and a scaled axis.
#[differentiable(jacobian)]
pub(crate) fn residuals(
    pose: &Vector6<f64>,
    #[no_grad] points: &[Point3<f64>],
    #[no_grad] seen: &[Vector2<f64>],
) -> DVector<f64> {
    let camera = Isometry3::new(Vector3::new(pose[0], pose[1], pose[2]), Vector3::new(pose[3], pose[4], pose[5]));
    let mut misses = DVector::zeros(2 * points.len());
    for i in 0..points.len() {
        let p = camera * points[i];
        misses[2 * i] = FOCAL * p.x / p.z + CENTRE[0] - seen[i].x;
        misses[2 * i + 1] = FOCAL * p.y / p.z + CENTRE[1] - seen[i].y;
    }
    misses
}

/// The true pose, points in a box in front of the camera, and where they are seen, half a pixel of noise included.
pub(crate) fn measure() -> (Vector6<f64>, Vec<Point3<f64>>, Vec<Vector2<f64>>) {
    let truth = Vector6::new(0.2, -0.1, 4.0, 0.15, -0.3, 0.1);
    let mut noise = noise::Noise::new(7);
    let corner = |bits: usize, axis: usize| if bits >> axis & 1 == 0 { -1.0 } else { 1.0 };
    let points: Vec<Point3<f64>> =
        (0..24).map(|k| Point3::new(corner(k, 0), corner(k, 1), corner(k, 2)) * (0.4 + 0.3 * (k / 8) as f64)).collect();
    let exact = residuals(&truth, &points, &vec![Vector2::zeros(); points.len()]);
    let seen = (0..points.len())
        .map(|i| Vector2::new(exact[2 * i] + 0.5 * noise.normal(), exact[2 * i + 1] + 0.5 * noise.normal()))
        .collect();
    (truth, points, seen)
}

/// The pose that fits best, from `start` on.
pub(crate) fn locate(start: Vector6<f64>, points: &[Point3<f64>], seen: &[Vector2<f64>]) -> Vector6<f64> {
    let of = |pose: &Vector6<f64>| residuals(pose, points, seen);
    let problem = LeastSquares::new(start, of, |pose| residuals_jacobian(pose, points, seen));
    *LevenbergMarquardt::new().minimize(problem).0.params()
}

/// The root of the mean square of the residuals, in pixels.
pub(crate) fn error(pose: &Vector6<f64>, points: &[Point3<f64>], seen: &[Vector2<f64>]) -> f64 {
    residuals(pose, points, seen).norm() / (points.len() as f64).sqrt()
}

/// Draws the residuals of two poses side by side.
pub(crate) fn draw(path: &Path, before: &DVector<f64>, after: &DVector<f64>) -> Result<(), Box<dyn Error>> {
    let drawing = SVGBackend::new(path, (960, 480)).into_drawing_area();
    drawing.fill(&WHITE)?;
    for (area, misses) in drawing.split_evenly((1, 2)).iter().zip([before, after]) {
        let reach = misses.amax() * 1.1;
        let mut chart = ChartBuilder::on(area)
            .margin(20)
            .set_all_label_area_size(40)
            .build_cartesian_2d(-reach..reach, -reach..reach)?;
        chart.configure_mesh().x_desc("pixels").y_desc("pixels").draw()?;
        chart.draw_series(misses.as_slice().chunks_exact(2).map(|d| Circle::new((d[0], d[1]), 3, BLUE.filled())))?;
    }
    drawing.present()?;
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let (truth, points, seen) = measure();
    let start = Vector6::new(0.0, 0.0, 3.0, 0.0, 0.0, 0.0);
    let found = locate(start, &points, &seen);
    println!("reprojection before  {:8.3} pixels", error(&start, &points, &seen));
    println!("reprojection after   {:8.3} pixels", error(&found, &points, &seen));
    println!("true pose   {:8.4?}", truth.as_slice());
    println!("found pose  {:8.4?}", found.as_slice());
    let path = env::args().nth(1).unwrap_or_else(|| "camera_pose.svg".to_owned());
    draw(Path::new(&path), &residuals(&start, &points, &seen), &residuals(&found, &points, &seen))?;
    println!("wrote {path}");
    Ok(())
}
