//! The list of what is measured, and at which arguments.

use std::hint::black_box;

use nalgebra::{Matrix3, SMatrix, UnitQuaternion, Vector3};

/// What kind of function it is, which decides how close to the gradient written by hand the generated one must be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// No control flow.
    Straight,
    /// Branches, no loops.
    Branching,
    /// Loops.
    Loop,
    /// nalgebra's types of a static size.
    Matrix,
}

impl Kind {
    /// The largest ratio of instructions, generated over hand-written.
    pub fn bar(self) -> f64 {
        match self {
            Kind::Straight | Kind::Branching => 1.02,
            Kind::Loop => 1.15,
            Kind::Matrix => 1.10,
        }
    }
}

/// A function that is measured in three forms. Each form calls its function once for every set of arguments and returns all
/// numbers that came out.
pub struct Subject {
    /// The function's name.
    pub name: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// The function itself.
    pub primal: fn() -> Vec<f64>,
    /// The gradient written by hand.
    pub hand: fn() -> Vec<f64>,
    /// The generated `f_backward`.
    pub generated: fn() -> Vec<f64>,
}

/// Turns what a function returns into a list of numbers.
trait Flatten {
    fn flatten(self, into: &mut Vec<f64>);
}

impl Flatten for f64 {
    fn flatten(self, into: &mut Vec<f64>) {
        into.push(self);
    }
}

impl<const N: usize> Flatten for [f64; N] {
    fn flatten(self, into: &mut Vec<f64>) {
        into.extend(self);
    }
}

impl<const R: usize, const C: usize> Flatten for SMatrix<f64, R, C> {
    fn flatten(self, into: &mut Vec<f64>) {
        into.extend(self.iter());
    }
}

macro_rules! flatten_tuples {
    ($(($($name:ident)*))*) => {$(
        impl<$($name: Flatten),*> Flatten for ($($name,)*) {
            #[allow(non_snake_case, reason = "one name for the type and the value")]
            fn flatten(self, into: &mut Vec<f64>) {
                let ($($name,)*) = self;
                $($name.flatten(into);)*
            }
        }
    )*};
}

flatten_tuples!((A B)(A B C)(A B C D)(A B C D E)(A B C D E F));

/// Subjects whose parameters are all passed by value. A probe is what is measured: a call of the function from a function
/// that is not inlined, whose arguments nobody knows.
macro_rules! by_value {
    ($module:ident $kind:ident: $($name:ident / $backward:ident ($($arg:ident: $ty:ty),*) -> $gradient:ty { $(($($value:expr),*))* })*) => {
        mod $module {
            pub mod primal {
                pub mod probe {
                    #[allow(unused_imports, reason = "of the subjects with matrices")]
                    use nalgebra::{Matrix3, UnitQuaternion, Vector3};
                    $(#[inline(never)] pub fn $name($($arg: $ty),*) -> f64 { crate::$module::$name($($arg),*) })*
                }
            }
            pub mod hand {
                pub mod probe {
                    #[allow(unused_imports, reason = "of the subjects with matrices")]
                    use nalgebra::{Matrix3, UnitQuaternion, Vector3};
                    $(#[inline(never)] pub fn $name($($arg: $ty),*, seed: f64) -> (f64, $gradient) {
                        crate::hand::$module::$backward($($arg),*, seed)
                    })*
                }
            }
            pub mod generated {
                pub mod probe {
                    #[allow(unused_imports, reason = "of the subjects with matrices")]
                    use nalgebra::{Matrix3, UnitQuaternion, Vector3};
                    $(#[inline(never)] pub fn $name($($arg: $ty),*, seed: f64) -> (f64, $gradient) {
                        crate::$module::$backward($($arg),*, seed)
                    })*
                }
            }
            #[allow(unused_imports, reason = "of the subjects with matrices")]
            use super::{attitude, cube, point, spd};
            #[allow(unused_imports, reason = "of the subjects with matrices")]
            use nalgebra::Vector3;
            pub const SUBJECTS: &[super::Subject] = &[$(super::Subject {
                name: stringify!($name),
                kind: super::Kind::$kind,
                primal: || {
                    let mut numbers = Vec::new();
                    $(super::Flatten::flatten(primal::probe::$name($(super::black_box($value)),*), &mut numbers);)*
                    numbers
                },
                hand: || {
                    let mut numbers = Vec::new();
                    $(super::Flatten::flatten(hand::probe::$name($(super::black_box($value)),*, super::black_box(1.5)), &mut numbers);)*
                    numbers
                },
                generated: || {
                    let mut numbers = Vec::new();
                    $(super::Flatten::flatten(generated::probe::$name($(super::black_box($value)),*, super::black_box(1.5)), &mut numbers);)*
                    numbers
                },
            }),*];
        }
    };
}

