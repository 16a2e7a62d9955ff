//! What looks like a type error of the user's. rustc reports it on the function itself; code made of it would add errors of
//! its own. So nothing is made of it, and a message appears only if rustc finds nothing wrong.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{BinOp, Expr};

use super::facts::through;
use super::tree::Tree;
use super::{exits, operators, Lower};
use crate::ir::{Float, Operand, Path, PlaceKind, Type, Wrapper};

impl Lower<'_> {
    /// `a op b` of types that no operator of std takes.
    pub(super) fn doubts_operator(&self, op: &BinOp, left: &Type, right: &Type) -> bool {
        let compared = operators::is_comparison(op);
        let generic = |ty: &Type| matches!(through(ty.clone()), Type::Float(Float::Param(_)));
        let discrete = |ty: &Type| matches!(through(ty.clone()), Type::Int | Type::Bool | Type::Unit);
        if (generic(left) && discrete(right) || discrete(left) && generic(right)) && !self.signature.generics.operators
        {
            self.cx.leave_to_rustc();
            return true;
        }
        if !left.clashes_with(right) && (compared || ![left, right].into_iter().any(is_memory)) {
            return false;
        }
        let symbol = quote::ToTokens::to_token_stream(op).to_string();
        self.doubt_at(op.span(), format!("`{symbol}` between {} and {}", shown(left), shown(right)));
        true
    }

    /// A value of a type where another one is expected.
    pub(super) fn doubts_value(&self, value: &Tree, expected: &Type, span: Span) -> bool {
        if matches!(value, Tree::Error | Tree::Never | Tree::Unset) {
            return false;
        }
        self.doubts_type(&self.tree_type(value), expected, span)
    }

    pub(super) fn doubts_type(&self, found: &Type, expected: &Type, span: Span) -> bool {
        let doubtful = found.clashes_with(expected);
        if doubtful {
            self.doubt_at(span, format!("{} where {} is expected", shown(found), shown(expected)));
        }
        doubtful
    }

    /// A write through a shared reference.
    pub(super) fn doubts_write(&self, path: &Path, span: Span) -> bool {
        let shared = self.function.place_data(path.root).kind == PlaceKind::Shared;
        if shared {
            self.doubt_at(span, "a write through a shared reference".to_owned());
        }
        shared
    }

    /// A loop over something that is no sequence.
    pub(super) fn doubts_iterated(&self, expr: &Expr) -> bool {
        let ty = through(self.type_of(expr));
        let single = match ty {
            Type::Float(_) | Type::Int | Type::Bool | Type::Unit | Type::Tuple(_) => true,
            Type::Array(..)
            | Type::Slice(_)
            | Type::Vec(_)
            | Type::Ref(_)
            | Type::Wrapped(..)
            | Type::Unknown(_)
            | Type::Inactive => false,
        };
        if single {
            self.cx.leave_to_rustc();
        }
        single
    }

    /// `x[i]` of something that is no memory.
    pub(super) fn doubts_indexed(&self, base: &Tree, span: Span) -> bool {
        let ty = through(self.tree_type(base));
        let scalar = match ty {
            Type::Float(Float::Param(_)) => false,
            Type::Float(_) | Type::Int | Type::Bool | Type::Unit | Type::Tuple(_) | Type::Wrapped(..) => true,
            Type::Array(..) | Type::Slice(_) | Type::Vec(_) | Type::Ref(_) | Type::Unknown(_) | Type::Inactive => false,
        };
        if scalar {
            self.doubt_at(span, format!("an index into {}", shown(&ty)));
        }
        scalar
    }

    /// An index that is a variable of another integer type than `usize`, as the user declared it. rustc says so.
    pub(super) fn doubts_width(&self, base: &Tree, index: &Expr) -> bool {
        if !is_memory(&self.tree_type(base)) {
            return false;
        }
        const OTHERS: &[&str] = &["u8", "u16", "u32", "u64", "u128", "i8", "i16", "i32", "i64", "i128", "isize"];
        // Any other name may be another name of `usize`.
        let wrong = self.declared_type(index).is_some_and(|ty| OTHERS.iter().any(|other| ty.is_ident(other)));
        if wrong {
            self.cx.leave_to_rustc();
        }
        wrong
    }

    /// The integer type that the user wrote for a variable.
    fn declared_type(&self, expr: &Expr) -> Option<syn::Path> {
        let Expr::Path(path) = expr else { return None };
        let id = self.env.lookup(&super::scan::local_name(path)?.to_string())?;
        let Tree::Leaf(Operand::Value(value)) = self.env.tree(id) else { return None };
        let data = self.function.value_data(*value);
        if !matches!(data.ty, Type::Int) {
            return None;
        }
        let declared = match &data.annotation {
            Some(annotation) => syn::parse2(annotation.clone()).ok()?,
            None => self.signature.params.iter().find(|param| param.ident == data.ident)?.ty.clone(),
        };
        match declared {
            syn::Type::Path(ty) if ty.qself.is_none() => Some(ty.path),
            _ => None,
        }
    }

    /// An operand that must not be a float: a condition, an index, an integer exponent.
    pub(super) fn doubts_discrete(&self, operand: &Operand, expected: &Type, span: Span) -> bool {
        self.doubts_type(&self.function.operand_type(operand), expected, span)
    }

    /// `x.method(…)` of a float, where the method is none of std's or gets another number of arguments.
    pub(super) fn doubt_method(&self, call: &syn::ExprMethodCall) {
        let (name, receiver) = (&call.method, crate::signature::readable(&call.receiver));
        self.cx.doubt_at(
            name.span(),
            format!("the method `{name}` of a value that carries a gradient is not known"),
            format!("write it as a function with `#[differentiable]`, or stop the gradient with `detach({receiver})`"),
        );
    }

    /// Something that rustc is known to reject, or that a later version of the macro may take.
    pub(super) fn doubt_at(&self, span: Span, what: String) {
        self.cx.doubt_at(
            span,
            format!("{what} is not differentiated"),
            "write it as simpler statements, one operation each",
        );
    }
}

