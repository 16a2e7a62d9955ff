//! Whether the gradients of a function agree with central differences, and its forward parts with the function.
//!
//! The function's results and what it leaves behind `&mut` are weighed into one number, `L = Σ wᵢ yᵢ`; the weights are the
//! seeds. With `D(h) = (L(x + h) - L(x - h)) / 2h`, Richardson's `(4 D(h) - D(2h)) / 3` has an error of order h⁴. At kinks and
//! jumps it means nothing: there `D(h)` and `D(2h)` differ, or else, at a kink itself, the one-sided differences do not
//! approach each other as h falls.

use super::compile::stage;
use super::rng::Rng;
use crate::interpret::{Data, Interpreter, Program};

/// Beyond this, differences are mostly rounding.
const LARGEST: f64 = 1e4;
/// The largest deviation, relative to the gradient or to 1.
const TOLERANCE: f64 = 2e-6;
/// Steps to try; the smaller ones resolve kinks that are near.
const STEPS: [f64; 3] = [1e-4, 1e-5, 1e-6];

/// A function of a program, and where to check it.
pub(crate) struct Case<'p> {
    pub(crate) program: &'p Program,
    pub(crate) name: &'p str,
    pub(crate) args: Vec<Data>,
    /// How each parameter is passed.
    pub(crate) passing: Vec<Passing>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Passing {
    Value,
    Shared,
    Exclusive,
}

/// What a check without a failure found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Verdict {
    Agrees,
    /// The function has a kink or a jump at the arguments.
    Kink,
    /// The function is not finite there, or too large.
    Unbounded,
}

/// Where a program went wrong, and how.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Failure {
    pub(crate) stage: Stage,
    pub(crate) message: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Stage {
    Parse,
    Lower,
    Reverse,
    Simplify,
    /// Running the primal.
    Primal,
    /// Running the joint form, or what it computes.
    Joint,
    /// The same for the split form.
    Split,
    /// Central differences disagree.
    Gradient,
}

/// Checks one function with weights made from `seed`.
pub(crate) fn check(case: &Case<'_>, seed: u64) -> Result<Verdict, Failure> {
    let interpreter = Interpreter::new(case.program);
    let (result, after) = match stage(Stage::Primal, || case.primal(&interpreter, &case.args)) {
        // An assertion of the program's own: some value is too large there, or is none.
        Err(failure) if failure.message.starts_with("panicked: assert !") => return Ok(Verdict::Unbounded),
        ran => ran?,
    };
    let outputs = case.outputs(&result, &after);
    if outputs.iter().any(|output| !output.is_finite() || output.abs() > LARGEST) {
        return Ok(Verdict::Unbounded);
    }
    let mut rng = Rng::new(seed);
    let weights: Vec<f64> = outputs.iter().map(|_| rng.float(0.5, 1.5)).collect();
    let joint = stage(Stage::Joint, || case.joint(&interpreter, &result, &after, &weights))??;
    if joint.iter().flat_map(Data::leaves).any(|leaf| leaf.abs() > LARGEST * LARGEST) {
        return Ok(Verdict::Unbounded);
    }
    let split = stage(Stage::Split, || case.split(&interpreter, &result, &after, &weights))??;
    for (position, (joint, split)) in joint.iter().zip(&split).enumerate() {
        for (joint, split) in joint.leaves().iter().zip(split.leaves()) {
            if !close(*joint, split, 1e-9) {
                let message =
                    format!("not the gradient of the joint form: {joint:?}, split {split:?}, parameter {position}");
                return Err(Failure { stage: Stage::Split, message });
            }
        }
    }
    stage(Stage::Gradient, || case.differences(&interpreter, &joint, &weights))?
}

fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * (1.0 + a.abs().max(b.abs()))
}

fn fail<T>(stage: Stage, message: String) -> Result<T, Failure> {
    Err(Failure { stage, message })
}