by_value! { straight Straight:
    rosenbrock / rosenbrock_backward (x: f64, y: f64) -> (f64, f64) { (-1.2, 1.0) }
    himmelblau / himmelblau_backward (x: f64, y: f64) -> (f64, f64) { (1.5, 2.5) }
    neuron / neuron_backward (w: f64, x: f64, b: f64) -> (f64, f64, f64) { (0.75, 0.5, -0.25) }
    density / density_backward (x: f64, mean: f64, width: f64) -> (f64, f64, f64) { (1.0, 0.25, 1.5) }
    michaelis / michaelis_backward (v: f64, k: f64, s: f64) -> (f64, f64, f64) { (2.0, 0.5, 1.25) }
    lennard_jones / lennard_jones_backward (r: f64, depth: f64, sigma: f64) -> (f64, f64, f64) { (1.25, 0.75, 1.125) }
    cross_entropy / cross_entropy_backward (p: f64, y: f64) -> (f64, f64) { (0.75, 0.25) }
    pendulum / pendulum_backward (theta: f64, omega: f64, m: f64, l: f64) -> (f64, f64, f64, f64) { (0.5, 1.25, 2.0, 0.75) }
    distance / distance_backward (a: [f64; 3], b: [f64; 3]) -> ([f64; 3], [f64; 3]) { ([1.0, 2.0, 3.0], [0.5, -1.0, 2.0]) }
    kepler / kepler_backward (anomaly: f64, eccentricity: f64, mean: f64) -> (f64, f64, f64) { (1.25, 0.5, 0.75) }
    damped / damped_backward (t: f64, amplitude: f64, decay: f64, frequency: f64, phase: f64) -> (f64, f64, f64, f64, f64) {
        (1.25, 2.0, 0.5, 3.0, 0.25)
    }
}

by_value! { branching Branching:
    huber / huber_backward (r: f64, delta: f64) -> (f64, f64) { (0.25, 1.0) (-3.0, 1.0) (3.0, 1.0) }
    elu / elu_backward (x: f64, alpha: f64) -> (f64, f64) { (1.5, 0.75) (-0.5, 0.75) }
    sigmoid / sigmoid_backward (x: f64) -> f64 { (1.25) (-1.25) }
    spline_kernel / spline_kernel_backward (r: f64, h: f64) -> (f64, f64) { (0.75, 1.5) (2.0, 1.5) (5.0, 1.5) }
    gravity / gravity_backward (r: f64, radius: f64, surface: f64) -> (f64, f64, f64) { (0.5, 1.5, 9.81) (2.5, 1.5, 9.81) }
    valve / valve_backward (up: f64, down: f64, opening: f64) -> (f64, f64, f64) {
        (2.0, 1.5, 0.75) (1.5, 2.0, 0.75) (1.5, 1.499, 0.75) (1.499, 1.5, 0.75)
    }
    spring / spring_backward (kind: u32, x: f64, k: f64) -> (f64, f64) { (0, 0.75, 2.5) (1, 0.75, 2.5) (2, 0.75, 2.5) }
    squared_hinge / squared_hinge_backward (score: f64, label: f64) -> (f64, f64) { (0.5, -1.0) (2.5, 1.0) }
}

