//! ADBench's hand tracking: angles turn the bones of a kinematic chain of 4x4 transforms, vertices follow their bones by
//! weights, and are compared with measured points.

use autograd::differentiable;

use crate::check;
use crate::random::Random;

/// What is fixed of a hand. Matrices are 16 numbers, column after column.
#[derive(Clone)]
pub(crate) struct Model {
    /// The bone that each bone hangs on; the first hangs on nothing, as do those with `usize::MAX`.
    pub(crate) parents: Vec<usize>,
    /// Where a bone stands at rest, in its parent's coordinates.
    pub(crate) relatives: Vec<f64>,
    /// From the coordinates of the resting hand to a bone's.
    pub(crate) inverses: Vec<f64>,
    /// Resting vertices, three numbers each.
    pub(crate) vertices: Vec<f64>,
    /// For each vertex the weight of every bone.
    pub(crate) weights: Vec<f64>,
    /// For each measured point the vertex that it belongs to.
    pub(crate) matches: Vec<usize>,
}

objective! {
    /// Half of the squared distances between points and vertices. `pose`: a rotation vector, a translation, then three
    /// Euler angles for each bone.
    #[differentiable]
    pub(crate) fn misfit(pose: &[f64], #[no_grad] model: &Model, #[no_grad] points: &[f64]) -> f64 {
        let bones = model.parents.len();
        let mut absolutes = vec![0.0; 16 * bones];
        let mut transforms = vec![0.0; 16 * bones];
        chain(&pose[6..], &model.parents, &model.relatives, &mut absolutes);
        let mut bone = 0;
        while bone < bones {
            let at = 16 * bone;
            multiply(&absolutes[at..at + 16], &model.inverses[at..at + 16], &mut transforms[at..at + 16]);
            bone += 1;
        }
        let mut global = [0.0; 9];
        rotation(&pose[..3], &mut global);
        let mut total = 0.0;
        for (i, &vertex) in model.matches.iter().enumerate() {
            let mut local = [0.0; 3];
            skin(&transforms, &model.weights[vertex * bones..(vertex + 1) * bones], &model.vertices[3 * vertex..3 * vertex + 3], &mut local);
            for r in 0..3 {
                let mut coordinate = pose[3 + r];
                for c in 0..3 {
                    coordinate += global[3 * c + r] * local[c];
                }
                let error = points[3 * i + r] - coordinate;
                total += error * error;
            }
        }
        0.5 * total
    }

    /// Each bone's transform: that of its parent, its place there, its rotation.
    #[differentiable]
    fn chain(angles: &[f64], parents: &[usize], #[no_grad] relatives: &[f64], absolutes: &mut [f64]) {
        let mut turn = [0.0; 16];
        let mut relative = [0.0; 16];
        for bone in 0..parents.len() {
            let at = 16 * bone;
            euler(&angles[3 * bone..3 * bone + 3], &mut turn);
            multiply(&relatives[at..at + 16], &turn, &mut relative);
            if parents[bone] == usize::MAX {
                absolutes[at..at + 16].copy_from_slice(&relative);
            } else {
                let (before, here) = absolutes.split_at_mut(at);
                let parent = 16 * parents[bone];
                multiply(&before[parent..parent + 16], &relative, &mut here[..16]);
            }
        }
    }

    #[differentiable]
    fn euler(angles: &[f64], out: &mut [f64; 16]) {
        let (sx, cx) = angles[0].sin_cos();
        let (sy, cy) = angles[1].sin_cos();
        let (sz, cz) = angles[2].sin_cos();
        *out = [
            cy * cz, cy * sz, -sy, 0.0,
            -cx * sz + sx * sy * cz, cx * cz + sx * sy * sz, sx * cy, 0.0,
            sx * sz + cx * sy * cz, -sx * cz + cx * sy * sz, cx * cy, 0.0,
            0.0, 0.0, 0.0, 1.0,
        ];
    }

    /// `out = a b`.
    #[differentiable]
    fn multiply(a: &[f64], b: &[f64], out: &mut [f64]) {
        for column in 0..4 {
            for row in 0..4 {
                let mut sum = 0.0;
                for k in 0..4 {
                    sum += a[4 * k + row] * b[4 * column + k];
                }
                out[4 * column + row] = sum;
            }
        }
    }

    /// Rodrigues' formula as a matrix of three columns.
    #[differentiable]
    fn rotation(vector: &[f64], out: &mut [f64; 9]) {
        let angle = (vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]).sqrt();
        if angle < 1e-8 {
            *out = [1.0, vector[2], -vector[1], -vector[2], 1.0, vector[0], vector[1], -vector[0], 1.0];
            return;
        }
        let (x, y, z) = (vector[0] / angle, vector[1] / angle, vector[2] / angle);
        let (s, c) = angle.sin_cos();
        let t = 1.0 - c;
        *out = [
            t * x * x + c, t * x * y + s * z, t * x * z - s * y,
            t * x * y - s * z, t * y * y + c, t * y * z + s * x,
            t * x * z + s * y, t * y * z - s * x, t * z * z + c,
        ];
    }

    /// The weighted mean of where each bone would take the vertex.
    #[differentiable]
    fn skin(transforms: &[f64], #[no_grad] weights: &[f64], #[no_grad] vertex: &[f64], out: &mut [f64; 3]) {
        for (bone, weight) in weights.iter().enumerate() {
            if *weight == 0.0 {
                continue;
            }
            let m = &transforms[16 * bone..16 * bone + 16];
            for r in 0..3 {
                out[r] += weight * (m[r] * vertex[0] + m[4 + r] * vertex[1] + m[8 + r] * vertex[2] + m[12 + r]);
            }
        }
    }
}

/// `fingers` chains of three bones on a wrist, `n` vertices and points.
pub(crate) fn instance(fingers: usize, n: usize) -> (Vec<f64>, Model, Vec<f64>) {
    let mut random = Random::new(11);
    let bones = 1 + 3 * fingers;
    let parent = |bone: usize| match bone {
        0 => usize::MAX,
        _ if bone % 3 == 1 => 0,
        _ => bone - 1,
    };
    let mut shifted = || {
        let mut matrix = vec![0.0; 16];
        (0..4).for_each(|i| matrix[5 * i] = 1.0);
        (12..15).for_each(|i| matrix[i] = random.between(-0.5, 0.5));
        matrix
    };
    let relatives = (0..bones).flat_map(|_| shifted()).collect();
    let inverses = (0..bones).flat_map(|_| shifted()).collect();
    let model = Model {
        parents: (0..bones).map(parent).collect(),
        relatives,
        inverses,
        vertices: random.list(3 * n, -1.0, 1.0),
        weights: (0..n * bones).map(|_| (random.uniform() - 0.5).max(0.0)).collect(),
        matches: (0..n).map(|i| (i * 7 + 3) % n).collect(),
    };
    let pose = random.list(6 + 3 * bones, -0.8, 0.8);
    let points = random.list(3 * n, -1.0, 1.0);
    (pose, model, points)
}

#[test]
fn agrees_with_central_differences() {
    let (mut pose, model, points) = instance(2, 5);
    for at_rest in [false, true] {
        if at_rest {
            pose[..3].fill(0.0);
        }
        let joined = joined::misfit_grad(&pose, &model, &points);
        let separate = separate::misfit_grad(&pose, &model, &points);
        check::equal("hand", &[&joined], &[&separate]);
        if !at_rest {
            check::agrees("hand", &[&pose], &[&joined], |p| joined::misfit(&p[0], &model, &points));
        }
    }
}
