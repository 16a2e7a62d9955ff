use autograd::differentiable;

#[differentiable]
fn by_value(a: [f64; 3]) -> f64 {
    a[0] * a[1] + a[2] * a[2]
}
zoo! { by_value(value) -> scalar; at ([1.5, 2.0, -0.5],); is |a: [f64; 3]| [a[1], a[0], 2.0 * a[2]] }

#[differentiable]
fn by_reference(a: &[f64; 3], b: &[f64; 3]) -> f64 {
    let mut sum = 0.0;
    for i in 0..3 {
        sum += a[i] * b[2 - i];
    }
    sum
}
zoo! { by_reference(shared, shared) -> scalar; at ([1.5, 2.0, -0.5], [3.0, 4.0, 5.0]) }

#[differentiable]
fn mutated_parameter(mut a: [f64; 3]) -> f64 {
    a[0] *= a[1];
    a[1] = a[0] + a[2];
    a[2] -= a[1] * a[1];
    a[0] + a[1] * a[2]
}
zoo! { mutated_parameter(value) -> scalar; at ([1.5, 2.0, -0.5],) }

#[differentiable]
fn local_array(x: f64) -> f64 {
    let mut a = [0.0; 4];
    a[0] = x;
    for i in 1..4 {
        a[i] = a[i - 1] * x + i as f64;
    }
    a[3] - a[1]
}
zoo! { local_array(value) -> scalar; at (0.75,) }

#[differentiable]
fn array_literal(x: f64, y: f64) -> f64 {
    let a = [x, y, x * y];
    let mut sum = 0.0;
    for i in 0..a.len() {
        sum = sum * x + a[i];
    }
    sum
}
zoo! { array_literal(value, value) -> scalar; at (0.75, -1.5) }

#[differentiable]
fn repeated_active(x: f64) -> f64 {
    let mut a = [x * x; 3];
    a[1] += 1.0;
    a[0] * a[1] * a[2]
}
zoo! { repeated_active(value) -> scalar; at (0.75,) }

#[differentiable]
fn matrix(m: [[f64; 2]; 2], v: &[f64; 2]) -> f64 {
    let mut out = [0.0; 2];
    for i in 0..2 {
        for j in 0..2 {
            out[i] += m[i][j] * v[j];
        }
    }
    out[0] * out[1]
}
zoo! { matrix(value, shared) -> scalar; at ([[1.0, 2.0], [3.0, 4.0]], [0.5, -1.5]) }

#[differentiable]
fn nested_reference(m: &[[f64; 3]; 2]) -> f64 {
    let mut trace = 1.0;
    for i in 0..2 {
        let row = m[i];
        trace *= row[i] + m[1 - i][2].sin();
    }
    trace
}
zoo! { nested_reference(shared) -> scalar; at ([[1.0, 2.0, 0.5], [3.0, 4.0, 1.5]],) }

#[differentiable]
fn mutable_matrix(m: &mut [[f64; 2]; 2], x: f64) {
    m[0][0] = x * m[1][1];
    m[1][0] += m[0][0] * m[0][1];
    m[0][1] *= m[0][1];
}
zoo! { mutable_matrix(exclusive, value) -> unit; at ([[1.0, 2.0], [3.0, 4.0]], 0.5) }

#[differentiable]
fn matrix_power(x: f64, n: usize) -> f64 {
    let mut m = [[1.0, 0.0], [0.0, 1.0]];
    let step = [[x, 1.0], [0.5, x * x]];
    for _ in 0..n {
        let old = m;
        for i in 0..2 {
            for j in 0..2 {
                let mut sum = 0.0;
                for k in 0..2 {
                    sum += old[i][k] * step[k][j];
                }
                m[i][j] = sum;
            }
        }
    }
    m[0][1] + m[1][1]
}
zoo! { matrix_power(value, fixed) -> scalar; at (0.75, 0), (0.75, 1), (0.75, 4) }

#[differentiable]
fn copied_array(a: [f64; 2]) -> f64 {
    let mut b = a;
    b[0] *= 3.0;
    let c = b;
    b[1] = c[0] * a[0];
    b[0] * b[1] + c[1] * a[1]
}
zoo! { copied_array(value) -> scalar; at ([1.5, -2.0],) }

#[differentiable]
fn array_reassigned(x: f64) -> f64 {
    let mut a = [x, 1.0];
    a = [a[1] * x, a[0] * a[0]];
    a = [a[1] + a[0], x];
    a[0] * a[1]
}
zoo! { array_reassigned(value) -> scalar; at (1.5,); is |x: f64| 2.0 * x + 3.0 * x * x }

#[differentiable]
fn array_chosen(a: [f64; 2], b: [f64; 2], first: bool) -> f64 {
    let c = if first { a } else { b };
    c[0] * c[1]
}
zoo! { array_chosen(value, value, fixed) -> scalar; at ([1.5, 2.5], [3.0, 4.0], true), ([1.5, 2.5], [3.0, 4.0], false) }

#[differentiable]
fn lookup_table(x: f64, i: usize) -> f64 {
    let table = [0.5, -1.5, 2.5];
    let weights = [1, 2, 3];
    table[i % 3] * x * weights[i % 3] as f64
}
zoo! { lookup_table(value, fixed) -> scalar; at (1.5, 4); is |_x: f64, _i: usize| -3.0 }

#[differentiable]
fn single_precision(a: [f32; 2], m: &mut [f32; 2]) -> f32 {
    m[0] += a[0];
    m[1] = m[0] * a[1];
    m[1] * m[0]
}
zoo! { single_precision(value, exclusive) -> scalar; at ([1.5, -2.0], [0.5, 0.25]) }

#[differentiable]
fn tuples_in_arrays(points: &[(f64, f64)]) -> f64 {
    let mut area = 0.0;
    for i in 0..points.len() {
        let j = (i + 1) % points.len();
        area += points[i].0 * points[j].1 - points[j].0 * points[i].1;
    }
    0.5 * area
}
zoo! { tuples_in_arrays(shared) -> scalar; at (vec![(0.0, 0.0), (2.0, 0.5), (1.0, 3.0)],) }

#[differentiable]
fn bubble_sort(a: [f64; 4]) -> f64 {
    let mut a = a;
    for i in 0..4 {
        for j in 0..3 - i {
            if a[j] > a[j + 1] {
                let t = a[j];
                a[j] = a[j + 1];
                a[j + 1] = t;
            }
        }
    }
    a[0] + 10.0 * a[1] + 100.0 * a[2] + 1000.0 * a[3]
}
zoo! { bubble_sort(value) -> scalar; at ([3.0, 1.0, 4.0, 2.0],); is |_a: [f64; 4]| [100.0, 1.0, 1000.0, 10.0] }
