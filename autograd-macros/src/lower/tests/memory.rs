//! Arrays, slices, `Vec`, views.

use expect_test::expect;

use super::check;

#[test]
fn compound_assignment_to_elements() {
    check(
        r#"fn f(x: &[f64], out: &mut [f64]) { for i in (0..x.len()).rev() { out[i] += x[i] * 2.0; out[i] *= x[i]; out[0] -= x[i]; } }"#,
        expect![[r#"
            fn(x: &[f64], out: &mut [f64]) -> () {
                let len: int = `x.len()`
                loop i in 0..len reversed {
                    let x_i: f64 = x[i]
                    let product: f64 = x_i * 2.0
                    out[i] += product
                    let x_i_1: f64 = x[i]
                    let out_i: f64 = out[i]
                    let product_1: f64 = out_i * x_i_1
                    store out[i] = product_1
                    let x_i_2: f64 = x[i]
                    let neg: f64 = -x_i_2
                    out[0] += neg
                }
            }
        "#]],
    );
}

#[test]
fn local_arrays_and_copies() {
    check(
        r#"fn f(x: f64) -> f64 { let mut a = [0.0; 3]; a[0] = x; a[1] = x * x; let mut b = a; b[2] += 1.0; a[0] + b[2] }"#,
        expect![[r#"
            fn(x: f64) -> (sum: f64) {
                place mut a: [f64; 3] = [0.0; `3`]
                store a[0] = x
                let product: f64 = x * x
                store a[1] = product
                place mut b: [f64; 3] = copy of a
                b[2] += 1.0
                let a_i: f64 = a[0]
                let b_i: f64 = b[2]
                let sum: f64 = a_i + b_i
                yield sum
            }
        "#]],
    );
}

#[test]
fn row_views() {
    check(
        r#"fn f(x: &[f64], d: usize) -> f64 { let mut s = 0.0; for i in 0..x.len() / d { let row = &x[i * d..(i + 1) * d]; for j in 0..d { s += row[j] * row[j]; } } s }"#,
        expect![[r#"
            fn(x: &[f64], d: int) -> (s_5: f64) {
                let #[no_grad] s: f64 = 0.0
                let end: int = `x.len() / d`
                loop i in 0..end carrying (s_1: f64 = s) {
                    let start: int = `i * d`
                    let end_1: int = `(i + 1) * d`
                    loop j in 0..d carrying (s_2: f64 = s_1) {
                        let x_i: f64 = x[start..end_1][j]
                        let x_i_1: f64 = x[start..end_1][j]
                        let product: f64 = x_i * x_i_1
                        let s_3: f64 = s_2 + product
                        yield s_3
                    } -> s_4: f64
                    yield s_4
                } -> s_5: f64
                yield s_5
            }
        "#]],
    );
}

#[test]
fn nested_arrays_and_vec() {
    check(
        r#"fn f(x: f64) -> f64 { let mut a = [[0.0; 2]; 3]; a[1][0] = x; let r = &mut a[2]; r[1] += x * x; let v = vec![x, 1.0, 2.0]; let c = v.clone(); a[1][0] * a[2][1] + c[0] }"#,
        expect![[r#"
            fn(x: f64) -> (sum: f64) {
                place mut a: [[f64; 2]; 3] = [[0.0; `2`]; `3`]
                store a[1][0] = x
                let product: f64 = x * x
                a[2][1] += product
                place v: Vec<f64> = vec![x, 1.0, 2.0]
                place c: Vec<f64> = copy of v
                let a_i: f64 = a[1][0]
                let a_i_1: f64 = a[2][1]
                let product_1: f64 = a_i * a_i_1
                let c_i: f64 = c[0]
                let sum: f64 = product_1 + c_i
                yield sum
            }
        "#]],
    );
}

#[test]
fn references_to_scalars() {
    check(
        r#"fn f(x: &mut [f64; 3], y: &f64) -> f64 { let z = *y * 2.0 + y.sin(); x[0] = z; *y + x[0] }"#,
        expect![[r#"
            fn(x: &mut [f64; 3], y: &f64) -> (sum: f64) {
                let y_1: f64 = y
                let product: f64 = y_1 * 2.0
                let y_2: f64 = y
                let sin: f64 = y_2.sin()
                let z: f64 = product + sin
                store x[0] = z
                let y_3: f64 = y
                let x_i: f64 = x[0]
                let sum: f64 = y_3 + x_i
                yield sum
            }
        "#]],
    );
}

#[test]
fn slice_of_tuples() {
    check(
        r#"fn f(pts: &[(f64, f64)]) -> f64 { let mut s = 0.0; for i in 0..pts.len() { let (a, b) = pts[i]; let p = pts[i]; s += a * b + p.0; } s }"#,
        expect![[r#"
            fn(pts: &[(f64, f64)]) -> (s_3: f64) {
                let #[no_grad] s: f64 = 0.0
                let len: int = `pts.len()`
                loop i in 0..len carrying (s_1: f64 = s) {
                    let pts_i: f64 = pts[i].0
                    let pts_i_1: f64 = pts[i].1
                    let p: f64 = pts[i].0
                    let p_1: f64 = pts[i].1
                    let product: f64 = pts_i * pts_i_1
                    let sum: f64 = product + p
                    let s_2: f64 = s_1 + sum
                    yield s_2
                } -> s_3: f64
                yield s_3
            }
        "#]],
    );
}

#[test]
fn inactive_views() {
    check(
        r#"fn f(x: &[f64], idx: &[usize]) -> f64 { let sub = &idx[1..]; let mut s = 0.0; for k in 0..sub.len() { s += x[sub[k]] * x[idx[k]]; } s }"#,
        expect![[r#"
            fn(x: &[f64], idx: &[int]) -> (s_3: f64) {
                let #[no_grad] s: f64 = 0.0
                let len: int = `idx[1..].len()`
                loop k in 0..len carrying (s_1: f64 = s) {
                    let index: int = `idx[1..][k]`
                    let x_i: f64 = x[index]
                    let index_1: int = `idx[k]`
                    let x_i_1: f64 = x[index_1]
                    let product: f64 = x_i * x_i_1
                    let s_2: f64 = s_1 + product
                    yield s_2
                } -> s_3: f64
                yield s_3
            }
        "#]],
    );
}

#[test]
fn vec_of_zeros() {
    check(
        r#"fn f(x: f64, n: usize) -> f64 { let mut a = vec![0.0; n]; for i in 0..n { a[i] = x * i as f64; } let mut s = 0.0; let mut i = 0; while i < a.len() { let v = a[i]; i += 1; if v < 0.5 { continue; } s += v; } s }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (s_4: f64) {
                place mut a: Vec<f64> = vec![0.0; `n`]
                loop i in 0..n {
                    let #[no_grad] value: f64 = `i as f64`
                    let product: f64 = x * value
                    store a[i] = product
                }
                let #[no_grad] s: f64 = 0.0
                let i_1: int = `0`
                loop carrying (s_1: f64 = s, i_2: int = i_1) while {
                    let cond: bool = `i_2 < a.len()`
                    yield cond
                } do {
                    let v: f64 = a[i_2]
                    let i_3: int = `i_2 + 1`
                    let cond_1: bool = `v < 0.5`
                    if cond_1 {
                        yield s_1
                    } else {
                        let s_2: f64 = s_1 + v
                        yield s_2
                    } -> s_3: f64
                    yield s_3, i_3
                } -> s_4: f64, i_4: int
                yield s_4
            }
        "#]],
    );
}

#[test]
fn owned_parameters() {
    check(
        r#"fn f(mut x: f64, mut v: Vec<f64>) -> Vec<f64> { x += 1.0; v[0] *= x; v[1] %= x; v }"#,
        expect![[r#"
            fn(x: f64, mut v: Vec<f64>) -> (v_1: Vec<f64>) {
                let x_1: f64 = x + 1.0
                let v_i: f64 = v[0]
                let product: f64 = v_i * x_1
                store v[0] = product
                let v_i_1: f64 = v[1]
                let remainder: f64 = v_i_1 % x_1
                store v[1] = remainder
                let v_1: Vec<f64> = v
                yield v_1
            }
        "#]],
    );
}

#[test]
fn array_results() {
    check(
        r#"fn f(x: f64) -> [f64; 2] { let a = [x, x * x]; if x > 0.0 { a } else { [0.0, x] } }"#,
        expect![[r#"
            fn(x: f64) -> (value: [f64; 2usize]) {
                let product: f64 = x * x
                place a: [f64; 2usize] = [x, product]
                let cond: bool = `x > 0.0`
                if cond {
                    let a_1: [f64; 2usize] = a
                    yield a_1
                } else {
                    place memory: [f64; 2usize] = [0.0, x]
                    let memory_1: [f64; 2usize] = memory
                    yield memory_1
                } -> value: [f64; 2usize]
                yield value
            }
        "#]],
    );
}

#[test]
fn rows_and_to_vec() {
    check(
        r#"fn f(x: &Vec<f64>, m: &[[f64; 3]; 3]) -> f64 { let row = m[1]; let r2 = &m[2]; let y = x.to_vec(); row[0] * r2[1] + y[0] + x[1..].len() as f64 }"#,
        expect![[r#"
            fn(x: &Vec<f64>, m: &[[f64; 3]; 3]) -> (sum_1: f64) {
                place row: [f64; 3] = copy of m[1]
                place y: Vec<f64> = copy of x
                let row_i: f64 = row[0]
                let m_i: f64 = m[2][1]
                let product: f64 = row_i * m_i
                let y_i: f64 = y[0]
                let sum: f64 = product + y_i
                let len: int = `x[1..].len()`
                let #[no_grad] value: f64 = `(len as f64)`
                let sum_1: f64 = sum + value
                yield sum_1
            }
        "#]],
    );
}

#[test]
fn array_inside_a_returned_tuple() {
    check(
        r#"fn f(x: f64, y: f64) -> (f64, [f64; 2]) { let r = x.hypot(y); (r, [x / r, y / r]) }"#,
        expect![[r#"
            fn(x: f64, y: f64) -> (r: f64, memory_1: [f64; 2usize]) {
                let r: f64 = x.hypot(y)
                let quotient: f64 = x / r
                let quotient_1: f64 = y / r
                place memory: [f64; 2usize] = [quotient, quotient_1]
                let memory_1: [f64; 2usize] = memory
                yield r, memory_1
            }
        "#]],
    );
}

#[test]
fn grid_of_vecs() {
    check(
        r#"fn f(x: f64, n: usize) -> f64 { let mut grid = vec![vec![0.0; n]; n]; for i in 0..n { for j in 0..n { grid[i][j] = x * (i + j) as f64; } } let row = &grid[0]; let m = grid[1].clone(); let mut tot = 0.0; for j in 0..row.len() { tot += row[j] * m[j]; } tot }"#,
        expect![[r#"
            fn(x: f64, n: int) -> (tot_3: f64) {
                place mut grid: Vec<Vec<f64>> = vec![vec![0.0; `n`]; `n`]
                loop i in 0..n {
                    loop j in 0..n {
                        let #[no_grad] value: f64 = `(i + j) as f64`
                        let product: f64 = x * value
                        store grid[i][j] = product
                    }
                }
                place m: Vec<f64> = copy of grid[1]
                let #[no_grad] tot: f64 = 0.0
                let len: int = `grid[0].len()`
                loop j_1 in 0..len carrying (tot_1: f64 = tot) {
                    let grid_i: f64 = grid[0][j_1]
                    let m_i: f64 = m[j_1]
                    let product_1: f64 = grid_i * m_i
                    let tot_2: f64 = tot_1 + product_1
                    yield tot_2
                } -> tot_3: f64
                yield tot_3
            }
        "#]],
    );
}

#[test]
fn array_patterns() {
    check(
        r#"fn f(x: &[f64]) -> f64 { let [a, b, c] = [x[0], x[1], 2.0]; let (p, q): (f64, f64) = (a, b); p * q * c }"#,
        expect![[r#"
            fn(x: &[f64]) -> (product_1: f64) {
                let x_i: f64 = x[0]
                let x_i_1: f64 = x[1]
                place memory: [f64; 3usize] = [x_i, x_i_1, 2.0]
                let a: f64 = memory[0]
                let b: f64 = memory[1]
                let c: f64 = memory[2]
                let product: f64 = a * b
                let product_1: f64 = product * c
                yield product_1
            }
        "#]],
    );
}

#[test]
fn late_array() {
    check(
        r#"fn f(x: f64) -> f64 { let z: f64; { let a = x * x; z = a.exp(); } let arr; arr = [z, x]; arr[0] + arr[1] }"#,
        expect![[r#"
            fn(x: f64) -> (sum: f64) {
                let a: f64 = x * x
                let z: f64 = a.exp()
                place arr: [f64; 2usize] = [z, x]
                let arr_i: f64 = arr[0]
                let arr_i_1: f64 = arr[1]
                let sum: f64 = arr_i + arr_i_1
                yield sum
            }
        "#]],
    );
}

#[test]
fn copies_are_not_aliases() {
    check(
        r#"fn f(x: f64) -> f64 { let a = [x; 2]; let mut b = a; let c; c = a; b[0] = 1.0; a[0] + b[0] + c[1] }"#,
        expect![[r#"
            fn(x: f64) -> (sum_1: f64) {
                place a: [f64; 2] = [x; `2`]
                place mut b: [f64; 2] = copy of a
                let a_1: [f64; 2] = a
                store b[0] = 1.0
                let a_i: f64 = a[0]
                let b_i: f64 = b[0]
                let sum: f64 = a_i + b_i
                place memory: [f64; 2] = a_1
                let memory_i: f64 = memory[1]
                let sum_1: f64 = sum + memory_i
                yield sum_1
            }
        "#]],
    );
}
