//! Convolution and its transpose, in one, two or three spatial dimensions.
//!
//! Three products of two tensors belong together: the output of input and weight, the input's cotangent of output and
//! weight, the weight's cotangent of input and output. The derivative of each is given by the other two, so that one
//! formula serves gradients of every order; the second is also the transposed convolution. Each is a matrix product
//! with the columns that [`Geometry`] unfolds.

mod geometry;

use super::super::element::Element;
use super::super::error::{Result, TensorError};
use super::super::graph::node::{Call, Cotangents};
use super::super::graph::record::{Backward, many, record};
use super::super::graph::saved::Saved;
use super::super::handle::Tensor;
use super::super::shape::{Sizes, list};
use super::matmul::{Matrix, gemm_add};
use geometry::Geometry;
use std::sync::Arc;

/// How a convolution moves over its input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conv<const N: usize> {
    /// The distance between windows.
    pub stride: [usize; N],
    /// The zeros added on both sides.
    pub padding: [usize; N],
    /// The distance between the places of a window.
    pub dilation: [usize; N],
    /// Into how many independent groups the channels are split.
    pub groups: usize,
}

impl<const N: usize> Default for Conv<N> {
    fn default() -> Self {
        Self { stride: [1; N], padding: [0; N], dilation: [1; N], groups: 1 }
    }
}

/// How a transposed convolution moves over its output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConvTranspose<const N: usize> {
    /// The distance between windows.
    pub stride: [usize; N],
    /// The places cut off on both sides.
    pub padding: [usize; N],
    /// The places added on one side, which a stride leaves undetermined.
    pub output_padding: [usize; N],
    /// The distance between the places of a window.
    pub dilation: [usize; N],
    /// Into how many independent groups the channels are split.
    pub groups: usize,
}

impl<const N: usize> Default for ConvTranspose<N> {
    fn default() -> Self {
        Self { stride: [1; N], padding: [0; N], output_padding: [0; N], dilation: [1; N], groups: 1 }
    }
}

impl<T: Element> Tensor<T> {
    fallible! {
        /// Convolves `[batch, channels, length]` with `[out, channels/groups, kernel]`. The batch may be missing.
        pub fn conv1d | try_conv1d(&self, weight: &Tensor<T>, bias: Option<&Tensor<T>>, options: Conv<1>) -> Tensor<T> {
            convolve(self, weight, bias, options)
        }

        /// Convolves `[batch, channels, height, width]` with `[out, channels/groups, kh, kw]`. The batch may be
        /// missing.
        ///
        /// ```
        /// use autograd_runtime::tensor::{Conv, Tensor};
        ///
        /// let x = Tensor::arange(0.0, 9.0, 1.0).reshape([1, 1, 3, 3]);
        /// let edges = Tensor::from([[1.0, -1.0]]).reshape([1, 1, 1, 2]);
        /// let y = x.conv2d(&edges, None, Conv { padding: [0, 1], ..Conv::default() });
        /// assert_eq!(y.select(2, 1).to_vec(), [-3.0, -1.0, -1.0, 5.0]);
        /// ```
        pub fn conv2d | try_conv2d(&self, weight: &Tensor<T>, bias: Option<&Tensor<T>>, options: Conv<2>) -> Tensor<T> {
            convolve(self, weight, bias, options)
        }

        /// Convolves `[batch, channels, depth, height, width]` with `[out, channels/groups, kd, kh, kw]`. The batch
        /// may be missing.
        pub fn conv3d | try_conv3d(&self, weight: &Tensor<T>, bias: Option<&Tensor<T>>, options: Conv<3>) -> Tensor<T> {
            convolve(self, weight, bias, options)
        }

        /// The transpose of [`conv1d`](Self::conv1d), with a weight `[channels, out/groups, kernel]`.
        pub fn conv_transpose1d | try_conv_transpose1d(
            &self, weight: &Tensor<T>, bias: Option<&Tensor<T>>, options: ConvTranspose<1>,
        ) -> Tensor<T> {
            transpose(self, weight, bias, options)
        }

        /// The transpose of [`conv2d`](Self::conv2d), with a weight `[channels, out/groups, kh, kw]`.
        pub fn conv_transpose2d | try_conv_transpose2d(
            &self, weight: &Tensor<T>, bias: Option<&Tensor<T>>, options: ConvTranspose<2>,
        ) -> Tensor<T> {
            transpose(self, weight, bias, options)
        }

        /// The transpose of [`conv3d`](Self::conv3d), with a weight `[channels, out/groups, kd, kh, kw]`.
        pub fn conv_transpose3d | try_conv_transpose3d(
            &self, weight: &Tensor<T>, bias: Option<&Tensor<T>>, options: ConvTranspose<3>,
        ) -> Tensor<T> {
            transpose(self, weight, bias, options)
        }
    }
}

