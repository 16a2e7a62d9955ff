//! A table of vectors, one per number.

use super::{Module, Visitor};
use crate::tensor::{Element, OrPanic, Tensor, TensorError, no_grad};

/// Options of [`Embedding`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EmbeddingOptions {
    /// The number of a row that starts as zero and gets no gradient, counted from either end.
    pub padding_idx: Option<isize>,
    /// Whether the gradient names only the rows used, for [`SparseAdam`](crate::optim::SparseAdam) and
    /// [`Sgd`](crate::optim::Sgd).
    pub sparse: bool,
}

/// Rows of a table by their numbers: `torch.nn.Embedding`. The rows start from the normal distribution.
///
/// ```
/// use autograd_runtime::nn::Embedding;
/// use autograd_runtime::tensor::Tensor;
///
/// let words = Embedding::<f64>::new(100, 8);
/// assert_eq!(words.forward(&Tensor::from([[3_i64, 14, 15], [9, 26, 53]])).shape(), [2, 3, 8]);
/// ```
pub struct Embedding<T: Element> {
    /// `[number of rows, width]`
    pub weight: Tensor<T>,
    options: EmbeddingOptions,
}

impl<T: Element> Embedding<T> {
    /// A table of `num_embeddings` rows.
    ///
    /// # Panics
    /// When the number of elements overflows.
    #[track_caller]
    pub fn new(num_embeddings: usize, embedding_dim: usize) -> Self {
        Self::with(num_embeddings, embedding_dim, EmbeddingOptions::default())
    }

    /// A table with these options.
    ///
    /// # Panics
    /// When the padding is no row of the table, and when the number of elements overflows.
    #[track_caller]
    pub fn with(num_embeddings: usize, embedding_dim: usize, options: EmbeddingOptions) -> Self {
        let weight = Tensor::randn([num_embeddings, embedding_dim]);
        let padding = options.padding_idx.map(|i| {
            let row = if i < 0 { i + num_embeddings as isize } else { i };
            let inside = row >= 0 && (row as usize) < num_embeddings;
            if inside { Ok(row as i64) } else { Err(i) }
        });
        match padding {
            None => {}
            Some(Ok(row)) => {
                no_grad(|| weight.index_fill_(0, &Tensor::from_slice(&[row]), T::zero()));
            }
            Some(Err(i)) => {
                Err(TensorError::value(format!("Padding_idx must be within num_embeddings ({i} of {num_embeddings})")))
                    .or_panic()
            }
        }
        Self { weight: weight.requires_grad_(true), options }
    }

    /// The rows with these numbers: `[…]` becomes `[…, width]`.
    ///
    /// # Panics
    /// Where [`try_forward`](Self::try_forward) returns an error.
    #[track_caller]
    pub fn forward(&self, indices: &Tensor<i64>) -> Tensor<T> {
        self.try_forward(indices).or_panic()
    }

    /// The rows with these numbers: `[…]` becomes `[…, width]`.
    ///
    /// # Errors
    /// When there is no row with one of the numbers.
    #[track_caller]
    pub fn try_forward(&self, indices: &Tensor<i64>) -> Result<Tensor<T>, TensorError> {
        if self.options.sparse {
            return self.weight.try_embedding_sparse(indices, self.options.padding_idx);
        }
        self.weight.try_embedding(indices, self.options.padding_idx)
    }
}

impl<T: Element> Module<T> for Embedding<T> {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        visitor.parameter("weight", &self.weight);
    }
}
