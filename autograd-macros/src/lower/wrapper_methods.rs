//! Methods of `Option` and `Result`: branches on whether something is there.

use proc_macro2::{Ident, Span};
use quote::quote;
use syn::{Expr, ExprMethodCall};

use super::rename::Rename;
use super::scan;
use super::tree::{Fault, Tree, Wrapped};
use super::{refusals, Lower, Reach};
use crate::ir::{Expr as IrExpr, Float, Opaque, Operand, StmtKind, Type, Unary, Wrapper};

const OPTION_ONLY: &[&str] = &[
    "is_some",
    "is_none",
    "is_some_and",
    "is_none_or",
    "ok_or",
    "ok_or_else",
    "filter",
    "zip",
    "take",
    "replace",
    "insert",
    "get_or_insert",
    "get_or_insert_with",
    "xor",
    "unzip",
];
const RESULT_ONLY: &[&str] = &["is_ok", "is_err", "is_ok_and", "ok", "err", "map_err", "unwrap_err", "expect_err"];
const BOTH: &[&str] = &[
    "unwrap",
    "expect",
    "unwrap_or",
    "unwrap_or_else",
    "unwrap_or_default",
    "map",
    "map_or",
    "map_or_else",
    "and_then",
    "and",
    "or",
    "or_else",
    "copied",
    "cloned",
    "as_ref",
    "as_mut",
    "as_deref",
    "as_deref_mut",
    "flatten",
    "inspect",
];

/// Whether a method of this name belongs to `Option` or `Result`.
pub(super) fn is_wrapper_method(name: &str) -> bool {
    [OPTION_ONLY, RESULT_ONLY, BOTH].iter().any(|names| names.contains(&name))
}

/// Which of the two has a method of this name.
fn owner(name: &str) -> Option<Wrapper> {
    if OPTION_ONLY.contains(&name) {
        Some(Wrapper::Option)
    } else if RESULT_ONLY.contains(&name) {
        Some(Wrapper::Result)
    } else {
        None
    }
}

