//! Sums of products by Einstein's convention: every pair of operands becomes one batched matrix product.

use super::super::element::Element;
use super::super::error::{OrPanic, Result, TensorError};
use super::super::handle::Tensor;
use super::super::shape::{Sizes, list};

impl<T: Element> Tensor<T> {
    /// The sum of products that an equation names: `"bij,bjk->bik"` multiplies batches of matrices, `"ii"` is the
    /// trace, `"i,j->ij"` the outer product. `...` stands for the dimensions not named. Without an arrow the result has
    /// the labels that occur once, in alphabetic order.
    ///
    /// ```
    /// use autograd_runtime::tensor::Tensor;
    ///
    /// let a = Tensor::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!(Tensor::einsum("ij,ij->", &[&a, &a]).item(), 30.0);
    /// ```
    ///
    /// # Panics
    ///
    /// Where [`try_einsum`](Self::try_einsum) returns an error.
    #[track_caller]
    pub fn einsum(equation: &str, operands: &[&Self]) -> Self {
        Self::try_einsum(equation, operands).or_panic()
    }

    /// [`einsum`](Self::einsum), returning what is wrong as an error.
    ///
    /// # Errors
    ///
    /// When the equation cannot be read, or does not fit the operands.
    #[track_caller]
    pub fn try_einsum(equation: &str, operands: &[&Self]) -> Result<Self> {
        let equation = Equation::parse(equation, operands)?;
        let mut terms = operands.iter().zip(&equation.inputs).map(|(x, labels)| Term::new(x, labels, &equation));
        let Some(first) = terms.next() else {
            return Err(TensorError::value("einsum(): must provide at least one operand"));
        };
        let mut product = first?;
        for (i, term) in terms.enumerate() {
            let later = &equation.inputs[i + 2..];
            let needed = |l: &Label| equation.output.contains(l) || later.iter().any(|labels| labels.contains(l));
            product = product.times(term?, needed)?;
        }
        product.into_output(&equation.output)
    }
}

/// What names a dimension: a letter, or the place in an ellipsis, counted from its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Label {
    Ellipsis(std::cmp::Reverse<usize>),
    Letter(char),
}

struct Equation {
    text: String,
    inputs: Vec<Vec<Label>>,
    output: Vec<Label>,
    /// The size of each label.
    sizes: Vec<(Label, usize)>,
}

impl Equation {
    fn parse<T: Element>(text: &str, operands: &[&Tensor<T>]) -> Result<Self> {
        let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let wrong = |what: String| TensorError::value(format!("einsum(): {what} (the equation is '{text}')"));
        let (left, right) = match squeezed.split_once("->") {
            Some((left, right)) => (left, Some(right)),
            None => (&squeezed[..], None),
        };
        let subscripts: Vec<&str> = left.split(',').collect();
        if subscripts.len() != operands.len() {
            return Err(wrong(format!(
                "the number of subscripts in the equation ({}) does not match the number of operands ({})",
                subscripts.len(),
                operands.len()
            )));
        }
        let mut inputs = Vec::new();
        for (i, (subscript, x)) in subscripts.iter().zip(operands).enumerate() {
            let letters = subscript.chars().filter(|c| c.is_alphabetic()).count();
            let hidden = x.dim().checked_sub(letters).filter(|&n| n == 0 || subscript.contains("..."));
            let Some(hidden) = hidden else {
                return Err(wrong(format!(
                    "the number of subscripts ({letters}) does not match the number of dimensions ({}) for operand {i}",
                    x.dim()
                )));
            };
            inputs.push(labels(subscript, hidden).map_err(wrong)?);
        }
        let sizes = sizes(&inputs, operands).map_err(wrong)?;
        let hidden = sizes.iter().filter(|(l, _)| matches!(l, Label::Ellipsis(_))).count();
        let output = match right {
            Some(right) => labels(right, hidden).map_err(wrong)?,
            None => {
                let count = |l: &Label| inputs.iter().flatten().filter(|&k| k == l).count();
                let once = |l: &Label| matches!(l, Label::Ellipsis(_)) || count(l) == 1;
                let mut output: Vec<Label> = sizes.iter().map(|&(l, _)| l).filter(once).collect();
                output.sort_unstable();
                output
            }
        };
        for (i, label) in output.iter().enumerate() {
            if output[..i].contains(label) {
                return Err(wrong(format!("output subscript {} appears more than once in the output", label.show())));
            }
            if !sizes.iter().any(|(l, _)| l == label) {
                return Err(wrong(format!(
                    "output subscript {} does not appear in the equation for any input operand",
                    label.show()
                )));
            }
        }
        Ok(Self { text: text.to_owned(), inputs, output, sizes })
    }

    fn size(&self, label: Label) -> usize {
        self.sizes.iter().find(|(l, _)| *l == label).map_or(1, |&(_, size)| size)
    }
}

impl Label {
    fn show(self) -> String {
        match self {
            Self::Letter(c) => c.to_string(),
            Self::Ellipsis(_) => "...".to_owned(),
        }
    }
}

/// The labels of one operand, of which `hidden` stand behind the ellipsis.
fn labels(subscript: &str, hidden: usize) -> std::result::Result<Vec<Label>, String> {
    let (before, after) = match subscript.split_once("...") {
        Some((before, after)) => (before, Some(after)),
        None => (subscript, None),
    };
    let letter = |c: char| match c.is_alphabetic() {
        true => Ok(Label::Letter(c)),
        false => Err(format!("invalid subscript given, '{c}'; subscripts must be letters or '...'")),
    };
    let mut labels: Vec<Label> = before.chars().map(letter).collect::<std::result::Result<_, _>>()?;
    if let Some(after) = after {
        labels.extend((0..hidden).rev().map(|k| Label::Ellipsis(std::cmp::Reverse(k))));
        for c in after.chars() {
            labels.push(letter(c)?);
        }
    }
    Ok(labels)
}

