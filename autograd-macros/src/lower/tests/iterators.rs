//! Iterators: each chain becomes the index loop that a person would write.

use expect_test::expect;

use super::{check, check_refused};
use crate::ir::print;
use crate::reverse::{differentiate, Form};
use crate::simplify::{self, Passes};

#[test]
fn sum_of_squares() {
    check(
        r#"fn f(xs: &[f64], n: f64) -> f64 { xs.iter().map(|x| x * x).sum::<f64>() / n }"#,
        expect![[r#"
            fn(xs: &[f64], n: f64) -> (quotient: f64) {
                let len: int = `xs.len()`
                loop index in 0..len carrying (sum: f64 = 0.0) {
                    let xs_i: f64 = xs[index]
                    let xs_i_1: f64 = xs[index]
                    let product: f64 = xs_i * xs_i_1
                    let sum_1: f64 = sum + product
                    yield sum_1
                } -> sum_2: f64
                let quotient: f64 = sum_2 / n
                yield quotient
            }
        "#]],
    );
}

#[test]
fn zip_and_patterns() {
    check(
        r#"fn f(xs: &[f64], ys: &[f64]) -> f64 { xs.iter().zip(ys).map(|(&x, y)| (x - y).powi(2)).sum() }"#,
        expect![[r#"
            fn(xs: &[f64], ys: &[f64]) -> (sum_2: f64) {
                let len: int = `xs.len()`
                let len_1: int = `ys.len()`
                let end: int = `::core::cmp::Ord::min(len, len_1)`
                loop index in 0..end carrying (sum: f64 = 0.0) {
                    let xs_i: f64 = xs[index]
                    let ys_i: f64 = ys[index]
                    let difference: f64 = xs_i - ys_i
                    let powi: f64 = difference.powi(2)
                    let sum_1: f64 = sum + powi
                    yield sum_1
                } -> sum_2: f64
                yield sum_2
            }
        "#]],
    );
}

#[test]
fn enumerate_in_a_loop() {
    check(
        r#"fn f(xs: &[f64], w: f64) -> f64 { let mut s = 0.0; for (i, x) in xs.iter().enumerate() { if i % 2 == 0 { continue; } s += w * x * i as f64; } s }"#,
        expect![[r#"
            fn(xs: &[f64], w: f64) -> (s_4: f64) {
                let #[no_grad] s: f64 = 0.0
                let len: int = `xs.len()`
                loop i in 0..len carrying (s_1: f64 = s) {
                    let cond: bool = `i % 2 == 0`
                    if cond {
                        yield s_1
                    } else {
                        let xs_i: f64 = xs[i]
                        let product: f64 = w * xs_i
                        let #[no_grad] value: f64 = `i as f64`
                        let product_1: f64 = product * value
                        let s_2: f64 = s_1 + product_1
                        yield s_2
                    } -> s_3: f64
                    yield s_3
                } -> s_4: f64
                yield s_4
            }
        "#]],
    );
}

#[test]
fn iter_mut_writes_through() {
    check(
        r#"fn f(xs: &mut [f64], w: f64) { for x in xs.iter_mut() { *x *= w; } for (x, k) in xs.iter_mut().zip([1.0, 2.0]) { *x += k; } }"#,
        expect![[r#"
            fn(xs: &mut [f64], w: f64) -> () {
                let len: int = `xs.len()`
                loop index in 0..len {
                    let xs_i: f64 = xs[index]
                    let product: f64 = xs_i * w
                    store xs[index] = product
                }
                let len_1: int = `xs.len()`
                place memory: [float; 2usize] = [1.0, 2.0]
                let len_2: int = `memory.len()`
                let end: int = `::core::cmp::Ord::min(len_1, len_2)`
                loop index_1 in 0..end {
                    let memory_i: f64 = memory[index_1]
                    xs[index_1] += memory_i
                }
            }
        "#]],
    );
}

#[test]
fn by_reference_and_by_value() {
    check(
        r#"fn f(v: Vec<f64>, a: [f64; 3]) -> f64 { let mut s = 0.0; for x in &v { s += x; } for x in a { s *= x; } for x in v { s -= x; } s }"#,
        expect![[r#"
            fn(v: Vec<f64>, a: [f64; 3]) -> (s_9: f64) {
                let #[no_grad] s: f64 = 0.0
                let len: int = `v.len()`
                loop index in 0..len carrying (s_1: f64 = s) {
                    let v_i: f64 = v[index]
                    let s_2: f64 = s_1 + v_i
                    yield s_2
                } -> s_3: f64
                let len_1: int = `a.len()`
                loop index_1 in 0..len_1 carrying (s_4: f64 = s_3) {
                    let a_i: f64 = a[index_1]
                    let s_5: f64 = s_4 * a_i
                    yield s_5
                } -> s_6: f64
                let len_2: int = `v.len()`
                loop index_2 in 0..len_2 carrying (s_7: f64 = s_6) {
                    let v_i_1: f64 = v[index_2]
                    let s_8: f64 = s_7 - v_i_1
                    yield s_8
                } -> s_9: f64
                yield s_9
            }
        "#]],
    );
}

#[test]
fn filter_is_a_branch() {
    check(
        r#"fn f(xs: &[f64]) -> f64 { xs.iter().filter(|x| **x > 0.0).map(|x| x.sqrt()).sum::<f64>() }"#,
        expect![[r#"
            fn(xs: &[f64]) -> (sum_3: f64) {
                let len: int = `xs.len()`
                loop index in 0..len carrying (sum: f64 = 0.0) {
                    let value: bool = `xs[index] > 0.0`
                    if value {
                        let xs_i: f64 = xs[index]
                        let sqrt: f64 = xs_i.sqrt()
                        let sum_1: f64 = sum + sqrt
                        yield sum_1
                    } else {
                        yield sum
                    } -> sum_2: f64
                    yield sum_2
                } -> sum_3: f64
                yield sum_3
            }
        "#]],
    );
}

#[test]
fn skip_and_zip_of_one_slice() {
    check(
        r#"fn f(xs: &[f64]) -> f64 { xs.iter().zip(xs.iter().skip(1)).map(|(a, b)| (b - a).abs()).sum::<f64>() }"#,
        expect![[r#"
            fn(xs: &[f64]) -> (sum_2: f64) {
                let len: int = `xs.len()`
                let len_1: int = `xs.len()`
                let count: int = `::core::iter::Iterator::count(1..len_1)`
                let end: int = `::core::cmp::Ord::min(len, count)`
                loop index in 0..end carrying (sum: f64 = 0.0) {
                    let index_1: int = `1 + index`
                    let xs_i: f64 = xs[index_1]
                    let xs_i_1: f64 = xs[index]
                    let difference: f64 = xs_i - xs_i_1
                    let abs: f64 = difference.abs()
                    let sum_1: f64 = sum + abs
                    yield sum_1
                } -> sum_2: f64
                yield sum_2
            }
        "#]],
    );
}

#[test]
fn rev_take_and_step_by() {
    check(
        r#"fn f(xs: &[f64]) -> f64 { xs.iter().rev().fold(0.0, |acc, c| acc * 2.0 + c) + xs.iter().skip(1).step_by(2).take(3).product::<f64>() }"#,
        expect![[r#"
            fn(xs: &[f64]) -> (sum: f64) {
                let len: int = `xs.len()`
                loop index in 0..len reversed carrying (folded: f64 = 0.0) {
                    let product: f64 = folded * 2.0
                    let xs_i: f64 = xs[index]
                    let folded_1: f64 = product + xs_i
                    yield folded_1
                } -> folded_2: f64
                let len_1: int = `xs.len()`
                let count: int = `::core::iter::Iterator::count(1..len_1)`
                let count_1: int = `usize::div_ceil(count, 2)`
                let end: int = `::core::cmp::Ord::min(count_1, 3)`
                loop index_1 in 0..end carrying (product_1: f64 = 1.0) {
                    let index_2: int = `index_1 * 2`
                    let index_3: int = `1 + index_2`
                    let xs_i_1: f64 = xs[index_3]
                    let product_2: f64 = product_1 * xs_i_1
                    yield product_2
                } -> product_3: f64
                let sum: f64 = folded_2 + product_3
                yield sum
            }
        "#]],
    );
}

#[test]
fn windows_and_chunks() {
    check(
        r#"fn f(xs: &[f64], d: usize) -> f64 { let a: f64 = xs.windows(2).map(|w| w[1] * w[0]).sum(); let b: f64 = xs.chunks_exact(d).map(|row| row.iter().sum::<f64>().powi(2)).sum(); let c: f64 = xs.chunks(2).map(|c| c[0]).sum(); a + b + c }"#,
        expect![[r#"
            fn(xs: &[f64], d: int) -> (sum_4: f64) {
                let len: int = `xs.len()`
                let count: int = `(len + 1).saturating_sub(2)`
                loop index in 0..count carrying (a: f64 = 0.0) {
                    let index_1: int = `index + 2`
                    let xs_i: f64 = xs[index..index_1][1]
                    let xs_i_1: f64 = xs[index..index_1][0]
                    let product: f64 = xs_i * xs_i_1
                    let a_1: f64 = a + product
                    yield a_1
                } -> a_2: f64
                let len_1: int = `xs.len()`
                let count_1: int = `len_1 / d`
                loop index_2 in 0..count_1 carrying (b: f64 = 0.0) {
                    let index_3: int = `index_2 * d`
                    let end: int = `index_3 + d`
                    let len_2: int = `xs[index_3..end].len()`
                    loop index_4 in 0..len_2 carrying (sum: f64 = 0.0) {
                        let xs_i_2: f64 = xs[index_3..end][index_4]
                        let sum_1: f64 = sum + xs_i_2
                        yield sum_1
                    } -> sum_2: f64
                    let powi: f64 = sum_2.powi(2)
                    let b_1: f64 = b + powi
                    yield b_1
                } -> b_2: f64
                let len_3: int = `xs.len()`
                let count_2: int = `len_3.div_ceil(2)`
                loop index_5 in 0..count_2 carrying (c: f64 = 0.0) {
                    let index_6: int = `index_5 * 2`
                    let end_1: int = `::core::cmp::Ord::min(index_6 + 2, len_3)`
                    let xs_i_3: f64 = xs[index_6..end_1][0]
                    let c_1: f64 = c + xs_i_3
                    yield c_1
                } -> c_2: f64
                let sum_3: f64 = a_2 + b_2
                let sum_4: f64 = sum_3 + c_2
                yield sum_4
            }
        "#]],
    );
}

#[test]
fn collect_into_a_vec() {
    check(
        r#"fn f(xs: &[f64], w: f64) -> f64 { let ys: Vec<f64> = xs.iter().map(|x| x * w).collect(); let zs = ys.iter().filter(|y| **y > 0.0).map(|y| y.ln()).collect::<Vec<_>>(); ys[0] + zs[0] }"#,
        expect![[r#"
            fn(xs: &[f64], w: f64) -> (sum: f64) {
                let len: int = `xs.len()`
                place mut ys: Vec<f64> = vec![0.0; `len`]
                loop index in 0..len {
                    let xs_i: f64 = xs[index]
                    let product: f64 = xs_i * w
                    store ys[index] = product
                }
                let len_1: int = `ys.len()`
                place mut collected: Vec<f64> = vec![0.0; `len_1`]
                loop index_1 in 0..len_1 carrying (filled: int = 0) {
                    let value: bool = `ys[index_1] > 0.0`
                    if value {
                        let ys_i: f64 = ys[index_1]
                        let ln: f64 = ys_i.ln()
                        store collected[filled] = ln
                        let filled_1: int = `filled + 1usize`
                        yield filled_1
                    } else {
                        yield filled
                    } -> filled_2: int
                    yield filled_2
                } -> filled_3: int
                place zs: Vec<f64> = vec of collected[..filled_3]
                let ys_i_1: f64 = ys[0]
                let zs_i: f64 = zs[0]
                let sum: f64 = ys_i_1 + zs_i
                yield sum
            }
        "#]],
    );
}

#[test]
fn maximum_by_fold() {
    check(
        r#"fn f(xs: &[f64]) -> f64 { let m = xs.iter().copied().fold(f64::NEG_INFINITY, f64::max); m + xs.iter().map(|x| (x - m).exp()).sum::<f64>().ln() }"#,
        expect![[r#"
            fn(xs: &[f64]) -> (sum_3: f64) {
                let len: int = `xs.len()`
                let #[no_grad] neg_infinity: f64 = `f64::NEG_INFINITY`
                loop index in 0..len carrying (m: f64 = neg_infinity) {
                    let xs_i: f64 = xs[index]
                    let m_1: f64 = m.max(xs_i)
                    yield m_1
                } -> m_2: f64
                let len_1: int = `xs.len()`
                loop index_1 in 0..len_1 carrying (sum: f64 = 0.0) {
                    let xs_i_1: f64 = xs[index_1]
                    let difference: f64 = xs_i_1 - m_2
                    let exp: f64 = difference.exp()
                    let sum_1: f64 = sum + exp
                    yield sum_1
                } -> sum_2: f64
                let ln: f64 = sum_2.ln()
                let sum_3: f64 = m_2 + ln
                yield sum_3
            }
        "#]],
    );
}

#[test]
fn for_each_and_captured_sums() {
    check(
        r#"fn f(xs: &[f64], out: &mut [f64]) -> f64 { let mut s = 0.0; xs.iter().for_each(|x| s += x * x); out.iter_mut().zip(xs).for_each(|(o, x)| *o += s * x); s }"#,
        expect![[r#"
            fn(xs: &[f64], out: &mut [f64]) -> (s_3: f64) {
                let #[no_grad] s: f64 = 0.0
                let len: int = `xs.len()`
                loop index in 0..len carrying (s_1: f64 = s) {
                    let xs_i: f64 = xs[index]
                    let xs_i_1: f64 = xs[index]
                    let product: f64 = xs_i * xs_i_1
                    let s_2: f64 = s_1 + product
                    yield s_2
                } -> s_3: f64
                let len_1: int = `out.len()`
                let len_2: int = `xs.len()`
                let end: int = `::core::cmp::Ord::min(len_1, len_2)`
                loop index_1 in 0..end {
                    let xs_i_2: f64 = xs[index_1]
                    let product_1: f64 = s_3 * xs_i_2
                    out[index_1] += product_1
                }
                yield s_3
            }
        "#]],
    );
}

#[test]
fn ranges_and_indices() {
    check(
        r#"fn f(xs: &[f64], idx: &[usize]) -> f64 { (0..xs.len()).map(|i| xs[i] * i as f64).sum::<f64>() + idx.iter().map(|&i| xs[i]).sum::<f64>() }"#,
        expect![[r#"
            fn(xs: &[f64], idx: &[int]) -> (sum_6: f64) {
                let len: int = `xs.len()`
                loop index in 0..len carrying (sum: f64 = 0.0) {
                    let xs_i: f64 = xs[index]
                    let #[no_grad] value: f64 = `index as f64`
                    let product: f64 = xs_i * value
                    let sum_1: f64 = sum + product
                    yield sum_1
                } -> sum_2: f64
                let len_1: int = `idx.len()`
                loop index_1 in 0..len_1 carrying (sum_3: f64 = 0.0) {
                    let idx_i: int = idx[index_1]
                    let xs_i_1: f64 = xs[idx_i]
                    let sum_4: f64 = sum_3 + xs_i_1
                    yield sum_4
                } -> sum_5: f64
                let sum_6: f64 = sum_2 + sum_5
                yield sum_6
            }
        "#]],
    );
}

#[test]
fn take_while_ends_the_loop() {
    check(
        r#"fn f(xs: &[f64]) -> f64 { xs.iter().take_while(|x| **x > 0.0).sum::<f64>() }"#,
        expect![[r#"
            fn(xs: &[f64]) -> (sum_3: f64) {
                let len: int = `xs.len()`
                loop index in 0..len carrying (sum: f64 = 0.0) exits {
                    let value: bool = `xs[index] > 0.0`
                    if value {
                        let xs_i: f64 = xs[index]
                        let sum_1: f64 = sum + xs_i
                        yield sum_1
                    } else {
                        yield sum
                    } -> sum_2: f64
                    let not: bool = !value
                    yield sum_2, value
                } -> sum_3: f64
                yield sum_3
            }
        "#]],
    );
}

#[test]
fn flat_map_is_two_loops() {
    check(
        r#"fn f(rows: &[[f64; 2]]) -> f64 { rows.iter().flat_map(|row| row.iter()).map(|x| x * x).sum::<f64>() }"#,
        expect![[r#"
            fn(rows: &[[f64; 2]]) -> (sum_4: f64) {
                let len: int = `rows.len()`
                loop index in 0..len carrying (sum: f64 = 0.0) {
                    let len_1: int = `rows[index].len()`
                    loop index_1 in 0..len_1 carrying (sum_1: f64 = sum) {
                        let rows_i: f64 = rows[index][index_1]
                        let rows_i_1: f64 = rows[index][index_1]
                        let product: f64 = rows_i * rows_i_1
                        let sum_2: f64 = sum_1 + product
                        yield sum_2
                    } -> sum_3: f64
                    yield sum_3
                } -> sum_4: f64
                yield sum_4
            }
        "#]],
    );
}

#[test]
fn chain_is_one_loop_after_the_other() {
    check(
        r#"fn f(a: &[f64], b: &[f64]) -> f64 { a.iter().chain(b).map(|x| x.sin()).sum::<f64>() }"#,
        expect![[r#"
            fn(a: &[f64], b: &[f64]) -> (sum_5: f64) {
                let len: int = `a.len()`
                let len_1: int = `b.len()`
                loop index in 0..len carrying (sum: f64 = 0.0) {
                    let a_i: f64 = a[index]
                    let sin: f64 = a_i.sin()
                    let sum_1: f64 = sum + sin
                    yield sum_1
                } -> sum_2: f64
                loop index_1 in 0..len_1 carrying (sum_3: f64 = sum_2) {
                    let b_i: f64 = b[index_1]
                    let sin_1: f64 = b_i.sin()
                    let sum_4: f64 = sum_3 + sin_1
                    yield sum_4
                } -> sum_5: f64
                yield sum_5
            }
        "#]],
    );
}

#[test]
fn array_from_fn() {
    check(
        r#"fn f(x: f64) -> f64 { let a: [f64; 3] = std::array::from_fn(|i| x.powi(i as i32)); a[0] + a[2] }"#,
        expect![[r#"
            fn(x: f64) -> (sum: f64) {
                place mut a: [f64; 3] = [0.0; `3`]
                loop index in 0..3 {
                    let value: int = `index as i32`
                    let powi: f64 = x.powi(value)
                    store a[index] = powi
                }
                let a_i: f64 = a[0]
                let a_i_1: f64 = a[2]
                let sum: f64 = a_i + a_i_1
                yield sum
            }
        "#]],
    );
}

#[test]
fn folding_tuples() {
    check(
        r#"fn f(xs: &[f64]) -> f64 { let (a, b) = xs.iter().fold((0.0, 1.0), |(s, p), x| (s + x, p * x)); a * b }"#,
        expect![[r#"
            fn(xs: &[f64]) -> (product_1: f64) {
                let len: int = `xs.len()`
                loop index in 0..len carrying (folded: f64 = 0.0, folded_1: f64 = 1.0) {
                    let xs_i: f64 = xs[index]
                    let sum: f64 = folded + xs_i
                    let xs_i_1: f64 = xs[index]
                    let product: f64 = folded_1 * xs_i_1
                    yield sum, product
                } -> folded_2: f64, folded_3: f64
                let product_1: f64 = folded_2 * folded_3
                yield product_1
            }
        "#]],
    );
}

#[test]
fn nested_sums() {
    check(
        r#"fn f(a: &[f64], v: &[f64], n: usize) -> f64 { (0..n).map(|i| v[i] * (0..n).map(|j| a[i * n + j] * v[j]).sum::<f64>()).sum() }"#,
        expect![[r#"
            fn(a: &[f64], v: &[f64], n: int) -> (sum_5: f64) {
                loop index in 0..n carrying (sum: f64 = 0.0) {
                    let v_i: f64 = v[index]
                    loop index_1 in 0..n carrying (sum_1: f64 = 0.0) {
                        let index_2: int = `index * n + index_1`
                        let a_i: f64 = a[index_2]
                        let v_i_1: f64 = v[index_1]
                        let product: f64 = a_i * v_i_1
                        let sum_2: f64 = sum_1 + product
                        yield sum_2
                    } -> sum_3: f64
                    let product_1: f64 = v_i * sum_3
                    let sum_4: f64 = sum + product_1
                    yield sum_4
                } -> sum_5: f64
                yield sum_5
            }
        "#]],
    );
}

#[test]
fn adaptors_that_are_not_known() {
    check_refused(
        r#"fn f(xs: &[f64]) -> f64 { let a = xs.iter().try_fold(0.0, |s, x| Some(s + x)).unwrap(); let b = xs.iter().filter(|x| **x > 0.0).zip(xs).map(|(a, b)| a * b).sum::<f64>(); let mut it = xs.iter(); let c = it.any(|x| *x > 1.0); let d = it.next().unwrap(); a + b + d }"#,
        expect![[r#"
            `try_fold` over values that carry a gradient is not differentiated yet
            = help: write it as a loop, or with `map`, `filter`, `zip` and `fold`
            `zip` after `filter`, `take_while` or `flat_map` is not differentiated yet
            = help: write a loop with a counter
            `any` over values that carry a gradient is not differentiated yet
            = help: write it as a loop, or with `map`, `filter`, `zip` and `fold`
            `next` over values that carry a gradient is not differentiated yet
            = help: write it as a loop, or with `map`, `filter`, `zip` and `fold`"#]],
    );
}

#[test]
fn an_iterator_that_escapes() {
    check_refused(
        r#"fn f(xs: &[f64]) -> f64 { let it = xs.iter().map(|x| x * x); helper(it) }"#,
        expect![[r#"
            a closure or an iterator as an argument of a call is not differentiated
            = help: put both functions into one `#[differentiable] mod`, where such helpers are inlined, or write the call out"#]],
    );
}

/// What a source becomes: its gradient in the joint form, with every word replaced by the number of its first appearance.
#[track_caller]
fn gradient(source: &str) -> String {
    let mut primal = super::lowered(source).unwrap_or_else(|messages| panic!("refused: {messages:?}"));
    simplify::primal(&mut primal, Passes::ALL);
    let mut joint = differentiate(&primal, Form { joint: true, fuse: true });
    simplify::differentiated(&mut joint, Passes::ALL);
    let text = print::differentiated(&joint);
    let mut words: Vec<String> = Vec::new();
    let mut shape = String::new();
    let mut word = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        if word.starts_with(|first: char| first.is_ascii_digit()) {
            shape.push_str(&word);
        } else if !word.is_empty() {
            let known = words.iter().position(|other| *other == word);
            let number = known.unwrap_or_else(|| {
                words.push(word.clone());
                words.len() - 1
            });
            shape.push_str(&format!("v{number}"));
        }
        word.clear();
        shape.push(c);
    }
    shape
}

/// The iterator becomes the very gradient that the index loop becomes.
#[track_caller]
fn same_gradient(iterator: &str, index: &str) {
    assert_eq!(gradient(iterator), gradient(index));
}

#[test]
fn a_mean_square_fuses_like_the_index_loop() {
    same_gradient(
        "fn f(xs: &[f64], n: f64) -> f64 { xs.iter().map(|x| x * x).sum::<f64>() / n }",
        "fn f(xs: &[f64], n: f64) -> f64 { let mut s = 0.0; for i in 0..xs.len() { s += xs[i] * xs[i]; } s / n }",
    );
}

#[test]
fn a_filtered_sum_fuses_like_the_index_loop() {
    same_gradient(
        "fn f(xs: &[f64], w: f64) -> f64 { xs.iter().filter(|x| **x > 0.0).map(|x| w * x.sin()).sum::<f64>() }",
        "fn f(xs: &[f64], w: f64) -> f64 { let mut s = 0.0; for i in 0..xs.len() { if xs[i] > 0.0 { s += w * xs[i].sin(); } } s }",
    );
}

#[test]
fn a_mutable_capture_fuses_like_the_index_loop() {
    same_gradient(
        "fn f(xs: &[f64], w: f64) -> f64 { let mut s = 0.0; xs.iter().enumerate().for_each(|(i, x)| s += w * x * i as f64); s }",
        "fn f(xs: &[f64], w: f64) -> f64 { let mut s = 0.0; for i in 0..xs.len() { s += w * xs[i] * i as f64; } s }",
    );
}

#[test]
fn loops_over_elements_and_a_fold() {
    check(
        r#"fn f(x: f64, data: &[f64]) -> f64 { for d in data { println!("{d}"); } let m = data.iter().cloned().fold(0.0, f64::max); let mut s = 0.0; for k in [1, 2, 3] { s += m * x * k as f64; } s }"#,
        expect![[r#"
            fn(x: f64, data: &[f64]) -> (s_3: f64) {
                let len: int = `data.len()`
                loop index in 0..len {
                    effect costly `println!("{d}", d = (&data[index]));`
                }
                let len_1: int = `data.len()`
                loop index_1 in 0..len_1 carrying (m: f64 = 0.0) {
                    let data_i: f64 = data[index_1]
                    let m_1: f64 = m.max(data_i)
                    yield m_1
                } -> m_2: f64
                let #[no_grad] s: f64 = 0.0
                let value: [int; 3usize] = costly `[1, 2, 3]`
                place memory: [int; 3usize] = value
                let len_2: int = `memory.len()`
                loop index_2 in 0..len_2 carrying (s_1: f64 = s) {
                    let memory_i: int = memory[index_2]
                    let product: f64 = m_2 * x
                    let #[no_grad] value_1: f64 = `memory_i as f64`
                    let product_1: f64 = product * value_1
                    let s_2: f64 = s_1 + product_1
                    yield s_2
                } -> s_3: f64
                yield s_3
            }
        "#]],
    );
}
