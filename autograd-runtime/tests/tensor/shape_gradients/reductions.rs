//! What folds, scans or orders a dimension.

use super::inputs::{ANY, Entry, FILLED, RANKED, Values};

macro_rules! entries {
    ($($name:literal, $shapes:expr, $values:ident, |$x:ident| $run:expr;)*) => {
        &[$(Entry { name: $name, shapes: $shapes, values: Values::$values, run: |x| { let $x = &x[0]; $run } }),*]
    };
}

const TRIPLE: &[&[&[usize]]] = &[&[&[2, 3, 2]], &[&[2, 1, 3]], &[&[1, 2, 0]]];
const FILLED_TRIPLE: &[&[&[usize]]] = &[&[&[2, 3, 2]], &[&[2, 1, 3]]];

pub(crate) const TABLE: &[Entry] = entries![
    "sum", ANY, Generic, |x| vec![x.sum()];
    "sum_dim", ANY, Generic, |x| vec![x.sum_dim(0, false), x.sum_dim(-1, true)];
    "mean_dim", FILLED, Generic, |x| vec![x.mean_dim(0, false), x.mean_dim(-1, true), x.mean()];
    "prod", ANY, Generic, |x| vec![x.prod()];
    "prod with zeros", ANY, WithZeros, |x| vec![x.prod()];
    "prod_dim", ANY, Generic, |x| vec![x.prod_dim(0, false), x.prod_dim(-1, true)];
    "prod_dim with zeros", ANY, WithZeros, |x| vec![x.prod_dim(0, true), x.prod_dim(-1, false)];
    "var", FILLED, Generic, |x| vec![x.var(0)];
    "var_dim", FILLED, Generic, |x| vec![x.var_dim(0, 0, false), x.var_dim(-1, 0, true)];
    "var_dim of two", TRIPLE, Generic, |x| vec![x.var_dim([0, 2], 0, false)];
    "sample std", &[&[&[4]], &[&[3, 4]], &[&[3, 2]]], Generic, |x| vec![x.std(1), x.std_dim(0, 1, true)];
    "var_mean", FILLED, Generic, |x| { let (v, m) = x.var_mean(0, 0, false); vec![v, m] };
    "std_mean", &[&[&[4]], &[&[3, 4]]], Generic, |x| { let (s, m) = x.std_mean(-1, 1, true); vec![s, m] };
    "max and min", FILLED, Generic, |x| vec![x.max(), x.min()];
    "max_dim", FILLED, Generic, |x| vec![x.max_dim(0, false).0, x.min_dim(-1, true).0];
    "max_dim beside nothing", &[&[&[0, 2]], &[&[3, 0, 2]]], Generic, |x| vec![x.max_dim(-1, false).0];
    "amax", FILLED, Generic, |x| vec![x.amax(0, false), x.amin(-1, true), x.amax([], false)];
    "amax of two", FILLED_TRIPLE, Generic, |x| vec![x.amax([0, 2], true), x.amin([1, 0], false)];
    "median", FILLED, Generic, |x| vec![x.median(), x.median_dim(0, false).0, x.median_dim(-1, true).0];
    "mode", FILLED, Generic, |x| vec![x.mode_dim(0, false).0, x.mode_dim(-1, true).0];
    "logsumexp", ANY, Generic, |x| vec![x.logsumexp(0, false), x.logsumexp(-1, true)];
    "logsumexp of all", TRIPLE, Generic, |x| vec![x.logsumexp([0, 1], true), x.logsumexp([], false)];
    "norm 2", FILLED, Generic, |x| vec![x.norm(), x.norm_dim(2.0, 0, true)];
    "norm 1", ANY, Generic, |x| vec![x.norm_dim(1.0, 0, false)];
    "norm 3", FILLED, Generic, |x| vec![x.norm_dim(3.0, -1, true)];
    "norm 1.5", FILLED, Generic, |x| vec![x.norm_dim(1.5, -1, false)];
    "norm 0.5", FILLED, Generic, |x| vec![x.norm_dim(0.5, 0, false)];
    "norm -2", FILLED, Generic, |x| vec![x.norm_dim(-2.0, 0, false)];
    "norm inf", FILLED, Generic, |x| vec![x.norm_dim(f64::INFINITY, 0, true), x.norm_dim(f64::NEG_INFINITY, [], false)];
    "cumsum", ANY, Generic, |x| vec![x.cumsum(0), x.cumsum(-1)];
    "cumprod", ANY, Generic, |x| vec![x.cumprod(0), x.cumprod(-1)];
    "cumprod with zeros", ANY, WithZeros, |x| vec![x.cumprod(0), x.cumprod(-1)];
    "cummax", ANY, Generic, |x| vec![x.cummax(0).0, x.cummin(-1).0];
    "logcumsumexp", ANY, Generic, |x| vec![x.logcumsumexp(0), x.logcumsumexp(-1)];
    "sort", ANY, Generic, |x| vec![x.sort(0, false).0, x.sort(-1, true).0];
    "topk", ANY, Generic, |x| vec![x.topk(0, 0, true).0];
    "topk 1", FILLED, Generic, |x| vec![x.topk(1, 0, true).0, x.topk(1, -1, false).0];
    "topk 2", &[&[&[4]], &[&[3, 4]], &[&[2, 1, 3]]], Generic, |x| vec![x.topk(2, -1, true).0, x.topk(2, -1, false).0];
    "kthvalue", FILLED, Generic, |x| vec![x.kthvalue(1, 0, false).0, x.kthvalue(x.size(-1), -1, true).0];
    "flip, roll", RANKED, Generic, |x| vec![x.flip([0]), x.flip([-1]), x.roll(1, 0), x.roll([-5, 2], [0, -1])];
];