/// The size of every label: a size of one stretches to another operand's.
fn sizes<T: Element>(
    inputs: &[Vec<Label>],
    operands: &[&Tensor<T>],
) -> std::result::Result<Vec<(Label, usize)>, String> {
    let mut sizes: Vec<(Label, usize)> = Vec::new();
    for (i, (labels, x)) in inputs.iter().zip(operands).enumerate() {
        for (d, &label) in labels.iter().enumerate() {
            let size = x.shape()[d];
            if labels[..d].iter().zip(x.shape()).any(|(&l, &s)| l == label && s != size) {
                return Err(format!(
                    "subscript {} is repeated for operand {i} but the sizes don't match",
                    label.show()
                ));
            }
            match sizes.iter_mut().find(|(l, _)| *l == label) {
                None => sizes.push((label, size)),
                Some((_, known)) if *known == 1 => *known = size,
                Some((_, known)) if size == 1 || *known == size => {}
                Some((_, known)) => {
                    return Err(format!(
                        "operands do not broadcast with remapped shapes: subscript {} has size {size} for operand {i} \
                         which does not broadcast with previously seen size {known} (shape {})",
                        label.show(),
                        list(x.shape())
                    ));
                }
            }
        }
    }
    Ok(sizes)
}

/// A tensor with one label per dimension, none twice, all of full size.
struct Term<T: Element> {
    x: Tensor<T>,
    labels: Vec<Label>,
}

impl<T: Element> Term<T> {
    /// Takes the diagonal of labels that occur twice.
    #[track_caller]
    fn new(x: &Tensor<T>, labels: &[Label], equation: &Equation) -> Result<Self> {
        let (mut x, mut labels) = (x.clone(), labels.to_vec());
        let twice = |labels: &[Label]| {
            (0..labels.len()).find_map(|b| labels[..b].iter().position(|l| *l == labels[b]).map(|a| (a, b)))
        };
        while let Some((a, b)) = twice(&labels) {
            x = x.try_diagonal(0, a as isize, b as isize)?;
            labels.remove(b);
            let label = labels.remove(a);
            labels.push(label);
        }
        let full: Sizes = labels.iter().map(|&l| equation.size(l)).collect();
        let x =
            x.expand_to(&full).map_err(|e| TensorError::shape(format!("einsum(): {e} (in '{}')", equation.text)))?;
        Ok(Self { x, labels })
    }

    /// Sums over the labels nobody needs any more.
    #[track_caller]
    fn keeping(mut self, needed: impl Fn(&Label) -> bool) -> Result<Self> {
        let gone: Vec<isize> =
            (0..self.labels.len()).filter(|&d| !needed(&self.labels[d])).map(|d| d as isize).collect();
        if !gone.is_empty() {
            self.x = self.x.try_sum_dim(gone, false)?;
            self.labels.retain(needed);
        }
        Ok(self)
    }

    /// The product with another term, summed over the labels that are not `needed`.
    #[track_caller]
    fn times(self, other: Self, needed: impl Fn(&Label) -> bool) -> Result<Self> {
        let a = self.keeping(|l| needed(l) || other.labels.contains(l))?;
        let b = other.keeping(|l| needed(l) || a.labels.contains(l))?;
        let shared = |l: &&Label| b.labels.contains(l);
        let batch: Vec<Label> = a.labels.iter().filter(shared).filter(|l| needed(l)).copied().collect();
        let summed: Vec<Label> = a.labels.iter().filter(shared).filter(|l| !needed(l)).copied().collect();
        let rows: Vec<Label> = a.labels.iter().filter(|l| !shared(l)).copied().collect();
        let columns: Vec<Label> = b.labels.iter().filter(|l| !a.labels.contains(l)).copied().collect();
        let product = a.as_matrices(&batch, &rows, &summed)?.try_bmm(&b.as_matrices(&batch, &summed, &columns)?)?;
        let shape = [a.sizes(&batch), a.sizes(&rows), b.sizes(&columns)].concat();
        Ok(Self { x: product.try_reshape_to(&shape)?, labels: [batch, rows, columns].concat() })
    }

    fn sizes(&self, labels: &[Label]) -> Sizes {
        let size = |l: &Label| self.labels.iter().position(|k| k == l).map_or(1, |d| self.x.shape()[d]);
        labels.iter().map(size).collect()
    }

    /// The elements as `[batch, rows, columns]`.
    #[track_caller]
    fn as_matrices(&self, batch: &[Label], rows: &[Label], columns: &[Label]) -> Result<Tensor<T>> {
        let shape = [batch, rows, columns].map(|labels| self.sizes(labels).iter().product());
        self.ordered(&[batch, rows, columns].concat())?.try_reshape_to(&shape)
    }

    #[track_caller]
    fn ordered(&self, labels: &[Label]) -> Result<Tensor<T>> {
        let place = |l: &Label| self.labels.iter().position(|k| k == l).map(|d| d as isize);
        let order: Vec<isize> = labels.iter().filter_map(place).collect();
        if order.iter().enumerate().all(|(d, &from)| d as isize == from) {
            return Ok(self.x.clone());
        }
        self.x.try_permute(&order)
    }

    #[track_caller]
    fn into_output(self, output: &[Label]) -> Result<Tensor<T>> {
        self.keeping(|l| output.contains(l))?.ordered(output)
    }
}
