//! What takes elements by index, and what puts them there.

use super::inputs::{ANY, Entry, MATRICES, Values};
use autograd_runtime::tensor::{Index, Tensor};

macro_rules! entries {
    ($($name:literal, $shapes:expr, |$x:ident| $run:expr;)*) => {
        &[$(Entry { name: $name, shapes: $shapes, values: Values::Generic, run: |$x| $run }),*]
    };
}

fn indices<const N: usize>(values: [i64; N]) -> Tensor<i64> {
    Tensor::from(values)
}

/// Every second element, and a shape for it.
fn mask(shape: &[usize]) -> Tensor<bool> {
    Tensor::from_vec((0..shape.iter().product()).map(|k| k % 2 == 0).collect(), shape)
}

const MATRIX: &[&[&[usize]]] = &[&[&[3, 4]], &[&[3, 1]]];
const CUBE: &[&[&[usize]]] = &[&[&[3, 2, 3]], &[&[3, 1, 4]], &[&[3, 0, 3]]];

pub(crate) const TABLE: &[Entry] = entries![
    "index by a tensor", MATRIX, |x| vec![x[0].index(&[(&indices([2, 0, -1, 2])).into()])];
    "index by a column of places", CUBE, |x| vec![x[0].index(&[(..).into(), (..).into(), (&indices([2, 2]).reshape([2, 1])).into()])];
    "index by two tensors", CUBE, |x| vec![x[0].index(&[(&indices([0, 2])).into(), (..).into(), (&indices([1, -1])).into()])];
    "index by neighbours", &[&[&[3, 3, 2]]], |x| {
        let (rows, columns) = (indices([0, 2]).reshape([2, 1]), indices([1, 1, 0]));
        vec![x[0].index(&[(&rows).into(), (&columns).into()]), x[0].index(&[Index::Ellipsis, (&indices([1])).into()])]
    };
    "index by slices and a tensor", CUBE, |x| vec![x[0].index(&[(1..).into(), Index::NewAxis, Index::Ellipsis, (&indices([0, 0])).into()])];
    "index by a mask", ANY, |x| {
        let x = x[0].reshape([x[0].numel() as isize]);
        vec![x.index(&[(&mask(x.shape())).into()])]
    };
    "index by a mask of all", MATRIX, |x| vec![x[0].index(&[(&mask(x[0].shape())).into()])];
    "index by a mask of rows", CUBE, |x| vec![x[0].index(&[(&mask(&x[0].shape()[..1])).into()])];
    "take", MATRIX, |x| vec![x[0].take(&indices([0, -1, 2, 0]))];
    "index_select", CUBE, |x| vec![x[0].index_select(0, &indices([2, 2, 0])), x[0].index_select(-1, &indices([1]))];
    "index_select of a scalar", &[&[&[]]], |x| vec![x[0].index_select(0, &indices([0])), x[0].index_select(0, &indices([0, 0]))];
    "index_select of nothing", MATRICES, |x| vec![x[0].index_select(0, &indices([]))];
    "gather", MATRIX, |x| {
        let rows = indices([2, 0, 1, 1]).reshape([4, 1]);
        vec![x[0].gather(0, &rows), x[0].gather(1, &indices([0, 0, 0]).reshape([3, 1]))]
    };
    "gather of a scalar", &[&[&[]]], |x| vec![x[0].gather(0, &Tensor::scalar(0)), x[0].gather(0, &indices([0, 0]))];
    "take_along_dim", &[&[&[3, 4]], &[&[1, 4]], &[&[2, 1, 3]]], |x| {
        let order = x[0].argsort(-1, true);
        vec![x[0].take_along_dim(&order, -1), x[0].take_along_dim(&x[0].argmax_dim(0, true), 0)]
    };
    "take_along_dim, broadcasting", &[&[&[3, 4]]], |x| vec![x[0].take_along_dim(&indices([3, 1]).reshape([1, 2]), 1)];
    "scatter", &[&[&[3, 4], &[2, 4]], &[&[3, 4], &[3, 5]]], |x| {
        let index = indices([2, 0, 1, 0, 0, 1, 2, 2]).reshape([2, 4]);
        vec![x[0].scatter(0, &index, &x[1])]
    };
    "scatter with repeats", &[&[&[5], &[6]]], |x| vec![x[0].scatter(0, &indices([1, 1, 0, 4, 1, 0]), &x[1])];
    "scatter_value", MATRIX, |x| vec![x[0].scatter_value(1, &indices([0, 0, 0]).reshape([3, 1]), 2.5)];
    "scatter_add", &[&[&[3, 4], &[2, 4]], &[&[3, 4], &[4, 5]]], |x| {
        vec![x[0].scatter_add(0, &indices([2, 0, 1, 0, 2, 0, 2, 2]).reshape([2, 4]), &x[1])]
    };
    "scatter nothing", &[&[&[3, 4], &[0, 4]]], |x| {
        let none = Tensor::zeros([0, 4]);
        vec![x[0].scatter(0, &none, &x[1]), x[0].scatter_add(0, &none, &x[1])]
    };
    "index_add", &[&[&[3, 2], &[4, 2]], &[&[3, 1], &[4, 1]], &[&[3, 0], &[4, 0]]], |x| {
        vec![x[0].index_add(0, &indices([2, 0, 2, 1]), &x[1], -1.5)]
    };
    "index_copy", &[&[&[2, 4], &[2, 3]], &[&[1, 4], &[1, 3]]], |x| {
        vec![x[0].index_copy(1, &indices([3, 0, 1]), &x[1]), x[0].index_copy(-1, &indices([3, 0, 3]), &x[1])]
    };
    "index_fill", CUBE, |x| vec![x[0].index_fill(0, &indices([1, 1]), 3.0), x[0].index_fill(-1, &indices([]), 3.0)];
    "index_put", &[&[&[3, 4], &[2]]], |x| {
        let at = [(&indices([0, 2])).into(), (&indices([1, -1])).into()];
        vec![x[0].index_put(&at, &x[1], false), x[0].index_put(&at, &x[1], true)]
    };
    "index_put with repeats", &[&[&[3, 2], &[3, 1]]], |x| {
        let at = [(&indices([0, 2, 0])).into()];
        vec![x[0].index_put(&at, &x[1], false), x[0].index_put(&at, &x[1], true)]
    };
    "index_put by slices", &[&[&[3, 4], &[2, 2]]], |x| {
        let at = [(1..).into(), (&indices([3, 0])).into()];
        vec![x[0].index_put(&at, &x[1], false), x[0].index_put(&at, &x[1], true)]
    };
    "index_put by a mask", &[&[&[3, 4], &[6]], &[&[3, 4], &[1]]], |x| vec![x[0].index_put(&[(&mask(&[3, 4])).into()], &x[1], false)];
    "put", &[&[&[3, 2], &[3]]], |x| {
        let at = indices([0, -1, 0]);
        vec![x[0].put(&at, &x[1], true), x[0].put(&at, &x[1], false)]
    };
    "embedding", &[&[&[4, 2]], &[&[4, 1]], &[&[4, 0]]], |x| {
        let words = indices([0, 3, 1, 3]).reshape([2, 2]);
        vec![x[0].embedding(&words, None), x[0].embedding(&Tensor::scalar(2), None), x[0].embedding(&indices([]), None)]
    };
];