by_value! { loops Loop:
    newton / newton_backward (a: f64, b: f64, c: f64, d: f64, start: f64, steps: usize) -> (f64, f64, f64, f64, f64) {
        (-2.0, 1.5, -0.25, 0.5, 3.0, 100)
    }
    rk4 / rk4_backward (x0: f64, y0: f64, alpha: f64, beta: f64, gamma: f64, delta: f64, h: f64, steps: usize) -> (f64, f64, f64, f64, f64, f64) {
        (1.5, 0.75, 0.6, 0.9, 0.5, 0.7, 0.05, 100)
    }
}

by_value! { matrices Matrix:
    quadratic / quadratic_backward (a: Matrix3<f64>, x: Vector3<f64>) -> (Matrix3<f64>, Vector3<f64>) { (cube(), point(1.0)) }
    mahalanobis / mahalanobis_backward (x: Vector3<f64>, mean: Vector3<f64>, precision: Matrix3<f64>) -> (Vector3<f64>, Vector3<f64>, Matrix3<f64>) {
        (point(1.0), point(-0.5), spd())
    }
    reprojection / reprojection_backward (q: UnitQuaternion<f64>, t: Vector3<f64>, p: Vector3<f64>, u: f64, v: f64) -> (Vector3<f64>, Vector3<f64>, Vector3<f64>, f64, f64) {
        (attitude(), point(3.0), point(0.5), 120.0, -30.0)
    }
    rotation_loss / rotation_loss_backward (q: UnitQuaternion<f64>, p: Vector3<f64>, target: Vector3<f64>) -> (Vector3<f64>, Vector3<f64>, Vector3<f64>) {
        (attitude(), point(1.0), point(-0.5))
    }
    solve / solve_backward (a: Matrix3<f64>, b: Vector3<f64>, c: Vector3<f64>) -> (Matrix3<f64>, Vector3<f64>, Vector3<f64>) {
        (cube(), point(1.0), point(-0.5))
    }
    tether / tether_backward (p: Vector3<f64>, q: Vector3<f64>, k: f64, rest: f64) -> (Vector3<f64>, Vector3<f64>, f64, f64) {
        (point(1.0), point(-0.5), 2.5, 0.75)
    }
    triangle / triangle_backward (a: Vector3<f64>, b: Vector3<f64>, c: Vector3<f64>) -> (Vector3<f64>, Vector3<f64>, Vector3<f64>) {
        (point(1.0), point(-0.5), Vector3::new(0.1, 0.2, -0.3))
    }
    gaussian / gaussian_backward (x: Vector3<f64>, covariance: Matrix3<f64>) -> (Vector3<f64>, Matrix3<f64>) { (point(1.0), spd()) }
}

fn point(k: f64) -> Vector3<f64> {
    Vector3::new(0.3, -0.2, 0.7) * k
}

fn cube() -> Matrix3<f64> {
    Matrix3::new(1.0, 2.0, 3.0, -4.0, 5.0, 6.0, 7.0, -8.0, 10.0)
}

fn spd() -> Matrix3<f64> {
    Matrix3::new(4.0, 1.0, 0.5, 1.0, 3.0, -0.25, 0.5, -0.25, 2.0)
}

fn attitude() -> UnitQuaternion<f64> {
    UnitQuaternion::from_euler_angles(0.3, -0.5, 1.1)
}

/// The subjects whose parameters are slices.
mod slices {
    pub mod primal {
        pub mod probe {
            use crate::loops;

            #[inline(never)]
            pub fn sum_of_squares(x: &[f64]) -> f64 {
                loops::sum_of_squares(x)
            }

            #[inline(never)]
            pub fn horner(c: &[f64], x: f64) -> f64 {
                loops::horner(c, x)
            }

            #[inline(never)]
            pub fn matrix_vector(w: &[f64], x: &[f64], y: &[f64]) -> f64 {
                loops::matrix_vector(w, x, y)
            }
        }
    }

