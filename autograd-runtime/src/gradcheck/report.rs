use alloc::string::String;
use core::{error::Error, fmt};

/// One component of a gradient beside its central difference.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Which argument, as in `x.1[3]`.
    pub argument: String,
    /// Which result, as in `y[0]`; just `y` for a scalar function.
    pub result: String,
    /// The component of the gradient that was given.
    pub analytic: f64,
    /// The central difference.
    pub numeric: f64,
    /// The differences to the left and to the right alone. Where they disagree, the function has a kink.
    pub one_sided: (f64, f64),
    /// By how much the argument was moved to either side.
    pub step: f64,
    /// How large the difference of `analytic` and `numeric` may be.
    pub allowed: f64,
}

impl Comparison {
    /// `|analytic - numeric|`.
    pub fn absolute_error(&self) -> f64 {
        (self.analytic - self.numeric).abs()
    }

    /// `|analytic - numeric| / max(|analytic|, |numeric|)`, and 0 if both are 0.
    pub fn relative_error(&self) -> f64 {
        match self.analytic.abs().max(self.numeric.abs()) {
            0.0 => 0.0,
            size => self.absolute_error() / size,
        }
    }

    /// Whether the two agree. Values that are not finite never do.
    pub fn agrees(&self) -> bool {
        self.analytic.is_finite() && self.absolute_error() <= self.allowed
    }

    /// How bad it is: 1 is just allowed, infinity is not a number.
    pub(super) fn badness(&self) -> f64 {
        match self.absolute_error() {
            0.0 => 0.0,
            error if error.is_finite() => error / self.allowed,
            _ => f64::INFINITY,
        }
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (left, right) = self.one_sided;
        writeln!(f, "d {} / d {}:", self.result, self.argument)?;
        writeln!(f, "  analytic        {:?}", self.analytic)?;
        writeln!(f, "  numeric         {:?} (from the left {left:?}, from the right {right:?})", self.numeric)?;
        writeln!(f, "  relative error  {:.1e}", self.relative_error())?;
        write!(
            f,
            "  difference      {:.1e}, allowed {:.1e}, step {:.1e}",
            self.absolute_error(),
            self.allowed,
            self.step
        )
    }
}

/// The outcome of a gradient check that ran.
#[derive(Clone, Debug)]
pub struct Report {
    /// How many derivatives were compared: arguments times results.
    pub compared: usize,
    /// How many of them disagree.
    pub disagreeing: usize,
    /// The worst of them, relative to what is allowed.
    pub worst: Comparison,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.disagreeing == 0 {
            writeln!(f, "all {} derivatives agree with central differences; the worst is", self.compared)?;
        } else {
            let (bad, all) = (self.disagreeing, self.compared);
            writeln!(f, "{bad} of {all} derivatives disagree with central differences; the worst is")?;
        }
        write!(f, "{}", self.worst)
    }
}

/// Why a gradient check failed, or could not be made. `Debug` prints the same text as `Display`, so that `unwrap` is
/// readable.
#[derive(Clone)]
pub enum GradcheckError {
    /// At least one derivative is wrong.
    Disagreement(Report),
    /// The check could not be made; the text says why.
    Invalid(String),
}

impl fmt::Display for GradcheckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disagreement(report) => write!(f, "gradient check failed: {report}"),
            Self::Invalid(reason) => write!(f, "gradient check impossible: {reason}"),
        }
    }
}

impl fmt::Debug for GradcheckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for GradcheckError {}