impl Lower<'_> {
    /// `receiver.name(args)` where the receiver is an `Option` or a `Result`; `None` if it is something else.
    pub(super) fn wrapper_method(
        &mut self,
        call: &ExprMethodCall,
        receiver: &Tree,
        hint: Option<&Ident>,
        span: Span,
    ) -> Option<Tree> {
        let name = call.method.to_string();
        if !is_wrapper_method(&name) || !self.is_wrapping(receiver, &name) {
            return None;
        }
        if matches!(name.as_str(), "take" | "replace" | "insert" | "get_or_insert" | "get_or_insert_with") {
            return Some(self.replaced_wrapper(call, &name, receiver.clone(), span));
        }
        let wrapped = self.taken_apart(receiver.clone(), owner(&name), span);
        Some(match wrapped {
            Some(wrapped) => self.wrapper_call(call, &name, wrapped, hint, span),
            None => Tree::Error,
        })
    }

    /// `cond.then(|| e)`, `cond.then_some(e)`; `None` if the call is something else.
    pub(super) fn made_on_condition(&mut self, call: &ExprMethodCall, span: Span) -> Option<Tree> {
        let name = call.method.to_string();
        let (true, [made]) = (matches!(name.as_str(), "then" | "then_some"), &call.args.iter().collect::<Vec<_>>()[..])
        else {
            return None;
        };
        let cond = self.expr(&call.receiver, None);
        if matches!(cond, Tree::Error | Tree::Never) {
            return Some(cond);
        }
        let present = self.scalar(cond, span)?;
        let eager = if name == "then" { None } else { Some(self.expr(made, None)) };
        let callable = if name == "then" { Some(self.callable(made)?) } else { None };
        let payload = self.branch(
            span,
            present.clone(),
            None,
            &|lower| match (&callable, &eager) {
                (Some(callable), _) => lower.invoke(callable, Vec::new(), None, span),
                (None, Some(value)) => value.clone(),
                (None, None) => Tree::Error,
            },
            &|_| Tree::Never,
        );
        if matches!(payload, Tree::Error) {
            return Some(Tree::Error);
        }
        Some(Wrapped { present, payload, ..Wrapped::absent() }.into_tree())
    }

    /// Whether a receiver is an `Option` or a `Result`, as far as is known: a part of a struct that is asked for what only
    /// these have is taken for one.
    fn is_wrapping(&self, receiver: &Tree, name: &str) -> bool {
        match super::facts::through(self.tree_type(receiver)) {
            Type::Wrapped(..) => true,
            // What a method returned has rules of its own: `a.lu().solve(b).unwrap()`.
            Type::Unknown(None) if matches!((receiver, name), (Tree::Leaf(_), "unwrap" | "expect")) => false,
            Type::Unknown(None) => {
                !matches!(name, "copied" | "cloned" | "as_ref" | "as_mut" | "take" | "zip" | "insert")
            }
            Type::Float(_)
            | Type::Int
            | Type::Bool
            | Type::Unit
            | Type::Tuple(_)
            | Type::Array(..)
            | Type::Slice(_)
            | Type::Vec(_)
            | Type::Ref(_)
            | Type::Unknown(Some(_))
            | Type::Inactive => false,
        }
    }

    fn wrapper_call(
        &mut self,
        call: &ExprMethodCall,
        name: &str,
        wrapped: Wrapped,
        hint: Option<&Ident>,
        span: Span,
    ) -> Tree {
        let args: Vec<&Expr> = call.args.iter().collect();
        match (name, &args[..]) {
            ("is_some" | "is_ok", []) => Tree::Leaf(wrapped.present),
            ("is_none" | "is_err", []) => self.not(wrapped.present, span),
            ("is_some_and" | "is_ok_and", [test]) => self.tested(&wrapped, test, false, span),
            ("is_none_or", [test]) => self.tested(&wrapped, test, true, span),
            ("unwrap" | "expect", args) => self.unwrapped(&wrapped, args.first().copied(), span),
            ("unwrap_or", [other]) => {
                let other = self.expr(other, None);
                self.either(&wrapped, hint, span, &|_, payload| payload, &|_| other.clone())
            }
            ("unwrap_or_default", []) => {
                let ty = self.tree_type(&wrapped.payload);
                self.either(&wrapped, hint, span, &|_, payload| payload, &|lower| lower.default_of(&ty, span))
            }
            ("unwrap_or_else", [make]) => self.either(&wrapped, hint, span, &|_, payload| payload, &|lower| {
                lower.called_on_error(make, &wrapped, span)
            }),
            ("map_or", [other, make]) => {
                let other = self.expr(other, None);
                let Some(callable) = self.callable(make) else { return Tree::Error };
                self.either(
                    &wrapped,
                    hint,
                    span,
                    &|lower, payload| lower.invoke(&callable, vec![payload], None, span),
                    &|_| other.clone(),
                )
            }
            ("map_or_else", [other, make]) => {
                let Some(callable) = self.callable(make) else { return Tree::Error };
                self.either(
                    &wrapped,
                    hint,
                    span,
                    &|lower, payload| lower.invoke(&callable, vec![payload], None, span),
                    &|lower| lower.called_on_error(other, &wrapped, span),
                )
            }
            ("map", [make]) => {
                let Some(callable) = self.callable(make) else { return Tree::Error };
                self.mapped(wrapped, span, &|lower, payload| lower.invoke(&callable, vec![payload], None, span))
            }
            ("inspect", [look]) => {
                let Some(callable) = self.callable(look) else { return Tree::Error };
                let seen = Tree::Borrow(Box::new(wrapped.payload.clone()));
                let _: Tree = self
                    .if_present(&wrapped, span, &|lower, _| lower.invoke(&callable, vec![seen.clone()], None, span));
                wrapped.into_tree()
            }
            ("copied" | "cloned", []) => self.mapped(wrapped, span, &|lower, payload| {
                let payload = match payload {
                    Tree::Ref { path, .. } => Tree::Memory(path),
                    Tree::Borrow(inner) => *inner,
                    other => other,
                };
                lower.settle(payload, span)
            }),
            ("as_ref" | "as_deref" | "as_mut" | "as_deref_mut", []) => {
                let mutable = name.ends_with("mut");
                let payload = match wrapped.payload {
                    Tree::Memory(path) => {
                        self.function.places[path.root.0 as usize].mutable |= mutable;
                        Tree::Ref { path, mutable }
                    }
                    payload @ (Tree::Ref { .. } | Tree::Borrow(_) | Tree::Never) => payload,
                    payload => Tree::Borrow(Box::new(payload)),
                };
                Wrapped { payload, ..wrapped }.into_tree()
            }
            ("and_then", [make]) => {
                let Some(callable) = self.callable(make) else { return Tree::Error };
                let absent = self.without_payload(&wrapped, span);
                self.either(
                    &wrapped,
                    hint,
                    span,
                    &|lower, payload| lower.invoke(&callable, vec![payload], None, span),
                    &|_| absent.clone(),
                )
            }
            ("and", [other]) => {
                let other = self.expr(other, None);
                let absent = self.without_payload(&wrapped, span);
                self.either(&wrapped, hint, span, &|_, _| other.clone(), &|_| absent.clone())
            }
            ("or", [other]) => {
                let other = self.expr(other, None);
                let kind = wrapped.wrapper;
                self.either(&wrapped, hint, span, &|_, payload| Wrapped::present(kind, payload).into_tree(), &|_| {
                    other.clone()
                })
            }
            ("or_else", [make]) => {
                let kind = wrapped.wrapper;
                self.either(&wrapped, hint, span, &|_, payload| Wrapped::present(kind, payload).into_tree(), &|lower| {
                    lower.called_on_error(make, &wrapped, span)
                })
            }
            ("flatten", []) => {
                let absent = self.without_payload(&wrapped, span);
                self.either(&wrapped, hint, span, &|_, payload| payload, &|_| absent.clone())
            }
            ("filter", [test]) => {
                let kept = self.tested(&wrapped, test, false, span);
                match self.scalar(kept, span) {
                    Some(present) => Wrapped { present, ..wrapped }.into_tree(),
                    None => Tree::Error,
                }
            }
            ("zip", [other]) => {
                let other = self.expr(other, None);
                let Some(other) = self.taken_apart(other, Some(Wrapper::Option), span) else { return Tree::Error };
                let present = self.both(wrapped.present.clone(), other.present.clone(), span);
                let payload = Tree::Tuple(vec![wrapped.payload, other.payload]);
                Wrapped { present, payload, ..Wrapped::absent() }.into_tree()
            }
            ("ok_or" | "ok_or_else", [error]) => self.with_error(wrapped, error, name == "ok_or_else", span),
            ("ok", []) => Wrapped { wrapper: Wrapper::Option, fault: Fault::None, ..wrapped }.into_tree(),
            ("err", []) => {
                let fault = self.fault_operand(&wrapped.fault, span);
                Tree::Leaf(fault)
            }
            ("map_err", [make]) => self.with_mapped_error(wrapped, make, span),
            _ => {
                self.cx.refuse(
                    &call.method,
                    format!("`{name}` of an `Option` or `Result` that carries a gradient is not differentiated yet"),
                    "write it with `match`",
                );
                Tree::Error
            }
        }
    }

    /// One of two values, by whether something is there.
    fn either(
        &mut self,
        wrapped: &Wrapped,
        hint: Option<&Ident>,
        span: Span,
        there: &dyn Fn(&mut Self, Tree) -> Tree,
        instead: &dyn Fn(&mut Self) -> Tree,
    ) -> Tree {
        let present = wrapped.present.clone();
        self.branch(
            span,
            present,
            hint,
            &|lower| {
                let payload = lower.read(wrapped.payload.clone(), span, None);
                there(lower, payload)
            },
            instead,
        )
    }

    fn mapped(&mut self, wrapped: Wrapped, span: Span, make: &dyn Fn(&mut Self, Tree) -> Tree) -> Tree {
        let payload = self.if_present(&wrapped, span, &|lower, payload| {
            let payload = lower.read(payload, span, None);
            make(lower, payload)
        });
        if matches!(payload, Tree::Error) {
            return Tree::Error;
        }
        Wrapped { payload, ..wrapped }.into_tree()
    }

    /// What a predicate says of the payload; `absent` where there is none.
    fn tested(&mut self, wrapped: &Wrapped, test: &Expr, absent: bool, span: Span) -> Tree {
        let Some(callable) = self.callable(test) else { return Tree::Error };
        self.either(
            wrapped,
            None,
            span,
            &|lower, payload| lower.asks(&callable, &payload, span).map_or(Tree::Error, Tree::Leaf),
            &|_| Tree::bool(absent),
        )
    }

    /// `unwrap()`, `expect(text)`
    fn unwrapped(&mut self, wrapped: &Wrapped, text: Option<&Expr>, span: Span) -> Tree {
        if super::wrapped::is_certain(&wrapped.present) {
            return wrapped.payload.clone();
        }
        let text = text.map(|text| self.opaque(text));
        let present = wrapped.present.clone();
        self.branch(span, present, None, &|_| wrapped.payload.clone(), &|lower| {
            let mut rename = Rename::new(lower);
            let fault = rename.fault(&wrapped.fault, span);
            let mut code = rename.finish(proc_macro2::TokenStream::new());
            code.code = match (&text, fault) {
                (Some(text), None) => {
                    let text = &text.code;
                    quote!(::core::panic!("{}", #text);)
                }
                (Some(text), Some(fault)) => {
                    let text = &text.code;
                    quote!(::core::panic!("{}: {:?}", #text, #fault.unwrap());)
                }
                (None, None) => quote!(::core::panic!("called `Option::unwrap()` on a `None` value");),
                (None, Some(fault)) => {
                    quote!(::core::panic!("called `Result::unwrap()` on an `Err` value: {:?}", #fault.unwrap());)
                }
            };
            code.uses.extend(text.iter().flat_map(|text| text.uses.clone()));
            code.places.extend(text.iter().flat_map(|text| text.places.clone()));
            code.cheap = false;
            lower.region.push(span, StmtKind::Effect { code, writes: Vec::new() });
            lower.reach = Reach::Aborted;
            Tree::Never
        })
    }

    /// A closure for what to do without a payload: that of a `Result` is given the error.
    fn called_on_error(&mut self, make: &Expr, wrapped: &Wrapped, span: Span) -> Tree {
        let Some(callable) = self.callable(make) else { return Tree::Error };
        let args = match &wrapped.fault {
            Fault::None => Vec::new(),
            fault => {
                let fault = self.fault_operand(fault, span);
                let code = self.opaque_tree(&Tree::Leaf(fault));
                let tokens = &code.code;
                let code = Opaque { code: quote!(#tokens.unwrap()), cheap: false, ..code };
                vec![self.opaque_value(code, Type::Inactive, None, "error", span)]
            }
        };
        self.invoke(&callable, args, None, span)
    }

    /// The same wrapper with nothing in it.
    fn without_payload(&mut self, wrapped: &Wrapped, span: Span) -> Tree {
        match wrapped.wrapper {
            Wrapper::Option => Wrapped::absent().into_tree(),
            Wrapper::Result => {
                let fault = self.fault_operand(&wrapped.fault, span);
                self.failed(fault)
            }
        }
    }

    /// `ok_or(error)`
    fn with_error(&mut self, wrapped: Wrapped, error: &Expr, lazily: bool, span: Span) -> Tree {
        let present = self.opaque_tree(&Tree::Leaf(wrapped.present.clone()));
        let error = self.opaque(error);
        let (is_present, made) = (&present.code, &error.code);
        let made = if lazily { quote!((#made)()) } else { quote!(#made) };
        let code = quote!(if #is_present { ::core::option::Option::None } else { ::core::option::Option::Some(#made) });
        let uses = [present.uses, error.uses].concat();
        let places = [present.places, error.places].concat();
        let fault = self.opaque_value(Opaque { code, uses, places, cheap: false }, Type::Inactive, None, "error", span);
        let fault = Fault::Value(self.operand(fault, span));
        Wrapped { wrapper: Wrapper::Result, fault, ..wrapped }.into_tree()
    }

    fn with_mapped_error(&mut self, wrapped: Wrapped, make: &Expr, span: Span) -> Tree {
        let made = self.opaque(make);
        let mut rename = Rename::new(self);
        let fault = rename.fault(&wrapped.fault, span).unwrap_or(quote!(::core::option::Option::None));
        let tokens = &made.code;
        let mut code = rename.finish(quote!(#fault.map(#tokens)));
        code.uses.extend(made.uses);
        code.places.extend(made.places);
        code.cheap = false;
        let fault = self.opaque_value(code, Type::Inactive, None, "error", span);
        let fault = Fault::Value(self.operand(fault, span));
        Wrapped { fault, ..wrapped }.into_tree()
    }

    /// `Default::default()` of a payload.
    fn default_of(&mut self, ty: &Type, span: Span) -> Tree {
        match ty {
            Type::Float(float) => Tree::Leaf(Operand::float(0.0, float.clone())),
            Type::Unknown(None) => Tree::Leaf(Operand::float(0.0, Float::Literal)),
            ty => {
                let code = Opaque {
                    code: quote!(::core::default::Default::default()),
                    uses: Vec::new(),
                    places: Vec::new(),
                    cheap: false,
                };
                self.opaque_value(code, ty.clone(), None, "default", span)
            }
        }
    }

    fn not(&mut self, operand: Operand, span: Span) -> Tree {
        match operand {
            Operand::Const(crate::ir::Const::Bool(value)) => Tree::bool(!value),
            operand => self.bind_value(span, None, "absent", Type::Bool, IrExpr::Unary(Unary::Not, operand)),
        }
    }

    /// `a && b` of booleans that are there already.
    pub(super) fn both(&mut self, a: Operand, b: Operand, span: Span) -> Operand {
        let certain = |operand: &Operand| matches!(operand, Operand::Const(crate::ir::Const::Bool(true)));
        if certain(&a) {
            return b;
        }
        if certain(&b) {
            return a;
        }
        let tree = self.bind_value(span, None, "both", Type::Bool, IrExpr::Binary(crate::ir::Binary::And, a, b));
        self.operand(tree, span)
    }

    /// `take()`, `replace(x)`, `insert(x)`: what was there before, and something else in its place.
    fn replaced_wrapper(&mut self, call: &ExprMethodCall, name: &str, receiver: Tree, span: Span) -> Tree {
        let lazily = name.starts_with("get_or");
        if lazily || name == "insert" {
            self.cx.refuse(
                &call.method,
                format!("`{name}` of an `Option` that carries a gradient is not differentiated yet"),
                "write it with `if` and an assignment",
            );
            return Tree::Error;
        }
        let new = match call.args.first() {
            Some(arg) => {
                let tree = self.expr(arg, None);
                if matches!(tree, Tree::Error | Tree::Never) {
                    return tree;
                }
                let tree = self.settle(tree, refusals::span_of(arg));
                Wrapped::present(Wrapper::Option, tree).into_tree()
            }
            None => Wrapped::absent().into_tree(),
        };
        match receiver.clone().deref() {
            Tree::Memory(path) => self.exchanged(&path, new, span),
            old => {
                let variable = match &*call.receiver {
                    Expr::Path(path) => scan::local_name(path).and_then(|name| self.env.lookup(&name.to_string())),
                    _ => None,
                };
                let Some(id) = variable else { return Tree::Error };
                self.env.set(id, new);
                old
            }
        }
    }
}
