//! What joins, parts, repeats, pads and views.

use super::inputs::{ANY, Entry, FILLED, MATRICES, RANKED, Values};
use autograd_runtime::tensor::{Indexing, Pad, Tensor};

macro_rules! entries {
    ($($name:literal, $shapes:expr, |$x:ident| $run:expr;)*) => {
        &[$(Entry { name: $name, shapes: $shapes, values: Values::Generic, run: |$x| $run }),*]
    };
}

const PAIRS: &[&[&[usize]]] =
    &[&[&[2, 3], &[2, 3]], &[&[1, 3], &[1, 3]], &[&[4], &[4]], &[&[2, 0], &[2, 0]], &[&[0], &[0]]];

pub(crate) const TABLE: &[Entry] = entries![
    "cat", PAIRS, |x| vec![Tensor::cat(&[&x[0], &x[1], &x[0]], 0), Tensor::cat(&[&x[1], &x[0]], -1)];
    "cat of different lengths", &[&[&[2, 3], &[1, 3]], &[&[0, 3], &[2, 3]], &[&[2, 3], &[0]]], |x| vec![Tensor::cat(&[&x[0], &x[1]], 0)];
    "stack", PAIRS, |x| vec![Tensor::stack(&[&x[0], &x[1]], 0), Tensor::stack(&[&x[1], &x[0], &x[1]], -1)];
    "stack of scalars", &[&[&[], &[]]], |x| vec![Tensor::stack(&[&x[0], &x[1], &x[0]], 0)];
    "split", RANKED, |x| [x[0].split(2, 0), x[0].split(1, -1)].concat();
    "split_with_sizes", &[&[&[4, 2]], &[&[4]], &[&[4, 0]]], |x| x[0].split_with_sizes(&[1, 0, 3], 0);
    "chunk", RANKED, |x| [x[0].chunk(2, 0), x[0].chunk(3, -1)].concat();
    "unbind", &[&[&[2, 3]], &[&[1]], &[&[2, 1, 2]]], |x| [x[0].unbind(0), x[0].unbind(-1)].concat();
    "repeat", FILLED, |x| vec![x[0].repeat(&[2, 1, 2]), x[0].tile(&[2]), x[0].repeat(&[1, 0, 2])];
    "repeat of nothing", &[&[&[0, 2]], &[&[2, 0]]], |x| vec![x[0].repeat(&[2, 2]), x[0].tile(&[])];
    "repeat_interleave", ANY, |x| vec![x[0].repeat_interleave(2, 0), x[0].repeat_interleave(3, -1), x[0].repeat_interleave(0, 0)];
    "repeat_interleave_each", &[&[&[3, 2]], &[&[3]], &[&[3, 0]]], |x| vec![x[0].repeat_interleave_each(&Tensor::from([2_i64, 0, 1]), 0)];
    "flip of both", MATRICES, |x| vec![x[0].flip([0, 1]), x[0].fliplr(), x[0].flipud(), x[0].rot90(1, [0, 1]), x[0].rot90(-1, [0, 1])];
    "roll of all", ANY, |x| vec![x[0].roll(2, [])];
    "pad with a constant", RANKED, |x| vec![x[0].pad(&[1, 2], Pad::Constant(0.5)), x[0].pad(&[0, 0], Pad::Constant(0.5))];
    "pad and crop", &[&[&[3, 4]], &[&[2, 3]]], |x| vec![x[0].pad(&[-1, 2, 1, -1], Pad::Constant(0.5)), x[0].pad(&[-1, -1], Pad::Replicate)];
    "pad by reflection", &[&[&[3, 4]], &[&[1, 2, 3]]], |x| vec![x[0].pad(&[2, 1], Pad::Reflect), x[0].pad(&[1, 1, 1, 0], Pad::Reflect)];
    "pad by replication", FILLED_RANKED, |x| vec![x[0].pad(&[2, 1], Pad::Replicate)];
    "pad by both", &[&[&[3, 4]], &[&[1, 1]], &[&[2, 0]]], |x| vec![x[0].pad(&[0, 0, 2, 1], Pad::Replicate), x[0].pad(&[0, 0, 1, 1], Pad::Circular)];
    "pad in a circle", FILLED_RANKED, |x| vec![x[0].pad(&[1, 1], Pad::Circular)];
    "meshgrid", &[&[&[2], &[3]], &[&[1], &[3]], &[&[], &[2]], &[&[0], &[2]]], |x| {
        [Tensor::meshgrid(&[&x[0], &x[1]], Indexing::Ij), Tensor::meshgrid(&[&x[0], &x[1], &x[0]], Indexing::Xy)].concat()
    };
    "unfold", &[&[&[5]], &[&[3, 4]], &[&[3, 3]], &[&[3, 0]]], |x| vec![x[0].unfold(0, 2, 1), x[0].unfold(0, 3, 2), x[0].unfold(-1, 0, 1)];
    "unfold of a scalar", &[&[&[]]], |x| vec![x[0].unfold(0, 1, 1)];
    "diagonal", MATRICES, |x| vec![x[0].diagonal(0, 0, 1), x[0].diagonal(1, 0, 1), x[0].diagonal(-1, -1, 0), x[0].diagonal(9, 0, 1)];
    "diagonal of a batch", &[&[&[2, 3, 2]], &[&[1, 2, 0]]], |x| vec![x[0].diagonal(0, 0, 2), x[0].diagonal(1, 1, 0)];
    "movedim", &[&[&[2, 3, 2]], &[&[1, 2, 0]]], |x| vec![x[0].movedim(0, -1), x[0].movedim([0, 1], [2, 0]), x[0].swapaxes(0, 2)];
    "broadcast_to", &[&[&[3, 1]], &[&[1]], &[&[]]], |x| vec![x[0].broadcast_to(&[2, 3, 2]), x[0].expand_as(&Tensor::zeros([3, 0]))];
    "broadcast_tensors", &[&[&[3, 1], &[2]], &[&[1], &[0]]], |x| Tensor::broadcast_tensors(&[&x[0], &x[1]]);
    "tril and triu", MATRICES, |x| vec![x[0].tril(0), x[0].tril(-1), x[0].triu(0), x[0].triu(1), x[0].triu(-9)];
    "tril of a batch", &[&[&[2, 2, 3]], &[&[0, 2, 2]]], |x| vec![x[0].tril(1), x[0].triu(-1)];
    "diag", &[&[&[3]], &[&[1]], &[&[0]], &[&[2, 3]], &[&[1, 3]]], |x| vec![x[0].diag(0), x[0].diag(1), x[0].diag(-1)];
    "diag_embed", RANKED, |x| vec![x[0].diag_embed(0, -2, -1), x[0].diag_embed(-1, 0, -1), x[0].diagflat(1)];
    "trace", MATRICES, |x| vec![x[0].trace()];
];

const FILLED_RANKED: &[&[&[usize]]] =
    &[&[&[1]], &[&[4]], &[&[3, 4]], &[&[1, 3]], &[&[3, 1]], &[&[2, 1, 3]], &[&[0, 2]]];
