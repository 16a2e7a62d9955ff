//! Products of vectors and matrices.

use super::inputs::{Entry, Values};
use autograd_runtime::tensor::Tensor;

macro_rules! entries {
    ($($name:literal, $shapes:expr, |$x:ident| $run:expr;)*) => {
        &[$(Entry { name: $name, shapes: $shapes, values: Values::Generic, run: |$x| $run }),*]
    };
}

pub(crate) const TABLE: &[Entry] = entries![
    "dot", &[&[&[3], &[3]], &[&[1], &[1]], &[&[0], &[0]]], |x| vec![x[0].dot(&x[1]), x[0].matmul(&x[1])];
    "mv", &[&[&[2, 3], &[3]], &[&[1, 3], &[3]], &[&[3, 1], &[1]], &[&[0, 2], &[2]], &[&[2, 0], &[0]]], |x| vec![x[0].mv(&x[1]), x[0].matmul(&x[1])];
    "mm", &[&[&[2, 3], &[3, 2]], &[&[1, 3], &[3, 1]], &[&[3, 1], &[1, 2]], &[&[0, 2], &[2, 3]], &[&[2, 0], &[0, 3]], &[&[2, 3], &[3, 0]]],
        |x| vec![x[0].mm(&x[1]), x[0].matmul(&x[1]), x[1].t().matmul(&x[0].t())];
    "bmm", &[&[&[2, 2, 3], &[2, 3, 2]], &[&[1, 1, 3], &[1, 3, 1]], &[&[0, 2, 3], &[0, 3, 2]], &[&[2, 2, 0], &[2, 0, 1]]], |x| vec![x[0].bmm(&x[1]), x[0].matmul(&x[1])];
    "matmul of vectors and batches", &[&[&[3], &[3, 2]], &[&[3], &[2, 3, 2]], &[&[2, 2, 3], &[3]], &[&[0], &[0, 2]], &[&[2, 0, 3], &[3]]],
        |x| vec![x[0].matmul(&x[1])];
    "matmul with broadcast batches", &[&[&[2, 1, 2, 3], &[2, 3, 2]], &[&[2, 3], &[2, 3, 2]], &[&[2, 2, 3], &[3, 2]], &[&[1, 2, 3], &[3, 3, 1]], &[&[2, 1, 1, 2], &[1, 3, 2, 1]], &[&[0, 2, 3], &[1, 3, 2]], &[&[2, 0, 1, 2], &[1, 2, 2]]],
        |x| vec![x[0].matmul(&x[1])];
    "matmul of one with itself", &[&[&[2, 2]], &[&[2, 3, 3]]], |x| vec![x[0].matmul(&x[0]), x[0].matmul(&x[0].transpose(-1, -2))];
    "outer", &[&[&[3], &[2]], &[&[1], &[3]], &[&[0], &[2]]], |x| vec![x[0].outer(&x[1])];
    "addmm", &[&[&[3], &[2, 2], &[2, 3]], &[&[2, 1], &[2, 1], &[1, 3]], &[&[], &[2, 3], &[3, 1]], &[&[2], &[3, 0], &[0, 2]], &[&[2], &[0, 3], &[3, 2]]],
        |x| vec![x[0].addmm(&x[1], &x[2], 0.5, 2.0), x[0].addmm(&x[1], &x[2], 1.0, 1.0), x[0].addmm(&x[1], &x[2], 0.0, 1.0)];
    "addmv, addr", &[&[&[2], &[2, 3], &[3]], &[&[], &[1, 3], &[3]]], |x| vec![x[0].addmv(&x[1], &x[2], 0.5, -1.0)];
    "addr", &[&[&[3], &[2], &[3]], &[&[2, 3], &[2], &[3]]], |x| vec![x[0].addr(&x[1], &x[2], 1.0, 2.0)];
    "baddbmm, addbmm", &[&[&[2, 2], &[3, 2, 1], &[3, 1, 2]], &[&[], &[1, 2, 2], &[1, 2, 2]], &[&[2], &[0, 1, 3], &[0, 3, 2]]],
        |x| vec![x[0].baddbmm(&x[1], &x[2], 0.5, 2.0), x[0].addbmm(&x[1], &x[2], 0.5, 2.0)];
    "linear", &[&[&[2, 3], &[2, 3], &[2]], &[&[3], &[2, 3], &[2]], &[&[2, 1, 3], &[1, 3], &[1]], &[&[0, 3], &[2, 3], &[2]], &[&[2, 0], &[2, 0], &[2]]],
        |x| vec![x[0].linear(&x[1], Some(&x[2])), x[0].linear(&x[1], None)];
    "kron", &[&[&[2, 2], &[1, 3]], &[&[2], &[2, 1]], &[&[], &[3]], &[&[0], &[2]]], |x| vec![x[0].kron(&x[1])];
    "cross", &[&[&[3], &[3]], &[&[2, 3], &[2, 3]], &[&[2, 3], &[1, 3]], &[&[0, 3], &[0, 3]]], |x| vec![x[0].cross(&x[1], -1)];
    "cross along the first", &[&[&[3, 2], &[3, 1]]], |x| vec![x[0].cross(&x[1], 0)];
    "matrix_power", &[&[&[2, 2]], &[&[1, 1]], &[&[2, 2, 2]], &[&[0, 0]]], |x| vec![x[0].matrix_power(0), x[0].matrix_power(1), x[0].matrix_power(2), x[0].matrix_power(5)];
    "tensordot", &[&[&[2, 3, 2], &[3, 2, 2]], &[&[1, 2, 2], &[2, 1, 1]]], |x| vec![x[0].tensordot(&x[1], [0, 1], [1, 0])];
    "tensordot over nothing", &[&[&[2], &[3]], &[&[], &[2]], &[&[0], &[2]]], |x| vec![x[0].tensordot(&x[1], [], [])];
    "multi_dot", &[&[&[2], &[2, 3], &[3, 1], &[1, 2], &[2]], &[&[2, 1], &[1, 3], &[3, 1], &[1, 2], &[2, 1]]],
        |x| vec![Tensor::multi_dot(&x.iter().collect::<Vec<_>>())];
    "einsum of products", &[&[&[2, 3], &[3, 2]], &[&[1, 3], &[3, 1]], &[&[0, 2], &[2, 0]]],
        |x| ["ij,jk->ik", "ij,jk", "ij,jk->k", "ij,jk->", "ij,kl->lki"].iter().map(|e| Tensor::einsum(e, &[&x[0], &x[1]])).collect();
    "einsum of one", &[&[&[2, 2]], &[&[3, 3]], &[&[0, 0]]],
        |x| ["ii", "ii->i", "ij->ji", "ij->j", "ij->", "ba", "..."].iter().map(|e| Tensor::einsum(e, &[&x[0]])).collect();
    "einsum of batches", &[&[&[2, 2, 3], &[2, 3, 2]], &[&[2, 1, 2], &[1, 2, 1]]],
        |x| ["bij,bjk->bik", "bij,bjk->ik", "...ij,...jk->...ik", "...ij,...jk", "bij,bjk->jib"].iter().map(|e| Tensor::einsum(e, &[&x[0], &x[1]])).collect();
    "einsum of three", &[&[&[2], &[2, 3], &[3]]], |x| ["i,ij,j->", "i,ij,j->ij", "i,ij,j", "a,bc,d->dcba"].iter().map(|e| Tensor::einsum(e, &[&x[0], &x[1], &x[2]])).collect();
    "einsum with repeats", &[&[&[2, 3, 2], &[2]]], |x| ["iji,i->j", "iji,k->ik", "i...i,i->..."].iter().map(|e| Tensor::einsum(e, &[&x[0], &x[1]])).collect();
];