/// The last expression of a block, where errors about its value belong.
pub(super) fn tail_span(block: &syn::Block) -> Option<Span> {
    match block.stmts.last()? {
        syn::Stmt::Expr(Expr::Block(inner), None) if inner.label.is_none() => tail_span(&inner.block),
        syn::Stmt::Expr(tail, None) => Some(super::refusals::span_of(tail)),
        _ => None,
    }
}

/// Whether control reaches the end of the block, and the block has no value there, whatever its types are.
pub(super) fn is_valueless(block: &syn::Block) -> bool {
    ends_in_open_if(block) || (ends_in_statement(block) && !exits::leaves_block(block))
}

/// Whether the value of the block is that of an `if` without `else`, which has none.
fn ends_in_open_if(block: &syn::Block) -> bool {
    match block.stmts.last() {
        Some(syn::Stmt::Expr(Expr::If(branch), None)) => match &branch.else_branch {
            None => true,
            Some((_, otherwise)) => match &**otherwise {
                Expr::Block(inner) => ends_in_open_if(&inner.block),
                Expr::If(_) => ends_in_open_if(&syn::Block {
                    brace_token: block.brace_token,
                    stmts: vec![syn::Stmt::Expr((**otherwise).clone(), None)],
                }),
                _ => false,
            },
        },
        _ => false,
    }
}

/// Whether the block ends in a statement after which control goes on, so that it has no value.
fn ends_in_statement(block: &syn::Block) -> bool {
    match block.stmts.last() {
        None | Some(syn::Stmt::Local(_) | syn::Stmt::Item(_)) => true,
        Some(syn::Stmt::Expr(expr, Some(_))) => match expr {
            Expr::MethodCall(call) => super::methods::is_float_function(&call.method.to_string()),
            Expr::Assign(_) | Expr::Binary(_) | Expr::Unary(_) | Expr::Path(_) | Expr::Lit(_) | Expr::Index(_) => true,
            _ => false,
        },
        Some(syn::Stmt::Expr(_, None) | syn::Stmt::Macro(_)) => false,
    }
}

fn is_memory(ty: &Type) -> bool {
    matches!(through(ty.clone()), Type::Array(..) | Type::Slice(_) | Type::Vec(_) | Type::Tuple(_))
}

fn shown(ty: &Type) -> &'static str {
    match through(ty.clone()) {
        Type::Float(Float::F64) => "an `f64`",
        Type::Float(Float::F32) => "an `f32`",
        Type::Float(_) => "a float",
        Type::Int => "an integer",
        Type::Bool => "a `bool`",
        Type::Unit => "`()`",
        Type::Tuple(_) => "a tuple",
        Type::Array(..) => "an array",
        Type::Slice(_) => "a slice",
        Type::Vec(_) => "a `Vec`",
        Type::Wrapped(Wrapper::Option, _) => "an `Option`",
        Type::Wrapped(Wrapper::Result, _) => "a `Result`",
        Type::Ref(_) | Type::Unknown(_) | Type::Inactive => "a value",
    }
}