#[track_caller]
fn convolve<T: Element, const N: usize>(
    x: &Tensor<T>,
    weight: &Tensor<T>,
    bias: Option<&Tensor<T>>,
    options: Conv<N>,
) -> Result<Tensor<T>> {
    if x.dim() == N + 1 {
        return convolve(&x.try_unsqueeze(0)?, weight, bias, options)?.try_squeeze_dim(0);
    }
    let Conv { stride, padding, dilation, groups } = options;
    check_ranks::<T, N>(x, weight, "conv")?;
    geometry::check_steps(&stride, &dilation, groups)?;
    let (channels, out) = (x.shape()[1], weight.shape()[0]);
    if channels != weight.shape()[1] * groups {
        return Err(TensorError::shape(format!(
            "Given groups={groups}, weight of size {}, expected input{} to have {} channels, but got {channels} channels \
             instead",
            list(weight.shape()),
            list(x.shape()),
            weight.shape()[1] * groups
        )));
    }
    if !out.is_multiple_of(groups) || out == 0 {
        return Err(TensorError::shape(format!(
            "Given groups={groups}, expected weight to be at least {groups} at dimension 0 and divisible by it, but got \
             weight of size {} instead",
            list(weight.shape())
        )));
    }
    check_bias(bias, out, weight)?;
    let geometry = Geometry::new(&x.shape()[2..], &weight.shape()[2..], [&stride, &padding, &dilation], groups)?;
    product(Form::Output, &Arc::new(geometry), x, weight, bias)
}

#[track_caller]
fn transpose<T: Element, const N: usize>(
    x: &Tensor<T>,
    weight: &Tensor<T>,
    bias: Option<&Tensor<T>>,
    options: ConvTranspose<N>,
) -> Result<Tensor<T>> {
    if x.dim() == N + 1 {
        return transpose(&x.try_unsqueeze(0)?, weight, bias, options)?.try_squeeze_dim(0);
    }
    let ConvTranspose { stride, padding, output_padding, dilation, groups } = options;
    check_ranks::<T, N>(x, weight, "conv_transpose")?;
    geometry::check_steps(&stride, &dilation, groups)?;
    let channels = x.shape()[1];
    if channels != weight.shape()[0] || !channels.is_multiple_of(groups) {
        return Err(TensorError::shape(format!(
            "Given transposed=1, weight of size {}, expected input{} to have {} channels, but got {channels} channels \
             instead (groups={groups})",
            list(weight.shape()),
            list(x.shape()),
            weight.shape()[0]
        )));
    }
    check_bias(bias, weight.shape()[1] * groups, weight)?;
    let mut large = Sizes::new();
    for d in 0..N {
        if output_padding[d] >= stride[d].max(dilation[d]) {
            return Err(TensorError::value(format!(
                "output padding must be smaller than either stride or dilation, but got output_padding \
                 {output_padding:?}, stride {stride:?}, dilation {dilation:?}"
            )));
        }
        let kernel = weight.shape()[2 + d];
        let whole = x.shape()[2 + d].checked_sub(1).map(|n| n * stride[d] + output_padding[d] + 1);
        let size = whole.and_then(|n| (n + dilation[d] * kernel.saturating_sub(1)).checked_sub(2 * padding[d]));
        match size {
            Some(size) if size > 0 => large.push(size),
            _ => {
                return Err(TensorError::shape(format!(
                    "Given input size per channel: {}. Calculated output size per channel is not positive. Output size \
                     is too small",
                    list(&x.shape()[2..])
                )));
            }
        }
    }
    let geometry = Geometry::new(&large, &weight.shape()[2..], [&stride, &padding, &dilation], groups)?;
    product(Form::Input, &Arc::new(geometry), x, weight, bias)
}

fn check_ranks<T: Element, const N: usize>(x: &Tensor<T>, weight: &Tensor<T>, name: &str) -> Result<()> {
    if x.dim() != N + 2 {
        return Err(TensorError::shape(format!(
            "Expected {}D (unbatched) or {}D (batched) input to {name}{N}d, but got input of size: {}",
            N + 1,
            N + 2,
            list(x.shape())
        )));
    }
    if weight.dim() != N + 2 {
        return Err(TensorError::shape(format!(
            "expected {}-dimensional weight for {name}{N}d, but got weight of size {}",
            N + 2,
            list(weight.shape())
        )));
    }
    Ok(())
}

