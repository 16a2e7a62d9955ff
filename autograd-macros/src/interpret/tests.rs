use super::{Data, Forms, Interpreter, Program};
use crate::ir::{sample, verify};
use crate::reverse::Differentiated;

/// A program of one function, in the form that the sample has.
fn program(name: &str, sample: Differentiated) -> Program {
    let mut program = Program::default();
    add(&mut program, name, sample);
    program
}

fn add(program: &mut Program, name: &str, sample: Differentiated) {
    verify::function(&sample.function);
    verify::differentiated(&sample);
    let primal = sample.function.clone();
    let (joint, split) = if sample.joint { (Some(sample), None) } else { (None, Some(sample)) };
    program.insert(name, Forms { primal, joint, split });
}

fn float(value: f64) -> Data {
    Data::Float(value)
}

#[test]
fn straight_line_code() {
    let program = program("f", sample::straight());
    let interpreter = Interpreter::new(&program);
    let (x, y) = (0.7_f64, -1.3);
    let mut args = [float(x), float(y)];
    assert_eq!(interpreter.primal("f", &mut args), float(x * y + x.sin()));
    let mut shadows = [float(10.0), float(0.0)];
    assert_eq!(interpreter.joint("f", &mut args, &mut shadows, &float(1.0)), float(x * y + x.sin()));
    assert_eq!(shadows, [float(10.0 + (x.cos() + y)), float(x)]);
}

#[test]
fn a_pullback_of_a_loop_runs_many_times() {
    let program = program("f", sample::product());
    let interpreter = Interpreter::new(&program);
    let mut args = [Data::floats(&[2.0, 3.0, 5.0]), float(0.5)];
    assert_eq!(interpreter.primal("f", &mut args), float(15.0));
    let (result, pullback) = interpreter.split("f", &mut args);
    assert_eq!(result, float(15.0));
    let mut shadows = [Data::floats(&[0.0, 100.0, 0.0]), float(0.0)];
    interpreter.pull(&pullback, &mut args, &mut shadows, &float(1.0));
    assert_eq!(shadows, [Data::floats(&[7.5, 105.0, 3.0]), float(30.0)]);
    interpreter.pull(&pullback, &mut args, &mut shadows, &float(2.0));
    assert_eq!(shadows, [Data::floats(&[22.5, 115.0, 9.0]), float(90.0)]);
}

#[test]
fn both_sides_of_a_branch_write_memory() {
    let program = program("f", sample::store());
    let interpreter = Interpreter::new(&program);
    let mut args = [Data::floats(&[3.0, 4.0]), float(1.0)];
    let mut shadows = [Data::floats(&[1.0, 10.0]), float(0.0)];
    assert_eq!(interpreter.joint("f", &mut args, &mut shadows, &Data::Unit), Data::Unit);
    assert_eq!(args[0], Data::floats(&[9.0, 4.0]));
    assert_eq!(shadows, [Data::floats(&[6.0, 10.0]), float(0.0)]);

    let mut args = [Data::floats(&[3.0, 4.0]), float(-1.0)];
    let mut shadows = [Data::floats(&[1.0, 10.0]), float(0.0)];
    interpreter.joint("f", &mut args, &mut shadows, &Data::Unit);
    assert_eq!(args[0], Data::floats(&[3.0, -1.0]));
    assert_eq!(shadows, [Data::floats(&[1.0, 0.0]), float(10.0)]);
}

#[test]
fn calls_keep_their_pullbacks() {
    let mut program = program("f", sample::caller());
    add(&mut program, "product", sample::product());
    let interpreter = Interpreter::new(&program);
    let mut args = [Data::floats(&[2.0, 3.0]), float(0.5)];
    // y = a₀ a₁ x · x³, so d[x] = 4 a₀ a₁ x³ and d[a₀] = a₁ x⁴.
    assert_eq!(interpreter.primal("f", &mut args), float(6.0 * 0.0625));
    let mut shadows = [Data::floats(&[0.0, 0.0]), float(0.0)];
    assert_eq!(interpreter.joint("f", &mut args, &mut shadows, &float(1.0)), float(6.0 * 0.0625));
    assert_eq!(shadows, [Data::floats(&[3.0 * 0.0625, 2.0 * 0.0625]), float(24.0 * 0.125)]);
}

mod opaque {
    use proc_macro2::{Ident, Span, TokenStream};

    use crate::interpret::{Data, Forms, Interpreter, Program};
    use crate::ir::{Expr, Function, Opaque, Param, PlaceKind, Shape, Type};

    /// Evaluates code over `k = 7`, `x = 2.5`, `a = [10, 20, 30]`.
    #[track_caller]
    fn check(code: &str, expected: Data) {
        let ident = |name: &str| Ident::new(name, Span::call_site());
        let mut function = Function::new();
        let k = function.value(ident("k"), Type::Int);
        let x = function.value(ident("x"), Type::Inactive);
        let y = function.value(ident("y"), Type::Inactive);
        let a = function.place(ident("a"), Type::Array(Box::new(Type::Int), TokenStream::new()), PlaceKind::Owned);
        function.params = [Shape::Value(k), Shape::Value(x), Shape::Place(a)].map(|shape| Param { shape }).to_vec();
        function.output = Shape::Value(y);
        let code = code.parse().expect("the test's code is Rust");
        let opaque = Opaque { code, uses: vec![k, x], places: vec![a], cheap: false };
        function.body.push_let(Span::call_site(), y, Expr::Opaque(opaque));
        function.body.yields.push(y.into());
        let mut program = Program::default();
        program.insert("f", Forms { primal: function, joint: None, split: None });
        let list = Data::List([10, 20, 30].map(Data::Int).to_vec());
        let found = Interpreter::new(&program).primal("f", &mut [Data::Int(7), Data::Float(2.5), list]);
        assert_eq!(found, expected);
    }

    #[test]
    fn integers() {
        check("(k * 3 + 1) % 5", Data::Int(2));
        check("k.min(3).pow(2) + usize::max(k, 9)", Data::Int(18));
        check("a[k % 3] + a.len()", Data::Int(23));
        check("{ let j = k / 2; j - 1 }", Data::Int(2));
        check("if k > 3 && k != 8 { k } else { 0 }", Data::Int(7));
        check("match k % 4 { 0 => 5, 1 | 2 => 6, n if n > 9 => 8, other => other + 10 }", Data::Int(13));
        check("(x * 1.5) as usize", Data::Int(3));
        check("-300.7 as i8", Data::Int(-128));
        check("k.wrapping_mul(6364136223846793005)", Data::Int(44548953566927551035 % (1 << 64)));
        check("a[1..].len()", Data::Int(2));
        check("{ a[2] = 5; a[2] += k; a[2] }", Data::Int(12));
    }

    #[test]
    fn booleans() {
        check("matches!(k, 1..=7)", Data::Bool(true));
        check("matches!(k, 1..7 | 9)", Data::Bool(false));
        check("(3..8).contains(&k) || x.is_nan()", Data::Bool(true));
        check("x < 2.0", Data::Bool(false));
        check("if let 5..=6 = k { true } else { false }", Data::Bool(false));
        check("{ assert!(k == 7, \"k is {}\", k); !(x > 2.0) }", Data::Bool(false));
    }
}
