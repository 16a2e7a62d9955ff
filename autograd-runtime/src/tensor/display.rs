//! Printing, as PyTorch prints: four digits, aligned columns, ellipses above a thousand elements.

use super::element::Dtype;
use super::handle::Tensor;
use std::fmt;

const DIGITS: usize = 4;
/// Larger tensors are abridged to [`EDGE`] items at either end of each dimension.
const THRESHOLD: usize = 1000;
const EDGE: usize = 3;
const LINE: usize = 80;

impl<T: Dtype> fmt::Display for Tensor<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values = self.to_vec();
        let style = Style::of(&values);
        let mut text = String::from("tensor(");
        let abridged = values.len() > THRESHOLD;
        write_nested(&mut text, self.shape(), &values, &style, abridged, "tensor(".len());
        if self.numel() == 0 && self.dim() != 1 {
            text += &format!(", size=({})", self.shape().iter().map(usize::to_string).collect::<Vec<_>>().join(", "));
        }
        if T::NAMED_IN_DISPLAY {
            text += &format!(", dtype={}", T::NAME);
        }
        if let Some(grad_fn) = self.grad_fn() {
            text += &format!(", grad_fn=<{}>", grad_fn.name());
        } else if self.requires_grad() {
            text += ", requires_grad=True";
        }
        text.push(')');
        f.write_str(&text)
    }
}

impl<T: Dtype> fmt::Debug for Tensor<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// How the numbers of one tensor are written: all alike, so that columns align.
struct Style {
    form: Form,
    width: usize,
}

enum Form {
    Bool,
    Integer,
    /// Floats that are whole: `1.`
    Whole,
    Fixed,
    Scientific,
}

impl Style {
    fn of<T: Dtype>(values: &[T]) -> Self {
        let any: &dyn std::any::Any = &T::default();
        let form = if any.is::<bool>() {
            Form::Bool
        } else if !T::FLOATING {
            Form::Integer
        } else {
            Self::float_form(values)
        };
        let mut style = Self { form, width: 0 };
        style.width = values.iter().map(|&v| style.write(v).len()).max().unwrap_or(0);
        style
    }

    fn float_form<T: Dtype>(values: &[T]) -> Form {
        let finite = values.iter().map(|v| v.to_number().abs()).filter(|v| v.is_finite() && *v != 0.0);
        let (mut least, mut most, mut whole) = (f64::INFINITY, 0.0_f64, true);
        for v in finite {
            least = least.min(v);
            most = most.max(v);
            whole &= v == v.ceil();
        }
        if most / least > 1000.0 || most > 1e8 {
            return Form::Scientific;
        }
        if whole {
            return Form::Whole;
        }
        if least < 1e-4 { Form::Scientific } else { Form::Fixed }
    }

    fn write<T: Dtype>(&self, value: T) -> String {
        let v = value.to_number();
        if v.is_nan() {
            return "nan".into();
        }
        if v.is_infinite() {
            return if v > 0.0 { "inf".into() } else { "-inf".into() };
        }
        match self.form {
            Form::Bool => if v == 0.0 { "False" } else { "True" }.into(),
            Form::Integer => format!("{v:.0}"),
            Form::Whole => format!("{v:.0}."),
            Form::Fixed => format!("{v:.DIGITS$}"),
            Form::Scientific => {
                let text = format!("{v:.DIGITS$e}");
                let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
                let exponent: i32 = exponent.parse().unwrap_or(0);
                format!("{mantissa}e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
            }
        }
    }
}

fn write_nested<T: Dtype>(
    text: &mut String,
    shape: &[usize],
    values: &[T],
    style: &Style,
    abridged: bool,
    indent: usize,
) {
    let Some((&size, rest)) = shape.split_first() else {
        return *text += &style.write(values[0]);
    };
    let step = rest.iter().product::<usize>();
    let skipped = if abridged && size > 2 * EDGE { EDGE..size - EDGE } else { size..size };
    text.push('[');
    let per_line = (LINE.saturating_sub(indent) / (style.width + 2)).max(1);
    let mut on_line = 0;
    for i in (0..size).filter(|i| !skipped.contains(i)) {
        if i > 0 {
            if rest.is_empty() {
                text.push_str(", ");
                if on_line == per_line {
                    text.truncate(text.len() - 1);
                    text.push('\n');
                    text.push_str(&" ".repeat(indent + 1));
                    on_line = 0;
                }
            } else {
                text.push(',');
                text.push_str(&"\n".repeat(rest.len()));
                text.push_str(&" ".repeat(indent + 1));
            }
        }
        if i == skipped.end && !skipped.is_empty() {
            let gap = if rest.is_empty() {
                "..., ".into()
            } else {
                format!("...,{}{}", "\n".repeat(rest.len()), " ".repeat(indent + 1))
            };
            text.push_str(&gap);
        }
        if rest.is_empty() {
            text.push_str(&format!("{:>width$}", style.write(values[i]), width = style.width));
            on_line += 1;
        } else {
            write_nested(text, rest, &values[i * step..][..step], style, abridged, indent + 1);
        }
    }
    text.push(']');
}
