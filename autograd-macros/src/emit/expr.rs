//! Expressions, with the parentheses that they need and no others.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, ToTokens};

use crate::ir::{AggregateKind, Binary, Const, Expr, Float, Operand, Path, Type, Unary, Value, Wrapper};

use super::located::{borrowed, located, name_of, parenthesized};
use super::Emitter;

/// Tokens and how tightly they bind.
#[derive(Clone)]
pub(super) struct Code {
    pub(super) tokens: TokenStream,
    pub(super) level: Level,
    /// How many operations it is made of, for those that grow with what is written into them.
    pub(super) size: usize,
}

/// Binding strength, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Level {
    /// A block, a range, a closure: always in parentheses.
    Loose,
    Or,
    And,
    Compare,
    Sum,
    Product,
    Cast,
    Prefix,
    /// A name, a literal, a call: never in parentheses.
    Tight,
}

impl Code {
    pub(super) fn new(level: Level, tokens: TokenStream) -> Self {
        Code { tokens, level, size: 1 }
    }

    /// Made of parts of these sizes.
    fn sized(self, parts: usize) -> Self {
        Code { size: self.size + parts, ..self }
    }

    /// In parentheses unless it binds at least as tightly as `level`.
    pub(super) fn at(self, level: Level) -> TokenStream {
        if self.level >= level {
            self.tokens
        } else {
            let tokens = self.tokens;
            quote!((#tokens))
        }
    }
}

impl Emitter<'_> {
    pub(super) fn operand(&mut self, operand: &Operand) -> Code {
        match operand {
            Operand::Value(value) => self.value(*value),
            Operand::Const(constant) => self.constant(constant, false),
        }
    }

    /// An operand as a self-contained expression.
    pub(super) fn operand_tokens(&mut self, operand: &Operand) -> TokenStream {
        self.operand(operand).tokens
    }

    /// An operand that decides the type of a variable, or on which a method is called: literals get their suffix.
    pub(super) fn typed(&mut self, operand: &Operand) -> Code {
        match operand {
            Operand::Value(value) => self.value(*value),
            Operand::Const(constant) => self.constant(constant, true),
        }
    }

    /// An operand that is handed over: cloned if it is used elsewhere and might not be `Copy`.
    pub(super) fn owned(&mut self, operand: &Operand) -> TokenStream {
        let ty = self.function.operand_type(operand);
        let shared = operand.as_value().is_some_and(|value| self.use_count(value) > 1);
        let code = self.operand(operand);
        if shared && !is_copy(&ty) {
            self.cloned(code).tokens
        } else {
            code.tokens
        }
    }

    /// A copy, of the very type that the code has: a method would look through references. Names of std are written out,
    /// because the user's crate may go without the prelude.
    pub(super) fn cloned(&self, code: Code) -> Code {
        let x = code.at(Level::Prefix);
        let clone = located(quote!(::core::clone::Clone::clone), self.span);
        // The borrow belongs to what is borrowed, so that rustc reports what is wrong with that once.
        let first = x.clone().into_iter().next().map_or(self.span, |token| token.span());
        let borrow = located(quote!(&), first);
        let args = parenthesized(quote!(#borrow #x), self.span);
        Code::new(Level::Tight, quote!(#clone #args))
    }

    fn value(&mut self, value: Value) -> Code {
        match self.pending.remove(&value) {
            Some(pending) => pending.code,
            None => Code::new(Level::Tight, self.ident(value).into_token_stream()),
        }
    }

    fn constant(&self, constant: &Const, suffix: bool) -> Code {
        match constant {
            Const::Float { value, ty: Float::Literal } if suffix => {
                self.float(*value, self.float.as_ref().unwrap_or(&Float::Literal), suffix)
            }
            Const::Float { value, ty } => self.float(*value, ty, suffix),
            Const::Bool(value) => Code::new(Level::Tight, quote!(#value)),
            Const::Int { value, suffix } => {
                let text = format!("{}{}", value.unsigned_abs(), suffix.as_deref().unwrap_or_default());
                let literal: TokenStream =
                    text.parse().unwrap_or_else(|_| Literal::i128_unsuffixed(*value).into_token_stream());
                negated(*value < 0, literal)
            }
            Const::Unit => Code::new(Level::Tight, quote!(())),
        }
    }

    fn float(&self, value: f64, ty: &Float, suffix: bool) -> Code {
        let private = &self.private;
        if let Float::Param(param) = ty {
            let tokens = if value == 0.0 && value.is_sign_positive() {
                quote!(<#param as #private::Real>::zero())
            } else if value == 1.0 {
                quote!(<#param as #private::Real>::one())
            } else {
                let literal = self.float(value, &Float::F64, false).tokens;
                quote!(<#param as #private::Real>::from_f64(#literal))
            };
            return Code::new(Level::Tight, tokens);
        }
        let name = match ty {
            Float::F32 => Some(quote!(f32)),
            Float::F64 => Some(quote!(f64)),
            Float::Literal | Float::Param(_) => None,
        };
        if !value.is_finite() {
            let name = name.unwrap_or_else(|| quote!(f64));
            let constant = match (value.is_nan(), value > 0.0) {
                (true, _) => quote!(NAN),
                (false, true) => quote!(INFINITY),
                (false, false) => quote!(NEG_INFINITY),
            };
            return Code::new(Level::Tight, quote!(::core::primitive::#name::#constant));
        }
        let suffix = match (ty, suffix) {
            (Float::F64, true) => "_f64",
            (Float::F32, true) => "_f32",
            (Float::F64 | Float::F32 | Float::Literal | Float::Param(_), _) => "",
        };
        // `{:?}` prints the shortest text that reads back as the same number.
        let text = format!("{:?}{suffix}", value.abs());
        let literal: TokenStream = text.parse().expect("a float prints as a literal");
        negated(value.is_sign_negative(), literal)
    }

    pub(super) fn expr(&mut self, expr: &Expr) -> Code {
        let private = self.private.clone();
        match expr {
            Expr::Copy(operand) => {
                let shared = operand.as_value().is_some();
                if shared {
                    let tokens = self.owned(operand);
                    Code::new(Level::Tight, tokens)
                } else {
                    self.typed(operand)
                }
            }
            Expr::Detach(operand) => self.typed(operand),
            Expr::Borrow(operand) => {
                let x = self.typed(operand).at(Level::Prefix);
                Code::new(Level::Prefix, quote!(&#x))
            }
            Expr::Unary(op, x) => {
                let x = self.arithmetic_operand(x, true);
                let (size, x) = (x.size, x.at(Level::Prefix));
                let tokens = match op {
                    Unary::Neg => quote!(-#x),
                    Unary::Not => quote!(!#x),
                };
                Code::new(Level::Prefix, tokens).sized(size)
            }
            Expr::Binary(op, a, b) => self.binary(*op, a, b),
            Expr::Function(name, args) => self.function_call(name, args),
            Expr::Cast(operand, _, target) => {
                let x = self.typed(operand).at(Level::Cast);
                Code::new(Level::Cast, quote!(#x as #target))
            }
            Expr::Load(path) => self.load(path),
            Expr::Aggregate(kind, items) => {
                let items: Vec<TokenStream> = items.iter().map(|item| self.owned(item)).collect();
                Code::new(Level::Tight, self.aggregate(*kind, &items))
            }
            Expr::Project(operand, index) => {
                let x = self.operand(operand).at(Level::Tight);
                let index = Literal::u32_unsuffixed(*index);
                Code::new(Level::Tight, quote!(#x.#index))
            }
            Expr::Opaque(code) => Code::new(Level::Loose, code.code.clone()),
            Expr::Move(place) => Code::new(Level::Tight, self.function.place_data(*place).ident.to_token_stream()),
            Expr::Helper(name, args) => self.helper(name, args),
            Expr::ZeroOf(operand) => {
                let x = self.operand(operand).tokens;
                let span = match self.function.operand_type(operand) {
                    Type::Unknown(Some(ty)) => name_of(&ty),
                    _ => self.span,
                };
                let zero = located(quote!(#private::Differentiable::zero_tangent), span);
                let args = parenthesized(borrowed(x, span), span);
                Code::new(Level::Tight, quote!(#zero #args))
            }
        }
    }

    pub(super) fn aggregate(&self, kind: AggregateKind, items: &[TokenStream]) -> TokenStream {
        let private = &self.private;
        match kind {
            AggregateKind::Tuple if items.len() == 1 => quote!((#(#items)*,)),
            AggregateKind::Tuple => quote!((#(#items),*)),
            AggregateKind::Array => quote!([#(#items),*]),
            AggregateKind::Vec => quote!(#private::vec![#(#items),*]),
        }
    }

    pub(super) fn zero_of_path(&mut self, path: &Path) -> TokenStream {
        let private = self.private.clone();
        let span = self.root(path.root).span();
        let path = self.place_ref(path, false);
        let zero = located(quote!(#private::Differentiable::zero_tangent), span);
        let args = parenthesized(path, span);
        quote!(#zero #args)
    }

    fn binary(&mut self, op: Binary, a: &Operand, b: &Operand) -> Code {
        let (symbol, level, right) = match op {
            Binary::Add => (quote!(+), Level::Sum, Level::Product),
            Binary::Sub => (quote!(-), Level::Sum, Level::Product),
            Binary::Mul => (quote!(*), Level::Product, Level::Cast),
            Binary::Div => (quote!(/), Level::Product, Level::Cast),
            Binary::Rem => (quote!(%), Level::Product, Level::Cast),
            Binary::Lt => (quote!(<), Level::Compare, Level::Sum),
            Binary::Le => (quote!(<=), Level::Compare, Level::Sum),
            Binary::Gt => (quote!(>), Level::Compare, Level::Sum),
            Binary::Ge => (quote!(>=), Level::Compare, Level::Sum),
            Binary::Eq => (quote!(==), Level::Compare, Level::Sum),
            Binary::Ne => (quote!(!=), Level::Compare, Level::Sum),
            Binary::And => (quote!(&&), Level::And, Level::Compare),
            Binary::Or => (quote!(||), Level::Or, Level::And),
        };
        let left = if level == Level::Compare { Level::Sum } else { level };
        let constants = matches!((a, b), (Operand::Const(_), Operand::Const(_)));
        let a = self.arithmetic_operand(a, constants);
        let b = self.arithmetic_operand(b, false);
        let size = a.size + b.size;
        let a = if a.ends_in_type() && matches!(op, Binary::Lt) { a.at(Level::Tight) } else { a.at(left) };
        let b = b.at(right);
        let symbol = located(symbol, self.span);
        Code::new(level, quote!(#a #symbol #b)).sized(size)
    }

    /// Operands of types that might not be `Copy` are cloned, because the backward part reads them again.
    fn arithmetic_operand(&mut self, operand: &Operand, typed: bool) -> Code {
        let ty = self.function.operand_type(operand);
        let shared = operand.as_value().is_some_and(|value| self.use_count(value) > 1);
        if shared && !is_copy(&ty) {
            let x = self.operand(operand);
            return self.cloned(x);
        }
        if typed {
            self.typed(operand)
        } else {
            self.operand(operand)
        }
    }

    fn function_call(&mut self, name: &str, args: &[Operand]) -> Code {
        let unknown = !self.function.operand_type(&args[0]).is_float();
        let receiver = self.typed(&args[0]);
        let mut size = receiver.size;
        let receiver = if unknown {
            // A method of this name on another type has another derivative: rustc refuses it here.
            let (private, receiver) = (&self.private, receiver.tokens);
            quote!(#private::float(#receiver))
        } else {
            receiver.at(Level::Tight)
        };
        let mut rest = Vec::new();
        for arg in &args[1..] {
            let arg = self.operand(arg);
            size += arg.size;
            rest.push(arg.tokens);
        }
        let name = format_ident!("{name}");
        Code::new(Level::Tight, quote!(#receiver.#name(#(#rest),*))).sized(size)
    }

    /// A function of the runtime. Rule traits take their arguments by reference.
    fn helper(&mut self, name: &str, args: &[Operand]) -> Code {
        if let ([a, b, d_y], Some((operands, adjoint))) = (args, operands(name)) {
            return self.operator_adjoint(operands, adjoint, [a, b, d_y]);
        }
        let private = self.private.clone();
        let by_reference = name.starts_with(|letter: char| letter.is_uppercase());
        let args: Vec<TokenStream> = args
            .iter()
            .map(|arg| {
                if by_reference {
                    let arg = self.operand(arg).at(Level::Tight);
                    borrowed(arg, self.span)
                } else {
                    self.owned(arg)
                }
            })
            .collect();
        let path: TokenStream = name.parse().expect("names of helpers are paths");
        let path = located(quote!(#private::#path), self.span);
        let args = parenthesized(quote!(#(#args),*), self.span);
        Code::new(Level::Tight, quote!(#path #args))
    }

    /// `Product(&a, &b).d_a(&d_y)`
    fn operator_adjoint(&mut self, operands: &str, adjoint: &str, args: [&Operand; 3]) -> Code {
        let (private, span) = (self.private.clone(), self.span);
        let [a, b, d_y] = args.map(|arg| {
            let arg = self.operand(arg).at(Level::Tight);
            borrowed(arg, span)
        });
        let (operands, adjoint) = (format_ident!("{operands}"), format_ident!("{adjoint}", span = span));
        let made = located(quote!(#private::#operands), span);
        let (operands, adjoint_of) = (parenthesized(quote!(#a, #b), span), parenthesized(d_y, span));
        let dot = located(quote!(.), span);
        Code::new(Level::Tight, quote!(#made #operands #dot #adjoint #adjoint_of))
    }

    fn load(&mut self, path: &Path) -> Code {
        let Some(mode) = self.mode(path.root) else { return self.plain_load(path) };
        let private = self.private.clone();
        let root = self.root(path.root);
        let off = self.zero_of_primal(path);
        let read = self.plain_load(path).tokens;
        Code::new(Level::Tight, quote!(<#mode as #private::Mode>::read(&mut #root, || #off, |#root| #read)))
    }

    /// The adjoint that a path on a shadow would have if there were one.
    pub(super) fn zero_of_primal(&mut self, path: &Path) -> TokenStream {
        match self.path_type(path) {
            Type::Float(float) => self.typed(&Operand::float(0.0, float)).tokens,
            _ => {
                let private = self.private.clone();
                let primal = self.primal_ref(path);
                quote!(#private::Differentiable::zero_tangent(#primal))
            }
        }
    }

    fn plain_load(&mut self, path: &Path) -> Code {
        let ty = self.path_type(path);
        if self.may_be_absent(path) {
            let private = self.private.clone();
            let part = self.place_ref(path, true);
            let primal = self.primal_ref(path);
            return Code::new(Level::Tight, quote!(#private::PartShadow::read(#part, #primal)));
        }
        let read = self.place_expr(path);
        match ty {
            Type::Float(_) | Type::Int | Type::Bool | Type::Unit => read,
            Type::Slice(_) => {
                let read = read.at(Level::Tight);
                Code::new(Level::Tight, quote!(#read.to_vec()))
            }
            Type::Tuple(_)
            | Type::Array(..)
            | Type::Vec(_)
            | Type::Ref(_)
            | Type::Wrapped(..)
            | Type::Unknown(_)
            | Type::Inactive => self.cloned(read),
        }
    }
}

/// What the runtime calls the operands of a rule's operator, and which of their adjoints the helper is.
fn operands(helper: &str) -> Option<(&'static str, &str)> {
    let (rule, adjoint) = helper.split_once("::")?;
    let operands = match rule {
        "AddRule" => "Sum",
        "SubRule" => "Difference",
        "MulRule" => "Product",
        "DivRule" => "Quotient",
        "RemRule" => "Remainder",
        _ => return None,
    };
    Some((operands, adjoint))
}

impl Code {
    /// `x as f64 < y` does not parse.
    fn ends_in_type(&self) -> bool {
        self.level == Level::Cast
    }
}

/// Whether values of the type are certainly `Copy`.
pub(super) fn is_copy(ty: &Type) -> bool {
    match ty {
        Type::Float(_) | Type::Int | Type::Bool | Type::Unit => true,
        Type::Tuple(items) => items.iter().all(is_copy),
        Type::Array(item, _) => is_copy(item),
        Type::Ref(_) => true,
        Type::Wrapped(Wrapper::Option, item) => is_copy(item),
        // An error may be anything.
        Type::Wrapped(Wrapper::Result, _) => false,
        Type::Slice(_) | Type::Vec(_) | Type::Unknown(_) | Type::Inactive => false,
    }
}

fn negated(negative: bool, literal: TokenStream) -> Code {
    if negative {
        Code::new(Level::Prefix, quote!(-#literal))
    } else {
        Code::new(Level::Tight, literal)
    }
}
