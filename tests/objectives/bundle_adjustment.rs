//! ADBench's bundle adjustment: the error of one observation of a point by a camera with a Rodrigues rotation and radial
//! distortion, and the weights' regulariser.

use autograd::differentiable;

use crate::check;
use crate::random::Random;

/// Parameters of a camera: rotation (3), centre (3), focal length, principal point (2), radial distortion (2).
pub(crate) const CAMERA: usize = 11;

objective! {
    /// Half of the squared errors of all observations, `pairs[i]` being the camera and the point of observation `i`.
    #[differentiable]
    pub(crate) fn cost(
        cameras: &[f64],
        points: &[f64],
        weights: &[f64],
        pairs: &[[usize; 2]],
        #[no_grad] features: &[f64],
    ) -> f64 {
        let mut error = [0.0; 2];
        let mut total = 0.0;
        for (i, &[camera, point]) in pairs.iter().enumerate() {
            reprojection_error(
                &cameras[camera * CAMERA..(camera + 1) * CAMERA],
                &points[point * 3..(point + 1) * 3],
                weights[i],
                &features[2 * i..2 * i + 2],
                &mut error,
            );
            let regulariser = 1.0 - weights[i] * weights[i];
            total += squared_norm(&error) + regulariser * regulariser;
        }
        0.5 * total
    }

    #[differentiable]
    pub(crate) fn reprojection_error(
        camera: &[f64],
        point: &[f64],
        weight: f64,
        #[no_grad] feature: &[f64],
        error: &mut [f64],
    ) {
        let mut projection = [0.0; 2];
        project(camera, point, &mut projection);
        error[0] = weight * (projection[0] - feature[0]);
        error[1] = weight * (projection[1] - feature[1]);
    }

    #[differentiable]
    fn project(camera: &[f64], point: &[f64], projection: &mut [f64]) {
        let mut offset = [0.0; 3];
        for i in 0..3 {
            offset[i] = point[i] - camera[3 + i];
        }
        let mut turned = [0.0; 3];
        rotate(&camera[..3], &offset, &mut turned);
        projection[0] = turned[0] / turned[2];
        projection[1] = turned[1] / turned[2];
        distort(&camera[9..11], projection);
        projection[0] = projection[0] * camera[6] + camera[7];
        projection[1] = projection[1] * camera[6] + camera[8];
    }

    #[differentiable]
    fn distort(radial: &[f64], projection: &mut [f64]) {
        let r = squared_norm(projection);
        let factor = 1.0 + radial[0] * r + radial[1] * r * r;
        projection[0] *= factor;
        projection[1] *= factor;
    }

    /// Rodrigues' formula.
    #[differentiable]
    fn rotate(rotation: &[f64], point: &[f64], out: &mut [f64]) {
        let squared = squared_norm(rotation);
        if squared != 0.0 {
            let angle = squared.sqrt();
            let (sine, cosine) = angle.sin_cos();
            let mut axis = [0.0; 3];
            for i in 0..3 {
                axis[i] = rotation[i] / angle;
            }
            let mut across = [0.0; 3];
            cross(&axis, point, &mut across);
            let along = (axis[0] * point[0] + axis[1] * point[1] + axis[2] * point[2]) * (1.0 - cosine);
            for i in 0..3 {
                out[i] = point[i] * cosine + across[i] * sine + axis[i] * along;
            }
        } else {
            cross(rotation, point, out);
            for i in 0..3 {
                out[i] += point[i];
            }
        }
    }

    #[differentiable]
    fn cross(a: &[f64], b: &[f64], out: &mut [f64]) {
        out[0] = a[1] * b[2] - a[2] * b[1];
        out[1] = a[2] * b[0] - a[0] * b[2];
        out[2] = a[0] * b[1] - a[1] * b[0];
    }

    #[differentiable]
    fn squared_norm(x: &[f64]) -> f64 {
        x.iter().map(|x| x * x).sum()
    }
}

pub(crate) struct Instance {
    pub(crate) cameras: Vec<f64>,
    pub(crate) points: Vec<f64>,
    pub(crate) weights: Vec<f64>,
    pub(crate) pairs: Vec<[usize; 2]>,
    pub(crate) features: Vec<f64>,
}

/// Every point is seen by every camera, from in front.
pub(crate) fn instance(cameras: usize, points: usize) -> Instance {
    let mut random = Random::new(2);
    let camera = |random: &mut Random| {
        let mut camera = random.list(6, -0.3, 0.3);
        camera[5] -= 4.0;
        camera.push(random.between(0.8, 1.2));
        camera.extend(random.list(4, -0.1, 0.1));
        camera
    };
    let pairs: Vec<[usize; 2]> = (0..cameras * points).map(|i| [i % cameras, i / cameras]).collect();
    Instance {
        cameras: (0..cameras).flat_map(|_| camera(&mut random)).collect(),
        points: random.list(3 * points, -1.0, 1.0),
        weights: random.list(pairs.len(), 0.5, 1.5),
        features: random.list(2 * pairs.len(), -0.5, 0.5),
        pairs,
    }
}

#[test]
fn agrees_with_central_differences() {
    let Instance { mut cameras, points, weights, pairs, features } = instance(2, 3);
    for without_rotation in [false, true] {
        if without_rotation {
            cameras[..3].fill(0.0);
        }
        let joined = joined::cost_grad(&cameras, &points, &weights, &pairs, &features);
        let separate = separate::cost_grad(&cameras, &points, &weights, &pairs, &features);
        check::equal("bundle adjustment", &[&joined.0, &joined.1, &joined.2], &[&separate.0, &separate.1, &separate.2]);
        if !without_rotation {
            let value = |p: &[Vec<f64>]| joined::cost(&p[0], &p[1], &p[2], &pairs, &features);
            check::agrees(
                "bundle adjustment",
                &[&cameras, &points, &weights],
                &[&joined.0, &joined.1, &joined.2],
                value,
            );
        }
    }
}