impl Case<'_> {
    fn primal(&self, interpreter: &Interpreter<'_>, args: &[Data]) -> (Data, Vec<Data>) {
        let mut args = args.to_vec();
        let result = interpreter.primal(self.name, &mut args);
        (result, args)
    }

    /// What the function computes: its result and what it leaves behind `&mut`.
    fn outputs(&self, result: &Data, after: &[Data]) -> Vec<f64> {
        let exclusive = self.passing.iter().zip(after).filter(|(passing, _)| **passing == Passing::Exclusive);
        result.leaves().into_iter().chain(exclusive.flat_map(|(_, arg)| arg.leaves())).collect()
    }

    /// The seed of the result, and shadows: zero for values, something to add to for `&`, the outputs' weights for `&mut`.
    fn seeds(&self, result: &Data, weights: &[f64]) -> (Data, Vec<Data>) {
        let mut weights = weights.iter().copied();
        let mut weigh = |data: &Data| {
            let mut seed = data.zero();
            for position in 0..seed.leaves().len() {
                *seed.leaf_mut(position) = weights.next().expect("one weight for each output");
            }
            seed
        };
        let seed = weigh(result);
        let shadow = |(arg, passing): (&Data, &Passing)| match passing {
            Passing::Value => arg.zero(),
            Passing::Shared => arg.zero().map(&|_| 0.25),
            Passing::Exclusive => weigh(arg),
        };
        let shadows = self.args.iter().zip(&self.passing).map(shadow).collect();
        (seed, shadows)
    }

    /// The gradients of the arguments from their shadows.
    fn gradients(&self, shadows: Vec<Data>) -> Vec<Data> {
        let gradient = |(shadow, passing): (Data, &Passing)| match passing {
            Passing::Shared => shadow.map(&|x| x - 0.25),
            Passing::Value | Passing::Exclusive => shadow,
        };
        shadows.into_iter().zip(&self.passing).map(gradient).collect()
    }

    fn joint(
        &self,
        interpreter: &Interpreter<'_>,
        result: &Data,
        after: &[Data],
        weights: &[f64],
    ) -> Result<Vec<Data>, Failure> {
        let (seed, mut shadows) = self.seeds(result, weights);
        let mut args = self.args.clone();
        let found = interpreter.joint(self.name, &mut args, &mut shadows, &seed);
        if found != *result {
            return fail(Stage::Joint, format!("another result: {found:?}, the function returns {result:?}"));
        }
        if args != after {
            return fail(
                Stage::Joint,
                format!("other contents behind `&mut`: {args:?}, the function leaves {after:?}"),
            );
        }
        Ok(self.gradients(shadows))
    }

    fn split(
        &self,
        interpreter: &Interpreter<'_>,
        result: &Data,
        after: &[Data],
        weights: &[f64],
    ) -> Result<Vec<Data>, Failure> {
        let mut args = self.args.clone();
        let (found, pullback) = interpreter.split(self.name, &mut args);
        if found != *result {
            return fail(Stage::Split, format!("another result: {found:?}, the function returns {result:?}"));
        }
        if args != after {
            return fail(
                Stage::Split,
                format!("other contents behind `&mut`: {args:?}, the function leaves {after:?}"),
            );
        }
        let (seed, start) = self.seeds(result, weights);
        let mut shadows = start.clone();
        interpreter.pull(&pullback, &mut args, &mut shadows, &seed);
        if args != self.args {
            return fail(Stage::Split, format!("not what was behind `&mut` on entry: {args:?}, was {:?}", self.args));
        }
        if !self.passing.contains(&Passing::Exclusive) {
            let mut again = start;
            interpreter.pull(&pullback, &mut args, &mut again, &seed);
            if again != shadows {
                return fail(Stage::Split, format!("another gradient when pulled again: {shadows:?}, then {again:?}"));
            }
        }
        Ok(self.gradients(shadows))
    }

    /// Compares with differences, component by component.
    fn differences(
        &self,
        interpreter: &Interpreter<'_>,
        gradients: &[Data],
        weights: &[f64],
    ) -> Result<Verdict, Failure> {
        let weighed = |args: &[Data]| {
            let (result, after) = self.primal(interpreter, args);
            self.outputs(&result, &after).iter().zip(weights).map(|(output, weight)| output * weight).sum::<f64>()
        };
        let center = weighed(&self.args);
        for (position, gradient) in gradients.iter().enumerate() {
            for (leaf, found) in gradient.leaves().into_iter().enumerate() {
                let at = |offset: f64| {
                    let mut args = self.args.clone();
                    *args[position].leaf_mut(leaf) += offset;
                    weighed(&args)
                };
                match judge(center, &at, found) {
                    Component::Agrees => {}
                    Component::Kink => return Ok(Verdict::Kink),
                    Component::Differs(expected) => {
                        return fail(
                            Stage::Gradient,
                            format!(
                                "not the differences: {found:?}, {expected:?}, parameter {position}, component {leaf}"
                            ),
                        )
                    }
                }
            }
        }
        Ok(Verdict::Agrees)
    }
}

enum Component {
    Agrees,
    Kink,
    Differs(f64),
}

/// Compares one component of a gradient with differences of `at`, whose argument is the offset from the point.
fn judge(center: f64, at: &dyn Fn(f64) -> f64, found: f64) -> Component {
    for h in STEPS {
        let [far_left, left, right, far_right] = [-2.0 * h, -h, h, 2.0 * h].map(at);
        let (near, far) = ((right - left) / (2.0 * h), (far_right - far_left) / (4.0 * h));
        let expected = (4.0 * near - far) / 3.0;
        if close(found, expected, TOLERANCE) {
            return Component::Agrees;
        }
        // (R(h) - L(h)) is h f'' where f is smooth, and constant where f has a kink at the point.
        let bend = |left: f64, right: f64, h: f64| (right - center) / h - (center - left) / h;
        let kink = 2.0 * bend(left, right, h) - bend(far_left, far_right, 2.0 * h);
        let deviation = (found - expected).abs();
        if (near - far).abs() < 0.05 * deviation && kink.abs() < 0.05 * deviation {
            return Component::Differs(expected);
        }
    }
    Component::Kink
}