fn check_bias<T: Element>(bias: Option<&Tensor<T>>, out: usize, weight: &Tensor<T>) -> Result<()> {
    match bias {
        Some(bias) if bias.shape() != [out] => Err(TensorError::shape(format!(
            "Given weight of size {}, expected bias to be 1-dimensional with {out} elements, but got bias of size {} \
             instead",
            list(weight.shape()),
            list(bias.shape())
        ))),
        _ => Ok(()),
    }
}

/// Which of the three tensors of a convolution is computed from the other two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// From input and weight.
    Output,
    /// From output and weight.
    Input,
    /// From input and output.
    Weight,
}

/// One of the three products, plus a bias per channel of the result.
#[track_caller]
fn product<T: Element>(
    form: Form,
    geometry: &Arc<Geometry>,
    a: &Tensor<T>,
    b: &Tensor<T>,
    bias: Option<&Tensor<T>>,
) -> Result<Tensor<T>> {
    let (left, right) = (a.detach().contiguous(), b.detach().contiguous());
    let (va, vb) = (left.values(), right.values());
    let array_a = (&va[left.0.layout.offset..], a.shape());
    let array_b = (&vb[right.0.layout.offset..], b.shape());
    let mut y = match form {
        Form::Output => output(geometry, array_a, array_b),
        Form::Input => input(geometry, array_a, array_b),
        Form::Weight => weight(geometry, array_a, array_b),
    }?;
    let inputs: smallvec::SmallVec<[&Tensor<T>; 3]> = [a, b].into_iter().chain(bias).collect();
    if let Some(bias) = bias {
        let channels = bias.detach().try_reshape_to(&channel_shape(bias.numel(), y.dim()))?;
        y = y + channels;
    }
    Ok(record(y, &inputs, |_| Product { form, geometry: Arc::clone(geometry), a: Saved::input(a), b: Saved::input(b) }))
}

/// `[1, channels, 1, …]`
fn channel_shape(channels: usize, rank: usize) -> Sizes {
    (0..rank).map(|d| if d == 1 { channels } else { 1 }).collect()
}

struct Product<T: Element> {
    form: Form,
    geometry: Arc<Geometry>,
    a: Saved<T>,
    b: Saved<T>,
}

impl<T: Element> Backward<T> for Product<T> {
    const NAME: &'static str = "ConvolutionBackward0";

    fn name(&self) -> &'static str {
        match self.form {
            Form::Output | Form::Input => "ConvolutionBackward0",
            Form::Weight => "ConvolutionBackwardBackward0",
        }
    }

    /// With y = x ∗ w: d_x is the input product of d_y and w, d_w the weight product of x and d_y; likewise for the
    /// other two. d_bias = Σ d_y over everything but channels.
    fn backward(&self, d_y: Tensor<T>, call: &Call<'_>) -> Result<Cotangents> {
        let (a, b, geometry) = (self.a.get(call)?, self.b.get(call)?, &self.geometry);
        let d_a = || match self.form {
            Form::Output => product(Form::Input, geometry, &d_y, &b, None),
            Form::Input => product(Form::Output, geometry, &d_y, &b, None),
            Form::Weight => product(Form::Input, geometry, &b, &d_y, None),
        };
        let d_b = || match self.form {
            Form::Output => product(Form::Weight, geometry, &a, &d_y, None),
            Form::Input => product(Form::Weight, geometry, &d_y, &a, None),
            Form::Weight => product(Form::Output, geometry, &a, &d_y, None),
        };
        let d_bias = || {
            let others: Vec<isize> = (0..d_y.dim() as isize).filter(|&d| d != 1).collect();
            d_y.try_sum_dim(others, false)
        };
        many([
            call.needs(0).then(d_a).transpose()?,
            call.needs(1).then(d_b).transpose()?,
            call.needs(2).then(d_bias).transpose()?,
        ])
    }

    fn saved_shapes(&self) -> Vec<Vec<usize>> {
        vec![self.a.shape(), self.b.shape()]
    }
}

/// Row-major values with their shape.
type Array<'a, T> = (&'a [T], &'a [usize]);

/// The sizes that the three products share.
struct Counts {
    batch: usize,
    /// Channels per group of input and output.
    channels: usize,
    out: usize,
    groups: usize,
    /// Places per channel.
    image: usize,
    kernel: usize,
    output: usize,
}

impl Counts {
    fn new(geometry: &Geometry, batch: usize, channels: usize, out: usize) -> Self {
        let [image, kernel, output] = geometry.volumes();
        let groups = geometry.groups;
        Self { batch, channels: channels / groups, out: out / groups, groups, image, kernel, output }
    }

    /// Every image of the batch and every group, as offsets into input, output and weight.
    fn each(&self, mut visit: impl FnMut([usize; 3])) {
        for n in 0..self.batch {
            for g in 0..self.groups {
                let place = n * self.groups + g;
                visit([
                    place * self.channels * self.image,
                    place * self.out * self.output,
                    g * self.out * self.channels * self.kernel,
                ]);
            }
        }
    }

