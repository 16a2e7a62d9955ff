//! Patterns of structs and of enums with payloads: every name stands for a path into what is matched.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Expr, Member as SynMember, Pat, Path as SynPath};

use super::tree::{Tree, Wrapped};
use super::{refusals, scan, Lower};
use crate::ir::{Member, Operand, Path, Payload, Step, Type};

/// The fields that a pattern names, each with its own pattern.
struct Fields<'p> {
    path: &'p SynPath,
    fields: Vec<(Member, &'p Pat)>,
}

impl Lower<'_> {
    /// Declares the names of `Point { x, y }`, `Meters(x)`, `Shape::Circle { r }`, `Some(x)`. `refutable` says that the
    /// pattern stands where others may, so that a single name is that of a variant.
    pub(super) fn bind_fields(&mut self, pat: &Pat, tree: Tree, no_grad: bool, refutable: bool) {
        let span = refusals::span_of(pat);
        let Some(found) = self.fields(pat) else {
            self.declare_errors(pat, no_grad);
            return;
        };
        if let Some(wrapped) = self.wrapped_for(&found, &tree, span) {
            return self.bind_wrapped(&found, wrapped, no_grad);
        }
        let reference = match &tree {
            Tree::Ref { mutable, .. } => Some(*mutable),
            Tree::Borrow(_) => Some(false),
            _ => None,
        };
        let ty = super::facts::through(self.tree_type(&tree));
        let variant = self.names_variant(found.path, &ty, refutable);
        let Some(path) = self.addressed(tree, span) else { return self.declare_errors(pat, no_grad) };
        let variant_path = variant_tokens(found.path);
        for (member, inner) in found.fields {
            if matches!(inner, Pat::Wild(_) | Pat::Rest(_) | Pat::Lit(_) | Pat::Range(_)) {
                continue;
            }
            let step = match (variant, member) {
                (true, member) => Step::Payload(Payload::new(variant_path.clone(), member)),
                (false, Member::Named(name)) => Step::Field(name),
                (false, Member::Unnamed(index)) => Step::Element(index),
            };
            let part = path.join(&[step]);
            let tree = self.part_for(inner, part, reference);
            self.bind_refutable(inner, tree, no_grad, refutable);
        }
    }

    /// A part of what is matched, as the pattern of the whole hands it to the pattern of the part.
    fn part_for(&mut self, pat: &Pat, part: Path, reference: Option<bool>) -> Tree {
        match reference {
            Some(mutable) => {
                self.function.places[part.root.0 as usize].mutable |= mutable;
                Tree::Ref { path: part, mutable }
            }
            None => match by_ref(pat) {
                Some(mutable) => {
                    self.function.places[part.root.0 as usize].mutable |= mutable;
                    Tree::Ref { path: part, mutable }
                }
                None => self.read(Tree::Memory(part), refusals::span_of(pat), super::control::pattern_name(pat)),
            },
        }
    }

    /// What `Some(…)`, `Ok(…)` look into, where it is not memory of a kind that is known.
    fn wrapped_for(&mut self, found: &Fields<'_>, tree: &Tree, span: Span) -> Option<Wrapped> {
        let wrapper = std_variant(found.path)?;
        let apart = match tree {
            Tree::Wrapped(_) => true,
            Tree::Borrow(inner) => matches!(**inner, Tree::Wrapped(_)),
            Tree::Leaf(_) => true,
            _ => false,
        };
        if !apart {
            return None;
        }
        self.taken_apart(tree.clone(), Some(wrapper), span)
    }

    fn bind_wrapped(&mut self, found: &Fields<'_>, wrapped: Wrapped, no_grad: bool) {
        let error = found.path.segments.last().is_some_and(|last| last.ident == "Err");
        for (_, inner) in &found.fields {
            let tree = if error {
                let fault = self.fault_operand(&wrapped.fault, refusals::span_of(inner));
                let code = self.opaque_tree(&Tree::Leaf(fault));
                let tokens = &code.code;
                let code = crate::ir::Opaque { code: quote::quote!(#tokens.unwrap()), cheap: false, ..code };
                if scan::bindings(inner).is_empty() {
                    continue;
                }
                self.opaque_value(code, Type::Inactive, None, "error", refusals::span_of(inner))
            } else {
                self.read(wrapped.payload.clone(), refusals::span_of(inner), super::control::pattern_name(inner))
            };
            self.bind_refutable(inner, tree, no_grad, true);
        }
    }

    /// Whether a pattern's path names a variant of an enum rather than a struct.
    fn names_variant(&self, path: &SynPath, ty: &Type, refutable: bool) -> bool {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let capital = |name: &String| name.starts_with(char::is_uppercase);
        match &names[..] {
            [.., owner, _] if capital(owner) => true,
            [.., name] if matches!(name.as_str(), "Some" | "Ok" | "Err") => true,
            [.., name] => {
                let struct_name = match ty {
                    Type::Unknown(Some(tokens)) => last_name(tokens.clone()),
                    _ => None,
                };
                refutable && name != "Self" && struct_name.as_ref() != Some(name)
            }
            [] => false,
        }
    }

    fn fields<'p>(&mut self, pat: &'p Pat) -> Option<Fields<'p>> {
        match pat {
            Pat::Struct(pat) => {
                let fields = pat.fields.iter().map(|field| {
                    let member = match &field.member {
                        SynMember::Named(name) => Member::Named(name.clone()),
                        SynMember::Unnamed(index) => Member::Unnamed(index.index),
                    };
                    (member, &*field.pat)
                });
                Some(Fields { path: &pat.path, fields: fields.collect() })
            }
            Pat::TupleStruct(pat) => {
                let rest = pat.elems.iter().position(|elem| matches!(elem, Pat::Rest(_)));
                if rest.is_some_and(|rest| rest + 1 < pat.elems.len()) {
                    self.cx.refuse(
                        pat,
                        "fields after `..` in a pattern over a value that carries a gradient have no known number",
                        "name every field before it: `Name(_, _, x)`",
                    );
                    return None;
                }
                let fields = pat.elems.iter().enumerate().map(|(index, elem)| (Member::Unnamed(index as u32), elem));
                Some(Fields { path: &pat.path, fields: fields.collect() })
            }
            _ => None,
        }
    }

    pub(super) fn declare_errors(&mut self, pat: &Pat, no_grad: bool) {
        for name in scan::bindings(pat) {
            self.env.declare(&name, Tree::Error, no_grad);
        }
    }

    /// Whether an active tree matches a pattern, by its structure; `None` where it always does. What the tokens of the whole
    /// can tell is left to rustc's own `matches!`.
    pub(super) fn structural_match(&mut self, tree: &Tree, pat: &Pat) -> Option<Operand> {
        let span = refusals::span_of(pat);
        match (pat, tree) {
            (Pat::Paren(inner), tree) => self.structural_match(tree, &inner.pat),
            (Pat::Reference(inner), Tree::Borrow(tree)) => self.structural_match(tree, &inner.pat),
            (Pat::Ident(binding), tree) if !scan::is_constant(&binding.ident) => {
                let (_, inner) = binding.subpat.as_ref()?;
                self.structural_match(tree, inner)
            }
            (Pat::Or(or), tree) => {
                let mut any: Option<Operand> = None;
                for case in &or.cases {
                    let cond = self.structural_match(tree, case)?;
                    any = Some(match any {
                        None => cond,
                        Some(so_far) => {
                            let either = crate::ir::Expr::Binary(crate::ir::Binary::Or, so_far, cond);
                            let tree = self.bind_value(span, None, "cond", Type::Bool, either);
                            self.operand(tree, span)
                        }
                    });
                }
                any
            }
            (Pat::Tuple(pat), Tree::Tuple(items)) if !pat.elems.iter().any(|elem| matches!(elem, Pat::Rest(_))) => {
                let mut all: Option<Operand> = None;
                for (item, elem) in items.iter().zip(&pat.elems) {
                    if let Some(cond) = self.structural_match(item, elem) {
                        all = Some(match all {
                            None => cond,
                            Some(so_far) => self.both(so_far, cond, span),
                        });
                    }
                }
                all
            }
            (pat, Tree::Borrow(inner)) if holds_wrapped(inner) => self.structural_match(inner, pat),
            (pat, Tree::Wrapped(wrapped)) => self.wrapped_match(wrapped, pat, span),
            (pat, tree) => self.matches(tree, pat, None),
        }
    }

    fn wrapped_match(&mut self, wrapped: &Wrapped, pat: &Pat, span: Span) -> Option<Operand> {
        let (name, inner) = match pat {
            Pat::Wild(_) | Pat::Rest(_) => return None,
            Pat::Ident(pat) => (pat.ident.to_string(), None),
            Pat::Path(pat) => (last_of(&pat.path), None),
            Pat::TupleStruct(pat) => (last_of(&pat.path), pat.elems.first()),
            pat => {
                let whole = self.packed(wrapped.clone(), span);
                return self.matches(&Tree::Leaf(whole), pat, None);
            }
        };
        let present = wrapped.present.clone();
        match name.as_str() {
            "Some" | "Ok" => {
                let Some(inner) = inner.filter(|inner| !super::pattern::irrefutable(inner)) else {
                    return Some(present);
                };
                let tree = self.if_present(wrapped, span, &|lower, payload| {
                    let payload = lower.read(payload, span, None);
                    lower.structural_match(&payload, inner).map_or(Tree::bool(true), Tree::Leaf)
                });
                let inside = self.operand(tree, span);
                Some(self.both(present, inside, span))
            }
            // Which error it is, is looked at in the arm: its pattern has to take every one.
            "Err" if inner.is_some_and(|inner| !super::pattern::irrefutable(inner)) => {
                Some(self.error_match(wrapped, inner?, span))
            }
            _ => {
                let tree = match present {
                    Operand::Const(crate::ir::Const::Bool(value)) => Tree::bool(!value),
                    present => {
                        let not = crate::ir::Expr::Unary(crate::ir::Unary::Not, present);
                        self.bind_value(span, None, "absent", Type::Bool, not)
                    }
                };
                Some(self.operand(tree, span))
            }
        }
    }

    fn error_match(&mut self, wrapped: &Wrapped, inner: &Pat, span: Span) -> Operand {
        let fault = self.fault_operand(&wrapped.fault, span);
        let code = self.opaque_tree(&Tree::Leaf(fault));
        let (tokens, pat) = (&code.code, super::opaque::without_names(inner));
        let tokens = quote::quote!(::core::matches!(&#tokens, ::core::option::Option::Some(#pat)));
        let code = crate::ir::Opaque { code: tokens, cheap: false, ..code };
        let tree = self.opaque_value(code, Type::Bool, None, "cond", span);
        self.operand(tree, span)
    }
}

/// Whether there is an `Option` or a `Result` in it that was taken apart.
pub(super) fn holds_wrapped(tree: &Tree) -> bool {
    match tree {
        Tree::Wrapped(_) => true,
        Tree::Tuple(items) => items.iter().any(holds_wrapped),
        Tree::Borrow(inner) => holds_wrapped(inner),
        _ => false,
    }
}

/// Whether a pattern looks into structs or enums, so that what it is matched against must lie in memory.
pub(super) fn looks_inside(pat: &Pat) -> bool {
    match pat {
        Pat::Struct(_) | Pat::TupleStruct(_) => true,
        Pat::Paren(inner) => looks_inside(&inner.pat),
        Pat::Reference(inner) => looks_inside(&inner.pat),
        Pat::Type(inner) => looks_inside(&inner.pat),
        Pat::Or(or) => or.cases.iter().any(looks_inside),
        Pat::Ident(pat) => pat.subpat.as_ref().is_some_and(|(_, inner)| looks_inside(inner)),
        _ => false,
    }
}

/// Whether a scrutinee has to lie in memory for one of the patterns.
pub(super) fn any_looks_inside<'p>(mut pats: impl Iterator<Item = &'p Pat>) -> bool {
    pats.any(looks_inside)
}

