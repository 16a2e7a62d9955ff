//! Derivatives of functions of tensors: Jacobians, Hessians and their products with vectors.
//!
//! Every function takes `f`, which maps inputs to outputs, and the inputs' values. What is returned carries no
//! history unless the inputs do: with inputs that require gradients, results can be differentiated again.

use super::backward::{GradOptions, grad_with};
use super::element::Element;
use super::error::{Result, TensorError};
use super::handle::Tensor;
use super::mode::enable_grad;
use super::shape::list;

/// What a function returned, and the products of its Jacobian or Hessian with vectors.
pub type Products<Y, T> = (Y, Vec<Tensor<T>>);

/// The outputs and, per input, the product of a vector per output with the Jacobian: `Σ vᵀ · ∂f/∂x`. Without `v`, `f`
/// must return one number.
///
/// ```
/// use autograd_runtime::tensor::{Tensor, vjp};
///
/// let x = Tensor::from_slice(&[2.0, 3.0]);
/// let (y, d_x) = vjp(|x| vec![&x[0] * &x[0]], &[&x], Some(&[&Tensor::from_slice(&[1.0, 10.0])])).unwrap();
/// assert_eq!((y[0].to_vec(), d_x[0].to_vec()), (vec![4.0, 9.0], vec![4.0, 60.0]));
/// ```
///
/// # Errors
///
/// When `v` does not fit the outputs.
pub fn vjp<T: Element>(
    f: impl Fn(&[Tensor<T>]) -> Vec<Tensor<T>>,
    inputs: &[&Tensor<T>],
    v: Option<&[&Tensor<T>]>,
) -> Result<Products<Vec<Tensor<T>>, T>> {
    let trial = Trial::run(&f, inputs)?;
    let seeds = match v {
        Some(v) => trial.seeds(v)?,
        None => trial.default_seeds()?,
    };
    let products = trial.pull(&seeds, trial.differentiable)?;
    Ok(trial.results(products))
}

/// The outputs and, per output, the product of the Jacobian with a vector per input: `Σ ∂f/∂x · v`.
///
/// It is computed by differentiating a vector-Jacobian product with respect to its vector, in which it is linear (the
/// "double-backward trick"; Townsend, 2017).
///
/// ```
/// use autograd_runtime::tensor::{Tensor, jvp};
///
/// let x = Tensor::from_slice(&[2.0, 3.0]);
/// let (_, d_y) = jvp(|x| vec![(&x[0] * &x[0]).sum()], &[&x], &[&Tensor::from_slice(&[1.0, 0.0])]).unwrap();
/// assert_eq!(d_y[0].item(), 4.0);
/// ```
///
/// # Errors
///
/// When `v` does not fit the inputs.
pub fn jvp<T: Element>(
    f: impl Fn(&[Tensor<T>]) -> Vec<Tensor<T>>,
    inputs: &[&Tensor<T>],
    v: &[&Tensor<T>],
) -> Result<Products<Vec<Tensor<T>>, T>> {
    check_sizes(v, inputs)?;
    let trial = Trial::run(&f, inputs)?;
    // u ↦ uᵀ·J is linear in u, so its value is of no importance.
    let dummies = trial
        .outputs
        .iter()
        .map(|y| Tensor::zeros(y.shape()).try_requires_grad_(true))
        .collect::<Result<Vec<Tensor<T>>>>()?;
    let seeds: Vec<&Tensor<T>> = dummies.iter().collect();
    let rows = trial.pull(&seeds, true)?;
    let (active, weights): (Vec<&Tensor<T>>, Vec<Option<&Tensor<T>>>) =
        rows.iter().zip(v).filter(|(row, _)| row.requires_grad()).map(|(row, &v)| (row, Some(v))).unzip();
    let options = GradOptions { create_graph: trial.differentiable, materialize_grads: true, ..GradOptions::default() };
    let products = if active.is_empty() {
        dummies.iter().map(Tensor::zeros_like).collect()
    } else {
        enable_grad(|| grad_with(&active, &seeds, &weights, options))?.into_iter().flatten().collect()
    };
    Ok(trial.results(products))
}

