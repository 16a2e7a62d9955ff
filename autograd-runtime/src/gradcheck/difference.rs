use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{Comparison, Component, Components, Gradcheck, GradcheckError, Path, Report};

/// A float of an argument or result: where it is, what it is, and whether in single precision.
struct Float {
    path: String,
    value: f64,
    single: bool,
}

impl Float {
    /// The scale of steps and of rounding errors: its magnitude, but at least 1.
    fn size(&self) -> f64 {
        self.value.abs().max(1.0)
    }
}

/// The floats of a value.
pub(super) fn floats_of(value: &mut impl Components) -> Vec<f64> {
    let mut floats = Vec::new();
    value.visit(&mut Path::default(), &mut |_, component| floats.push(component.get()));
    floats
}

/// Replaces float number `place`, and returns what rounding made of it.
pub(super) fn set_float(value: &mut impl Components, place: usize, new: f64) -> f64 {
    let (mut i, mut reached) = (0, new);
    value.visit(&mut Path::default(), &mut |_, mut component| {
        if i == place {
            component.set(new);
            reached = component.get();
        }
        i += 1;
    });
    reached
}

fn described(root: &str, value: &mut impl Components) -> Vec<Float> {
    let mut floats = Vec::new();
    value.visit(&mut Path::default(), &mut |path, component| {
        floats.push(Float {
            path: format!("{root}{path}"),
            value: component.get(),
            single: matches!(component, Component::F32(_)),
        });
    });
    floats
}

/// Compares `analytic[j][i]`, the derivative of result `j` with respect to argument `i`, with central differences.
pub(super) fn compare<X: Components + Clone, Y: Components>(
    options: &Gradcheck,
    mut f: impl FnMut(&X) -> Y,
    x: &X,
    analytic: Vec<Vec<f64>>,
) -> Result<Report, GradcheckError> {
    valid_options(options)?;
    let mut x = x.clone();
    let arguments = described("x", &mut x);
    let results = described("y", &mut f(&x));
    valid_setup(&arguments, &results, &analytic)?;

    let mut report: Option<Report> = None;
    for (i, argument) in arguments.iter().enumerate() {
        let h = step_of(options, argument, &results);
        let right = moved(&mut x, i, argument.value + h, argument)?;
        let y_right = floats_of(&mut f(&x));
        let left = moved(&mut x, i, argument.value - h, argument)?;
        let y_left = floats_of(&mut f(&x));
        set_float(&mut x, i, argument.value);
        if y_right.len() != results.len() || y_left.len() != results.len() {
            return invalid(format!(
                "the number of results depends on {}: {}, {} and {} of them",
                argument.path,
                y_left.len(),
                results.len(),
                y_right.len()
            ));
        }
        for (j, result) in results.iter().enumerate() {
            // What rounding made of x + h and x - h is what counts.
            let numeric = (y_right[j] - y_left[j]) / (right - left);
            let analytic = analytic[j][i];
            let (absolute, relative) = tolerances(options, argument.single || result.single);
            let comparison = Comparison {
                argument: argument.path.clone(),
                result: result.path.clone(),
                analytic,
                numeric,
                one_sided: (
                    (result.value - y_left[j]) / (argument.value - left),
                    (y_right[j] - result.value) / (right - argument.value),
                ),
                step: h,
                allowed: absolute * result.size() / argument.size() + relative * analytic.abs().max(numeric.abs()),
            };
            report = Some(match report {
                None => Report { compared: 1, disagreeing: usize::from(!comparison.agrees()), worst: comparison },
                Some(so_far) => joined(so_far, comparison),
            });
        }
    }

    let again = described("y", &mut f(&x));
    for (first, second) in results.iter().zip(&again) {
        if first.value != second.value {
            let (path, a, b) = (&first.path, first.value, second.value);
            return invalid(format!(
                "the function is not a function: {path} is {a:?} and then {b:?} at the same point"
            ));
        }
    }
    match report {
        Some(report) if report.disagreeing == 0 => Ok(report),
        Some(report) => Err(GradcheckError::Disagreement(report)),
        None => unreachable!("`valid_setup` refuses a check without arguments or results"),
    }
}

fn joined(report: Report, comparison: Comparison) -> Report {
    Report {
        compared: report.compared + 1,
        disagreeing: report.disagreeing + usize::from(!comparison.agrees()),
        worst: if comparison.badness() > report.worst.badness() { comparison } else { report.worst },
    }
}

fn invalid<T>(reason: String) -> Result<T, GradcheckError> {
    Err(GradcheckError::Invalid(reason))
}

fn valid_options(options: &Gradcheck) -> Result<(), GradcheckError> {
    let Gradcheck { step, absolute, relative } = *options;
    if let Some(step) = step.filter(|step| !(*step > 0.0 && step.is_finite())) {
        return invalid(format!("the step is {step:?}, it has to be positive"));
    }
    for (name, tolerance) in [("absolute", absolute), ("relative", relative)] {
        if let Some(tolerance) = tolerance.filter(|tolerance| !(*tolerance >= 0.0 && tolerance.is_finite())) {
            return invalid(format!("the {name} tolerance is {tolerance:?}, it cannot be negative"));
        }
    }
    Ok(())
}

fn valid_setup(arguments: &[Float], results: &[Float], analytic: &[Vec<f64>]) -> Result<(), GradcheckError> {
    if arguments.is_empty() {
        return invalid("the arguments hold no float".to_string());
    }
    if results.is_empty() {
        return invalid("the result holds no float".to_string());
    }
    for gradient in analytic {
        if gradient.len() != arguments.len() {
            let (given, needed) = (gradient.len(), arguments.len());
            return invalid(format!("the gradient has {given} components, the arguments have {needed}"));
        }
    }
    if analytic.len() != results.len() {
        let (given, needed) = (analytic.len(), results.len());
        return invalid(format!("there are {given} gradients for {needed} results"));
    }
    for float in arguments.iter().chain(results) {
        if !float.value.is_finite() {
            return invalid(format!("{} is {:?}", float.path, float.value));
        }
    }
    Ok(())
}

/// The step balances truncation, `h²`, with rounding, `ε / h`, which is best near the cube root of ε; coarser for `f32`,
/// where the evaluation itself has few digits.
fn step_of(options: &Gradcheck, argument: &Float, results: &[Float]) -> f64 {
    let single = argument.single || results.iter().any(|result| result.single);
    let step = options.step.unwrap_or(if single { 1e-2 } else { 6e-6 });
    step * argument.size()
}

fn tolerances(options: &Gradcheck, single: bool) -> (f64, f64) {
    let (absolute, relative) = if single { (1e-3, 5e-3) } else { (1e-8, 1e-6) };
    (options.absolute.unwrap_or(absolute), options.relative.unwrap_or(relative))
}

/// Moves float number `place` to `target`, and returns where rounding put it.
fn moved(x: &mut impl Components, place: usize, target: f64, from: &Float) -> Result<f64, GradcheckError> {
    let reached = set_float(x, place, target);
    if reached == from.value {
        return invalid(format!("the step is too small: {} stays at {:?}", from.path, from.value));
    }
    Ok(reached)
}
