//! Messages of refusals: what, and what instead.

use expect_test::expect;

use super::check_refused;

#[test]
fn bits() {
    check_refused(
        r#"fn f(x: f64) -> f64 { let k = x.to_bits(); k as f64 * x }"#,
        expect![[r#"
            `to_bits` of a value that carries a gradient has no derivative
            = help: stop the gradient with `detach(x).to_bits()` or mark the statement `#[no_grad]`"#]],
    );
}

#[test]
fn unsafe_block() {
    check_refused(
        r#"fn f(x: f64) -> f64 { unsafe { foo(x) } }"#,
        expect![[r#"
            an `unsafe` block cannot be differentiated
            = help: move it into a function of its own and give that a hand-written rule"#]],
    );
}

#[test]
fn cell() {
    check_refused(
        r#"fn f(x: f64) -> f64 { let c = std::cell::Cell::new(0.0); c.set(x); c.get() }"#,
        expect![[r#"
            `Cell` is interior mutability, which hides writes from the differentiation
            = help: use a local `mut` variable or a `&mut` parameter"#]],
    );
}

#[test]
fn raw_pointer() {
    check_refused(
        r#"fn f(x: f64) -> f64 { let p = &x as *const f64; x }"#,
        expect![[r#"
            a raw pointer cannot be differentiated through
            = help: pass a reference or a slice"#]],
    );
}

#[test]
fn unknown_macro() {
    check_refused(
        r#"fn f(x: f64) -> f64 { let t = my_macro!(x); t * 2.0 }"#,
        expect![[r#"
            `my_macro!` is not known, and values that carry a gradient are given to it
            = help: write out what it does, or pass it `detach(x)`"#]],
    );
}

#[test]
fn push_to_an_inactive_vec() {
    check_refused(
        r#"fn f(x: f64) -> f64 { let mut v = Vec::new(); v.push(x); v[0] }"#,
        expect![[r#"
            `push` of something that carries no gradient is given a value that does
            = help: give the container a float type from the start (`vec![0.0; n]`) and write to its elements, or pass `detach(…)`"#]],
    );
}

#[test]
fn question_mark() {
    check_refused(
        r#"fn f(x: f64) -> Option<f64> { let y = opt(x)?; Some(y) }"#,
        expect![[r#"
            `?` is not differentiated yet
            = help: write `let Some(v) = … else { return … };`
            `Some` around a value that carries a gradient is not differentiated yet
            = help: use a tuple, an array or separate variables"#]],
    );
}

#[test]
fn static_async_and_threads() {
    check_refused(
        r#"fn f(x: f64) -> f64 { static K: f64 = 1.0; async { x }; std::thread::spawn(move || 1); x }"#,
        expect![[r#"
            a `static` inside a differentiated function would exist once per companion
            = help: move it out of the function, or make it a `const`
            an `async` block cannot be differentiated
            = help: compute the value in a plain function and call it from the `async` code
            threads cannot be differentiated
            = help: compute in one thread, and run whole gradients in parallel outside"#]],
    );
}

#[test]
fn trait_object() {
    check_refused(
        r#"fn f(x: f64) -> f64 { let b: Box<dyn Fn(f64) -> f64> = Box::new(|y| y); b(x) }"#,
        expect![[r#"
            a trait object hides what has to be differentiated
            = help: use a generic parameter or an enum"#]],
    );
}

#[test]
fn methods_of_memory() {
    check_refused(
        r#"fn f(x: &mut [f64]) { for v in x.iter_mut() { *v *= 2.0; } x.swap(0, 1); x.sort_by(|a, b| a.total_cmp(b)); }"#,
        expect![[r#"
            `swap` of memory that carries a gradient is not differentiated yet
            = help: read and write its elements by index
            `sort_by` of memory that carries a gradient is not differentiated yet
            = help: read and write its elements by index"#]],
    );
}

#[test]
fn four_mistakes() {
    check_refused(
        r#"fn f(x: f64) -> f64 { let y = x.to_bits(); let z = x.classify(); my!(x); y + x.foo() }"#,
        expect![[r#"
            `to_bits` of a value that carries a gradient has no derivative
            = help: stop the gradient with `detach(x).to_bits()` or mark the statement `#[no_grad]`
            `classify` of a value that carries a gradient has no derivative
            = help: stop the gradient with `detach(x).classify()` or mark the statement `#[no_grad]`
            `my!` is not known, and values that carry a gradient are given to it
            = help: write out what it does, or pass it `detach(x)`"#]],
    );
}

#[test]
fn option_of_an_active_value() {
    check_refused(
        r#"fn f(x: f64) -> f64 { let o = Some(x); if let Some(y) = o { y } else { 0.0 } }"#,
        expect![[r#"
            `Some` around a value that carries a gradient is not differentiated yet
            = help: use a tuple, an array or separate variables"#]],
    );
}

#[test]
fn gradient_lost_in_an_unknown_constant() {
    check_refused(
        r#"fn f(x: f64) -> f64 { let mut g = G; g += x; g }"#,
        expect![[r#"
            `g` is not known to hold floats, and gets a value that carries a gradient
            = help: annotate it (`let mut g: f64 = …`), or mark its `let` with `#[no_grad]`"#]],
    );
}

#[test]
fn await_() {
    check_refused(
        r#"fn f(x: f64) -> f64 { let y = x.await; y }"#,
        expect![[r#"
            `await` cannot be differentiated
            = help: await the value first and pass it in"#]],
    );
}

#[test]
fn push_to_a_parameter() {
    check_refused(
        r#"fn f(x: f64, a: &mut Vec<f64>) -> f64 { a[0] = x; let n = { a[1] += 1.0; a.len() }; let v = a[n - 1]; a.push(x); v }"#,
        expect![[r#"
            `push` of memory that carries a gradient is not differentiated yet
            = help: read and write its elements by index"#]],
    );
}

#[test]
fn pattern_over_an_unknown_type() {
    check_refused(
        r#"fn f(x: f64, kind: Kind) -> f64 { match kind { Kind::A => x, Kind::B(n) => x * n as f64, Kind::C { scale, .. } if scale > 1 => x * scale as f64, _ => panic!("no {kind:?}") } }"#,
        expect![[r#"
            a pattern of this form over a value that carries a gradient is not differentiated yet
            = help: bind the value to a name, or mark what is matched with `#[no_grad]` if it holds no floats"#]],
    );
}
