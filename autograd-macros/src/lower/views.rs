//! Methods that make views: parts of slices, as paths. Nothing is read before it is used.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Expr, ExprMethodCall};

use super::tree::{Tree, Wrapped};
use super::{refusals, Lower};
use crate::ir::{Const, Operand, Path, Step, Tokens, Type, Wrapper};

const VIEWS: &[&str] = &[
    "split_at",
    "split_at_mut",
    "split_first",
    "split_first_mut",
    "split_last",
    "split_last_mut",
    "first",
    "first_mut",
    "last",
    "last_mut",
    "get",
    "get_mut",
    "first_chunk",
    "first_chunk_mut",
    "last_chunk",
    "last_chunk_mut",
    "as_slice",
    "as_mut_slice",
    "as_ref",
    "as_mut",
    "as_array",
    "try_into",
    "deref",
    "deref_mut",
    "borrow",
    "borrow_mut",
];

impl Lower<'_> {
    /// `receiver.name(args)` where the receiver is a slice, an array or a vector and the method makes views of it; `None` if
    /// it is something else.
    pub(super) fn view_method(
        &mut self,
        call: &ExprMethodCall,
        name: &str,
        receiver: &Tree,
        span: Span,
    ) -> Option<Tree> {
        if !VIEWS.contains(&name) || !self.is_sequence(receiver, name) {
            return None;
        }
        let mutable = name.ends_with("_mut") || name == "as_mut_slice";
        let path = self.addressed(receiver.clone(), span)?;
        self.function.places[path.root.0 as usize].mutable |= mutable;
        let view = |step: Option<Step>| Tree::Ref { path: path.join(step.as_slice()), mutable };
        Some(match name {
            "as_slice" | "as_mut_slice" | "as_ref" | "as_mut" | "deref" | "deref_mut" | "borrow" | "borrow_mut" => {
                view(None)
            }
            "split_at" | "split_at_mut" => {
                let at = self.position(call.args.first()?, "mid")?;
                Tree::Tuple(vec![view(Some(range(None, Some(at.clone())))), view(Some(range(Some(at), None)))])
            }
            "first" | "first_mut" => self.if_filled(&path, span, |_| view(Some(Step::Index(Operand::int(0))))),
            "last" | "last_mut" => self.if_filled(&path, span, |last| view(Some(Step::Index(last)))),
            "split_first" | "split_first_mut" => self.if_filled(&path, span, |_| {
                let rest = range(Some(Operand::int(1)), None);
                Tree::Tuple(vec![view(Some(Step::Index(Operand::int(0)))), view(Some(rest))])
            }),
            "split_last" | "split_last_mut" => self.if_filled(&path, span, |last| {
                let rest = range(None, Some(last.clone()));
                Tree::Tuple(vec![view(Some(Step::Index(last))), view(Some(rest))])
            }),
            "get" | "get_mut" => self.got(call.args.first()?, &path, mutable, span)?,
            "first_chunk" | "first_chunk_mut" | "last_chunk" | "last_chunk_mut" => {
                let len = turbofish(call).or_else(|| self.expected_length());
                let Some(len) = len else {
                    self.cx.refuse(
                        &call.method,
                        "the length of this chunk is not known where the gradient is made",
                        format!("write `{name}::<3>()`"),
                    );
                    return Some(Tree::Error);
                };
                self.chunk(&path, &len, name.starts_with("last"), mutable, span)
            }
            "try_into" | "as_array" => {
                let len = self.expected_length().or_else(|| turbofish(call));
                let Some(len) = len else {
                    self.cx.refuse(
                        &call.method,
                        "the array that this slice becomes is not known where the gradient is made",
                        "annotate it: `let a: [f64; 3] = …`, or write `first_chunk::<3>()`",
                    );
                    return Some(Tree::Error);
                };
                self.as_array(&path, &len, mutable, name == "try_into", span)
            }
            _ => return None,
        })
    }

    /// Whether the tree is a slice, an array or a vector. A part of a struct that is asked for what only these have is taken
    /// for one.
    pub(super) fn is_sequence(&self, tree: &Tree, method: &str) -> bool {
        match super::facts::through(self.tree_type(tree)) {
            Type::Array(..) | Type::Slice(_) | Type::Vec(_) => true,
            Type::Unknown(None) => {
                let part = matches!(tree.clone().deref(), Tree::Memory(path) if !path.steps.is_empty());
                part && !matches!(method, "as_ref" | "as_mut" | "try_into" | "deref" | "borrow" | "insert" | "get")
            }
            Type::Float(_)
            | Type::Int
            | Type::Bool
            | Type::Unit
            | Type::Tuple(_)
            | Type::Ref(_)
            | Type::Wrapped(..)
            | Type::Unknown(Some(_))
            | Type::Inactive => false,
        }
    }

    /// An index or a length that is an argument.
    pub(super) fn position(&mut self, expr: &Expr, name: &str) -> Option<Operand> {
        let tree = self.expr_named(expr, None, name);
        self.scalar(tree, refusals::span_of(expr))
    }

    /// `Some(payload)` where there is an element; the payload may use the index of the last one.
    fn if_filled(&mut self, path: &Path, span: Span, payload: impl FnOnce(Operand) -> Tree) -> Tree {
        let len = self.length(path, span);
        let present = self.integer(&[&len], "present", span, |codes| {
            let len = &codes[0];
            quote!(#len != 0)
        });
        self.learn_bool(&present);
        // Without an element there is no last one, and nobody looks.
        let last = self.integer(&[&len], "last", span, |codes| {
            let len = &codes[0];
            quote!(usize::wrapping_sub(#len, 1))
        });
        Wrapped { present, payload: payload(last), ..Wrapped::absent() }.into_tree()
    }

    /// `get(i)`, `get(a..b)`
    fn got(&mut self, index: &Expr, path: &Path, mutable: bool, span: Span) -> Option<Tree> {
        let len = self.length(path, span);
        let (step, present) = match unparenthesized(index) {
            Expr::Range(wanted) => {
                let start = match &wanted.start {
                    Some(start) => Some(self.position(start, "start")?),
                    None => None,
                };
                let end = match &wanted.end {
                    Some(end) => Some(self.position(end, "end")?),
                    None => None,
                };
                let inclusive = matches!(wanted.limits, syn::RangeLimits::Closed(_));
                let zero = Operand::int(0);
                let (first, last) = (start.clone().unwrap_or(zero), end.clone().unwrap_or_else(|| len.clone()));
                let present = self.integer(&[&first, &last, &len], "present", span, |codes| {
                    let (first, last, len) = (&codes[0], &codes[1], &codes[2]);
                    if inclusive {
                        quote!(#first <= #last && #last < #len)
                    } else {
                        quote!(#first <= #last && #last <= #len)
                    }
                });
                (Step::Range { start, end, inclusive }, present)
            }
            index => {
                let index = self.position(index, "index")?;
                let present = self.integer(&[&index, &len], "present", span, |codes| {
                    let (index, len) = (&codes[0], &codes[1]);
                    quote!(#index < #len)
                });
                (Step::Index(index), present)
            }
        };
        self.learn_bool(&present);
        let payload = Tree::Ref { path: path.join(&[step]), mutable };
        Some(Wrapped { present, payload, ..Wrapped::absent() }.into_tree())
    }

    fn chunk(&mut self, path: &Path, len: &TokenStream, last: bool, mutable: bool, span: Span) -> Tree {
        let whole = self.length(path, span);
        let present = self.integer(&[&whole], "present", span, |codes| {
            let whole = &codes[0];
            quote!(#len <= #whole)
        });
        self.learn_bool(&present);
        let start = last.then(|| {
            self.integer(&[&whole], "start", span, |codes| {
                let whole = &codes[0];
                quote!(usize::wrapping_sub(#whole, #len))
            })
        });
        let step = Step::Chunk { start, len: Tokens(len.clone()) };
        Wrapped { present, payload: Tree::Ref { path: path.join(&[step]), mutable }, ..Wrapped::absent() }.into_tree()
    }

    /// A slice as an array of its own length.
    fn as_array(&mut self, path: &Path, len: &TokenStream, mutable: bool, result: bool, span: Span) -> Tree {
        let whole = self.length(path, span);
        let present = self.integer(&[&whole], "present", span, |codes| {
            let whole = &codes[0];
            quote!(#len == #whole)
        });
        self.learn_bool(&present);
        let path = path.join(&[Step::Chunk { start: None, len: Tokens(len.clone()) }]);
        let referred = !result || matches!(self.expected, Some(Type::Ref(_)));
        let payload = if referred { Tree::Ref { path, mutable } } else { Tree::Memory(path) };
        let wrapper = if result { Wrapper::Result } else { Wrapper::Option };
        Wrapped { wrapper, present, payload, ..Wrapped::absent() }.into_tree()
    }

    /// The length of the array that the context asks for.
    fn expected_length(&self) -> Option<TokenStream> {
        match super::facts::through(self.expected.clone()?) {
            Type::Array(_, len) => Some(len),
            _ => None,
        }
    }

    fn learn_bool(&mut self, operand: &Operand) {
        if let Operand::Value(value) = operand {
            self.function.values[value.0 as usize].ty = Type::Bool;
        }
    }
}

fn range(start: Option<Operand>, end: Option<Operand>) -> Step {
    let zero = |start: &Operand| matches!(start, Operand::Const(Const::Int { value: 0, .. }));
    Step::Range { start: start.filter(|start| !zero(start)), end, inclusive: false }
}

/// `first_chunk::<3>`
fn turbofish(call: &ExprMethodCall) -> Option<TokenStream> {
    match call.turbofish.as_ref()?.args.first()? {
        syn::GenericArgument::Const(len) => Some(quote!(#len)),
        syn::GenericArgument::Type(len) => Some(quote!(#len)),
        _ => None,
    }
}

fn unparenthesized(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => unparenthesized(&inner.expr),
        other => other,
    }
}