    fn weight<'a, T>(&self, values: &'a [T]) -> Matrix<'a, T> {
        let columns = self.channels * self.kernel;
        Matrix::strided(values, [self.out, columns], [columns, 1])
    }

    fn weight_transposed<'a, T>(&self, values: &'a [T]) -> Matrix<'a, T> {
        let columns = self.channels * self.kernel;
        Matrix::strided(values, [columns, self.out], [1, columns])
    }
}

fn shaped<T: Element>(batch: usize, channels: usize, places: &[usize]) -> Result<(Vec<T>, Sizes)> {
    let shape: Sizes = [batch, channels].into_iter().chain(places.iter().copied()).collect();
    let numel = super::super::create::checked_numel(&shape)?;
    Ok((vec![T::zero(); numel], shape))
}

/// y[n, g] = w[g] · columns(x[n, g])
fn output<T: Element>(geometry: &Geometry, (x, xs): Array<'_, T>, (w, ws): Array<'_, T>) -> Result<Tensor<T>> {
    let counts = Counts::new(geometry, xs[0], xs[1], ws[0]);
    let (mut y, shape) = shaped::<T>(xs[0], ws[0], &geometry.output)?;
    let mut columns = columns_for(geometry, &counts);
    counts.each(|[at_x, at_y, at_w]| {
        let image = &x[at_x..][..counts.channels * counts.image];
        let columns = columns_of(geometry, image, &counts, &mut columns);
        let columns = Matrix::strided(columns, [counts.channels * counts.kernel, counts.output], [counts.output, 1]);
        gemm_add(&mut y[at_y..][..counts.out * counts.output], &counts.weight(&w[at_w..]), &columns, false);
    });
    Ok(Tensor::owning(y, &shape))
}

/// columns(x[n, g]) = w[g]ᵀ · y[n, g]
fn input<T: Element>(geometry: &Geometry, (y, ys): Array<'_, T>, (w, ws): Array<'_, T>) -> Result<Tensor<T>> {
    let channels = ws[1] * geometry.groups;
    let counts = Counts::new(geometry, ys[0], channels, ys[1]);
    let (mut x, shape) = shaped::<T>(ys[0], channels, &geometry.input)?;
    let mut columns = vec![T::zero(); counts.channels * counts.kernel * counts.output];
    counts.each(|[at_x, at_y, at_w]| {
        let y = Matrix::strided(&y[at_y..], [counts.out, counts.output], [counts.output, 1]);
        let image = &mut x[at_x..][..counts.channels * counts.image];
        if geometry.is_pointwise() {
            return gemm_add(image, &counts.weight_transposed(&w[at_w..]), &y, false);
        }
        gemm_add(&mut columns, &counts.weight_transposed(&w[at_w..]), &y, false);
        geometry.fold(&columns, counts.channels, image);
    });
    Ok(Tensor::owning(x, &shape))
}

/// w[g] = Σ y[n, g] · columns(x[n, g])ᵀ
fn weight<T: Element>(geometry: &Geometry, (x, xs): Array<'_, T>, (y, ys): Array<'_, T>) -> Result<Tensor<T>> {
    let counts = Counts::new(geometry, xs[0], xs[1], ys[1]);
    let (mut w, shape) = shaped::<T>(ys[1], counts.channels, &geometry.kernel)?;
    let mut columns = columns_for(geometry, &counts);
    counts.each(|[at_x, at_y, at_w]| {
        let image = &x[at_x..][..counts.channels * counts.image];
        let columns = columns_of(geometry, image, &counts, &mut columns);
        let columns_t = Matrix::strided(columns, [counts.output, counts.channels * counts.kernel], [1, counts.output]);
        let y = Matrix::strided(&y[at_y..], [counts.out, counts.output], [counts.output, 1]);
        gemm_add(&mut w[at_w..][..counts.out * counts.channels * counts.kernel], &y, &columns_t, true);
    });
    Ok(Tensor::owning(w, &shape))
}

/// Room for the columns of one image, where they differ from the image.
fn columns_for<T: Element>(geometry: &Geometry, counts: &Counts) -> Vec<T> {
    if geometry.is_pointwise() {
        return Vec::new();
    }
    vec![T::zero(); counts.channels * counts.kernel * counts.output]
}

fn columns_of<'a, T: Element>(geometry: &Geometry, image: &'a [T], counts: &Counts, columns: &'a mut [T]) -> &'a [T] {
    if geometry.is_pointwise() {
        return image;
    }
    geometry.unfold(image, counts.channels, columns);
    columns
}