/// Per output and input, `∂f/∂x`, with the sizes of the output followed by those of the input.
///
/// ```
/// use autograd_runtime::tensor::{Tensor, jacobian};
///
/// let x = Tensor::from_slice(&[2.0, 3.0]);
/// let j = jacobian(|x| vec![&x[0] * &x[0]], &[&x]).unwrap();
/// assert_eq!(j[0][0].to_vec(), [4.0, 0.0, 0.0, 6.0]);
/// ```
///
/// # Errors
///
/// When a gradient cannot be computed.
pub fn jacobian<T: Element>(
    f: impl Fn(&[Tensor<T>]) -> Vec<Tensor<T>>,
    inputs: &[&Tensor<T>],
) -> Result<Vec<Vec<Tensor<T>>>> {
    let trial = Trial::run(&f, inputs)?;
    trial.outputs.iter().map(|y| trial.jacobian_of(y)).collect()
}

/// Per pair of inputs, the second derivatives of `f`, which must return one number.
///
/// ```
/// use autograd_runtime::tensor::{Tensor, hessian};
///
/// let x = Tensor::from_slice(&[2.0, 3.0]);
/// let h = hessian(|x| x[0].powi(3).sum(), &[&x]).unwrap();
/// assert_eq!(h[0][0].to_vec(), [12.0, 0.0, 0.0, 18.0]);
/// ```
///
/// # Errors
///
/// When `f` returns several elements.
pub fn hessian<T: Element>(
    f: impl Fn(&[Tensor<T>]) -> Tensor<T>,
    inputs: &[&Tensor<T>],
) -> Result<Vec<Vec<Tensor<T>>>> {
    let trial = Trial::run(&|x| vec![f(x)], inputs)?;
    let rows = trial.gradient("hessian")?;
    rows.iter().map(|row| trial.jacobian_of(row)).collect()
}

/// The value of `f` and the product of its Hessian with a vector per input.
///
/// # Errors
///
/// When `f` returns several elements or `v` does not fit the inputs.
pub fn hvp<T: Element>(
    f: impl Fn(&[Tensor<T>]) -> Tensor<T>,
    inputs: &[&Tensor<T>],
    v: &[&Tensor<T>],
) -> Result<Products<Tensor<T>, T>> {
    hessian_product(f, inputs, v, "hvp")
}

/// The value of `f` and the product of a vector per input with its Hessian: the same as [`hvp`], since Hessians are
/// symmetric.
///
/// # Errors
///
/// As [`hvp`].
pub fn vhp<T: Element>(
    f: impl Fn(&[Tensor<T>]) -> Tensor<T>,
    inputs: &[&Tensor<T>],
    v: &[&Tensor<T>],
) -> Result<Products<Tensor<T>, T>> {
    hessian_product(f, inputs, v, "vhp")
}

/// The gradient of the gradient's product with `v`.
fn hessian_product<T: Element>(
    f: impl Fn(&[Tensor<T>]) -> Tensor<T>,
    inputs: &[&Tensor<T>],
    v: &[&Tensor<T>],
    name: &str,
) -> Result<Products<Tensor<T>, T>> {
    check_sizes(v, inputs)?;
    let trial = Trial::run(&|x| vec![f(x)], inputs)?;
    let gradient = trial.gradient(name)?;
    let products = trial.pull_from(&gradient.iter().collect::<Vec<_>>(), v, trial.differentiable)?;
    let (mut outputs, products) = trial.results(products);
    Ok((outputs.remove(0), products))
}

/// One run of a function on inputs whose gradients are wanted.
struct Trial<T: Element> {
    inputs: Vec<Tensor<T>>,
    outputs: Vec<Tensor<T>>,
    /// Whether results are to carry a history, because the caller's inputs do.
    differentiable: bool,
}

impl<T: Element> Trial<T> {
    fn run(f: &dyn Fn(&[Tensor<T>]) -> Vec<Tensor<T>>, inputs: &[&Tensor<T>]) -> Result<Self> {
        let differentiable = super::mode::is_grad_enabled() && inputs.iter().any(|x| x.requires_grad());
        let own = |x: &&Tensor<T>| {
            // A tensor of its own even where it has a history: `f` may use the caller's by another way.
            if x.requires_grad() {
                Ok(x.try_reshape_to(x.shape())?.copy())
            } else {
                x.detach().try_requires_grad_(true)
            }
        };
        enable_grad(|| {
            let inputs = inputs.iter().map(own).collect::<Result<Vec<_>>>()?;
            let outputs = f(&inputs);
            Ok(Self { inputs, outputs, differentiable })
        })
    }