    macro_rules! probes {
        ($form:ident: $functions:path) => {
            pub mod $form {
                pub mod probe {
                    use $functions as functions;

                    #[inline(never)]
                    pub fn sum_of_squares(x: &[f64], d_x: &mut [f64], seed: f64) -> f64 {
                        functions::sum_of_squares_backward(x, d_x, seed)
                    }

                    #[inline(never)]
                    pub fn horner(c: &[f64], d_c: &mut [f64], x: f64, seed: f64) -> (f64, f64) {
                        functions::horner_backward(c, d_c, x, seed)
                    }

                    #[inline(never)]
                    pub fn matrix_vector(
                        w: &[f64],
                        d_w: &mut [f64],
                        x: &[f64],
                        d_x: &mut [f64],
                        y: &[f64],
                        d_y: &mut [f64],
                        seed: f64,
                    ) -> f64 {
                        functions::matrix_vector_backward(w, d_w, x, d_x, y, d_y, seed)
                    }
                }

                use super::super::{Flatten, black_box, numbers};

                pub fn sum_of_squares() -> Vec<f64> {
                    let x = black_box(numbers(200));
                    let mut out = vec![0.25; x.len()];
                    let y = probe::sum_of_squares(&x, black_box(&mut out), black_box(1.5));
                    y.flatten(&mut out);
                    out
                }

                pub fn horner() -> Vec<f64> {
                    let c = black_box(numbers(200));
                    let mut out = vec![0.25; c.len()];
                    let y = probe::horner(&c, black_box(&mut out), black_box(0.75), black_box(1.5));
                    y.flatten(&mut out);
                    out
                }

                pub fn matrix_vector() -> Vec<f64> {
                    let (w, x, y) = (black_box(numbers(20 * 16)), black_box(numbers(16)), black_box(numbers(20)));
                    let (mut d_w, mut d_x, mut d_y) = (vec![0.25; w.len()], vec![0.25; x.len()], vec![0.25; y.len()]);
                    let (r_w, r_x, r_y) = (black_box(&mut d_w), black_box(&mut d_x), black_box(&mut d_y));
                    let loss = probe::matrix_vector(&w, r_w, &x, r_x, &y, r_y, black_box(1.5));
                    let mut out = [d_w, d_x, d_y].concat();
                    loss.flatten(&mut out);
                    out
                }
            }
        };
    }

    probes!(hand: crate::hand::loops);
    probes!(generated: crate::loops);
}

fn sum_of_squares_primal() -> Vec<f64> {
    vec![slices::primal::probe::sum_of_squares(&black_box(numbers(200)))]
}

fn horner_primal() -> Vec<f64> {
    vec![slices::primal::probe::horner(&black_box(numbers(200)), black_box(0.75))]
}

fn matrix_vector_primal() -> Vec<f64> {
    let (w, x, y) = (black_box(numbers(20 * 16)), black_box(numbers(16)), black_box(numbers(20)));
    vec![slices::primal::probe::matrix_vector(&w, &x, &y)]
}

const SLICES: &[Subject] = &[
    Subject {
        name: "sum_of_squares",
        kind: Kind::Loop,
        primal: sum_of_squares_primal,
        hand: slices::hand::sum_of_squares,
        generated: slices::generated::sum_of_squares,
    },
    Subject {
        name: "horner",
        kind: Kind::Loop,
        primal: horner_primal,
        hand: slices::hand::horner,
        generated: slices::generated::horner,
    },
    Subject {
        name: "matrix_vector",
        kind: Kind::Loop,
        primal: matrix_vector_primal,
        hand: slices::hand::matrix_vector,
        generated: slices::generated::matrix_vector,
    },
];

/// Every subject, in the order of the table.
pub fn all() -> Vec<&'static Subject> {
    straight::SUBJECTS.iter().chain(branching::SUBJECTS).chain(loops::SUBJECTS).chain(matrices::SUBJECTS).chain(SLICES).collect()
}

/// `n` numbers of size about one, without a pattern.
fn numbers(n: usize) -> Vec<f64> {
    (0..n).map(|i| ((i * 7919) % 1009) as f64 / 512.0 - 0.9).collect()
}