fn by_ref(pat: &Pat) -> Option<bool> {
    match pat {
        Pat::Ident(pat) => pat.by_ref.map(|_| pat.mutability.is_some()),
        _ => None,
    }
}

/// `Some`, `Ok` and `Err` of std.
fn std_variant(path: &SynPath) -> Option<crate::ir::Wrapper> {
    match last_of(path).as_str() {
        "Some" => Some(crate::ir::Wrapper::Option),
        "Ok" | "Err" => Some(crate::ir::Wrapper::Result),
        _ => None,
    }
}

fn variant_tokens(path: &SynPath) -> proc_macro2::TokenStream {
    path.to_token_stream()
}

fn last_of(path: &SynPath) -> String {
    path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default()
}

/// The name of a type without its generics.
fn last_name(tokens: proc_macro2::TokenStream) -> Option<String> {
    let path = syn::parse2::<syn::TypePath>(tokens).ok()?;
    path.path.segments.last().map(|last| last.ident.to_string())
}

/// `Shape::Circle(x)`, `Self::Circle { r }`: whether a path as an expression names a variant of an enum.
pub(super) fn is_variant_path(path: &SynPath) -> bool {
    let names: Vec<&Ident> = path.segments.iter().map(|segment| &segment.ident).collect();
    let capital = |name: &Ident| name.to_string().starts_with(char::is_uppercase);
    matches!(&names[..], [.., owner, variant] if capital(owner) && capital(variant))
}

/// A place expression whose memory a pattern may look into without reading the whole.
pub(super) fn is_place_like(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) | Expr::Index(_) | Expr::Field(_) => true,
        Expr::Unary(unary) => matches!(unary.op, syn::UnOp::Deref(_)),
        Expr::Paren(inner) => is_place_like(&inner.expr),
        _ => false,
    }
}