    fn seeds<'a>(&self, v: &[&'a Tensor<T>]) -> Result<Vec<&'a Tensor<T>>> {
        check_sizes(v, &self.outputs.iter().collect::<Vec<_>>())?;
        Ok(v.to_vec())
    }

    fn default_seeds(&self) -> Result<Vec<&'static Tensor<T>>> {
        match &*self.outputs {
            [y] if y.numel() == 1 => Ok(Vec::new()),
            _ => Err(TensorError::value(
                "The vector v can only be None if the user-provided function returns a single Tensor with a single \
                 element.",
            )),
        }
    }

    /// The gradient of the only output, ready to be differentiated.
    fn gradient(&self, name: &str) -> Result<Vec<Tensor<T>>> {
        match &*self.outputs {
            [y] if y.numel() == 1 => self.pull(&[], true),
            outputs => Err(TensorError::shape(format!(
                "The Tensor returned by the function given to {name} should contain a single element (its shape is {})",
                outputs.first().map_or_else(String::new, |y| list(y.shape()))
            ))),
        }
    }

    fn pull(&self, seeds: &[&Tensor<T>], create_graph: bool) -> Result<Vec<Tensor<T>>> {
        self.pull_from(&self.outputs.iter().collect::<Vec<_>>(), seeds, create_graph)
    }

    /// The gradients of the inputs, zero where they do not matter.
    fn pull_from(&self, roots: &[&Tensor<T>], seeds: &[&Tensor<T>], create_graph: bool) -> Result<Vec<Tensor<T>>> {
        let (active, weights): (Vec<&Tensor<T>>, Vec<Option<&Tensor<T>>>) = roots
            .iter()
            .enumerate()
            .filter(|(_, root)| root.requires_grad())
            .map(|(i, &root)| (root, seeds.get(i).copied()))
            .unzip();
        if active.is_empty() {
            return Ok(self.inputs.iter().map(Tensor::zeros_like).collect());
        }
        let wrt: Vec<&Tensor<T>> = self.inputs.iter().collect();
        let options =
            GradOptions { retain_graph: true, create_graph, materialize_grads: true, ..GradOptions::default() };
        Ok(grad_with(&active, &wrt, &weights, options)?.into_iter().flatten().collect())
    }

    /// The Jacobians of `y` by each input, a row at a time.
    fn jacobian_of(&self, y: &Tensor<T>) -> Result<Vec<Tensor<T>>> {
        let n = y.numel();
        let shape = |x: &Tensor<T>| y.shape().iter().chain(x.shape()).copied().collect::<Vec<_>>();
        // Where rows carry a history they are put in place by products, which record; otherwise they are copied.
        let mut sums: Vec<Tensor<T>> = self.inputs.iter().map(|x| Tensor::zeros([n, x.numel()])).collect();
        let mut rows: Vec<Vec<T>> = vec![Vec::new(); self.inputs.len()];
        for i in 0..n {
            let mut unit = vec![T::zero(); n];
            unit[i] = T::one();
            let unit = Tensor::owning(unit, y.shape());
            let found = self.pull_from(&[y], &[&unit], self.differentiable)?;
            for (k, row) in found.into_iter().enumerate() {
                if self.differentiable {
                    let row = unit.try_reshape_to(&[n, 1])? * row.try_reshape_to(&[1, row.numel()])?;
                    sums[k] = &sums[k] + row;
                } else {
                    rows[k].extend(row.to_vec());
                }
            }
        }
        let whole = |(k, x): (usize, &Tensor<T>)| {
            if self.differentiable {
                return sums[k].try_reshape_to(&shape(x));
            }
            Ok(Tensor::owning(std::mem::take(&mut rows[k]), &shape(x)))
        };
        self.inputs.iter().enumerate().map(whole).collect()
    }

    /// The outputs and what was computed, without history unless the caller's inputs have one.
    fn results(self, products: Vec<Tensor<T>>) -> Products<Vec<Tensor<T>>, T> {
        if self.differentiable {
            return (self.outputs, products);
        }
        (self.outputs.iter().map(Tensor::detach).collect(), products.iter().map(Tensor::detach).collect())
    }
}

fn check_sizes<T: Element>(v: &[&Tensor<T>], like: &[&Tensor<T>]) -> Result<()> {
    if v.len() != like.len() {
        return Err(TensorError::value(format!(
            "v is a tuple of invalid length: should be {} but got {}.",
            like.len(),
            v.len()
        )));
    }
    match v.iter().zip(like).find(|(v, x)| v.shape() != x.shape()) {
        None => Ok(()),
        Some((v, x)) => Err(TensorError::shape(format!(
            "v has invalid size: should be torch.Size({}) but got torch.Size({}).",
            list(x.shape()),
            list(v.shape())
        ))),
    }
}
