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
fn await_() {
    check_refused(
        r#"fn f(x: f64) -> f64 { let y = x.await; y }"#,
        expect![[r#"
            `await` cannot be differentiated
            = help: await the value first and pass it in"#]],
    );
}
