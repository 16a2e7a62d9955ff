//! Patterns: tuples are taken apart at compile time; patterns over inactive values stay in the user's tokens.

use syn::{Expr, Pat};

use super::tree::Tree;
use super::{refusals, scan, variants, Lower};
use crate::ir::{Const, Operand, Step, Type};

impl Lower<'_> {
    /// What a `match` or an `if let` looks at.
    pub(super) fn scrutinee(&mut self, expr: &Expr) -> Tree {
        match expr {
            Expr::Paren(inner) => self.scrutinee(&inner.expr),
            Expr::Tuple(tuple) => Tree::Tuple(tuple.elems.iter().map(|elem| self.scrutinee(elem)).collect()),
            other if self.is_matched_in_place(other) => self.place(other),
            other => self.expr_named(other, None, "matched"),
        }
    }

    /// Whether the expression is memory of a type that patterns look into.
    fn is_matched_in_place(&mut self, expr: &Expr) -> bool {
        if !variants::is_place_like(expr) {
            return false;
        }
        let Some((name, _)) = scan::root(expr) else { return false };
        let Some(id) = self.env.lookup(&name.to_string()) else { return false };
        let tree = self.env.tree(id);
        if !matches!(tree.clone().deref(), Tree::Memory(_)) {
            return false;
        }
        match expr {
            Expr::Path(_) if !self.tree_active(tree) => matches!(self.tree_type(tree), Type::Unknown(_)),
            _ if !self.tree_active(tree) => false,
            Expr::Path(_) => matches!(self.tree_type(tree), Type::Unknown(_) | Type::Wrapped(..)),
            _ => matches!(self.type_of(expr), Type::Inactive | Type::Unknown(_) | Type::Wrapped(..)),
        }
    }

    /// Whether the tree matches; `None` where it always does.
    pub(super) fn matches(&mut self, tree: &Tree, pat: &Pat, guard: Option<&Expr>) -> Option<Operand> {
        if matches!(tree, Tree::Error | Tree::Never) || (guard.is_none() && irrefutable(pat)) {
            return None;
        }
        if let Some(guard) = guard {
            if self.tree_active(tree) && !scan::bindings(pat).is_empty() {
                return self.guarded_match(tree, pat, guard);
            }
            if !self.verbatim(guard) {
                self.cx.refuse(
                    guard,
                    "a guard with effects is not differentiated yet",
                    "write the guard as an `if` in the arm",
                );
                return None;
            }
        }
        if guard.is_none() && variants::holds_wrapped(tree) {
            return self.structural_match(tree, pat);
        }
        let span = refusals::span_of(pat);
        if self.doubts_type(&literal_type(pat), &self.tree_type(tree), span) {
            return None;
        }
        let code = match (pat, guard) {
            (pat, Some(guard)) if irrefutable(pat) && scan::bindings(pat).is_empty() => self.opaque(guard),
            _ => self.opaque_matches(tree, pat, guard),
        };
        let tree = self.opaque_value(code, Type::Bool, None, "cond", span);
        Some(self.operand(tree, span))
    }

    /// A guard over names that stand for parts of what is matched.
    fn guarded_match(&mut self, tree: &Tree, pat: &Pat, guard: &Expr) -> Option<Operand> {
        let span = refusals::span_of(pat);
        let cond = self.matches(tree, pat, None);
        let asked = |lower: &mut Self| {
            let depth = lower.env.depth();
            lower.bind_refutable(pat, tree.clone(), false, true);
            let cond = lower.condition(guard);
            drop(lower.env.leave(depth));
            Tree::Leaf(cond)
        };
        let tree = match cond {
            None => asked(self),
            Some(cond) => self.branch(span, cond, None, &asked, &|_| Tree::bool(false)),
        };
        Some(self.operand(tree, span))
    }

    /// Declares the names of a pattern that is known to match.
    pub(super) fn bind_pattern(&mut self, pat: &Pat, tree: Tree, no_grad: bool) {
        self.bind_refutable(pat, tree, no_grad, false);
    }

    /// The same; `refutable` says that the pattern stands where others may: in a `match`, an `if let`, a `let else`.
    pub(super) fn bind_refutable(&mut self, pat: &Pat, tree: Tree, no_grad: bool, refutable: bool) {
        if matches!(tree, Tree::Error | Tree::Never) {
            return self.declare_errors(pat, no_grad);
        }
        match pat {
            Pat::Ident(binding) if scan::is_constant(&binding.ident) && binding.subpat.is_none() => {}
            Pat::Ident(binding) => {
                if let Some((_, inner)) = &binding.subpat {
                    self.bind_refutable(inner, tree.clone(), no_grad, refutable);
                }
                let mutable = binding.mutability.is_some();
                if binding.by_ref.is_some() {
                    let tree = match tree {
                        Tree::Memory(path) => {
                            self.function.places[path.root.0 as usize].mutable |= mutable;
                            Tree::Ref { path, mutable }
                        }
                        tree @ Tree::Ref { .. } => tree,
                        tree => Tree::Borrow(Box::new(tree)),
                    };
                    self.env.declare(&binding.ident, tree, no_grad);
                    return;
                }
                self.declare_local(&binding.ident, mutable, tree, None, no_grad);
            }
            Pat::Wild(_) | Pat::Lit(_) | Pat::Range(_) | Pat::Path(_) | Pat::Const(_) | Pat::Rest(_) => {}
            Pat::Paren(inner) => self.bind_refutable(&inner.pat, tree, no_grad, refutable),
            Pat::Type(typed) => match &*typed.pat {
                Pat::Ident(binding) => {
                    let mutable = binding.mutability.is_some();
                    self.declare_local(&binding.ident, mutable, tree, Some(&typed.ty), no_grad);
                }
                inner => {
                    let ty = self.annotation(&typed.ty);
                    let tree = self.coerce(tree, &ty);
                    self.bind_refutable(inner, tree, no_grad, refutable);
                }
            },
            Pat::Reference(reference) => {
                // One reference, not all of them.
                let tree = match tree {
                    Tree::Ref { path, .. } => Tree::Memory(path),
                    Tree::Borrow(inner) => *inner,
                    other => other,
                };
                let tree = self.read(tree, refusals::span_of(pat), None);
                self.bind_refutable(&reference.pat, tree, no_grad, refutable);
            }
            Pat::Struct(_) | Pat::TupleStruct(_) if self.is_looked_into(&tree) => {
                self.bind_fields(pat, tree, no_grad, refutable);
            }
            Pat::Or(or) if self.tree_active(&tree) && !scan::bindings(pat).is_empty() => {
                self.bind_cases(or, tree, no_grad);
            }
            Pat::Tuple(tuple) => self.bind_tuple(pat, tuple, tree, no_grad, refutable),
            Pat::Slice(slice) => self.bind_slice(pat, slice, tree, no_grad, refutable),
            Pat::Or(_) | Pat::TupleStruct(_) | Pat::Struct(_) => self.bind_inactive(pat, tree, no_grad),
            other => self.refuse_pattern(other),
        }
    }

    /// Whether names of a pattern over the tree can stand for its parts.
    fn is_looked_into(&self, tree: &Tree) -> bool {
        self.tree_active(tree) || variants::holds_wrapped(tree)
    }

    /// `A(x) | B(x)`: every name is what the case that matches binds it to.
    fn bind_cases(&mut self, or: &syn::PatOr, tree: Tree, no_grad: bool) {
        let Some(first) = or.cases.first() else { return };
        let names = scan::bindings(first);
        let span = refusals::span_of(first);
        let value = self.case_values(or.cases.iter().collect::<Vec<_>>().as_slice(), &names, &tree, span);
        let values = match value {
            Tree::Tuple(values) => values,
            _ => vec![Tree::Error; names.len()],
        };
        for (name, value) in names.iter().zip(values) {
            self.declare_local(name, false, value, None, no_grad);
        }
    }

    fn case_values(&mut self, cases: &[&Pat], names: &[syn::Ident], tree: &Tree, span: proc_macro2::Span) -> Tree {
        let [case, later @ ..] = cases else { return Tree::Never };
        let bound = |lower: &mut Self| {
            let depth = lower.env.depth();
            lower.bind_refutable(case, tree.clone(), false, true);
            let values = names.iter().map(|name| match lower.env.lookup(&name.to_string()) {
                Some(id) => lower.env.tree(id).clone(),
                None => Tree::Error,
            });
            let values = Tree::Tuple(values.collect());
            drop(lower.env.leave(depth));
            values
        };
        let cond = if later.is_empty() { None } else { self.matches(tree, case, None) };
        match cond {
            None => bound(self),
            Some(cond) => self.branch(span, cond, None, &bound, &|lower| lower.case_values(later, names, tree, span)),
        }
    }

    fn bind_tuple(&mut self, pat: &Pat, tuple: &syn::PatTuple, tree: Tree, no_grad: bool, refutable: bool) {
        let elems: Vec<&Pat> = tuple.elems.iter().collect();
        let hole = elems.iter().position(|elem| matches!(elem, Pat::Rest(_)));
        let span = refusals::span_of(pat);
        let pattern = Type::Tuple(vec![Type::Unknown(None); elems.len()]);
        if !elems.is_empty() && hole.is_none() && self.tree_type(&tree).clashes_with(&pattern) {
            self.cx.leave_to_rustc();
            return self.bind_pattern(pat, Tree::Error, no_grad);
        }
        let borrowed = matches!(tree, Tree::Ref { .. } | Tree::Borrow(_));
        let (items, len): (Option<Vec<Tree>>, Option<usize>) = match tree.clone().deref() {
            Tree::Tuple(items) => {
                let len = items.len();
                let items = items.into_iter().map(|item| match item {
                    Tree::Memory(path) if borrowed => Tree::Ref { path, mutable: false },
                    item if borrowed => Tree::Borrow(Box::new(item)),
                    item => item,
                });
                (Some(items.collect()), Some(len))
            }
            Tree::Memory(path) => match self.path_type(&path) {
                Type::Tuple(types) => {
                    let mut items = Vec::new();
                    for index in 0..types.len() {
                        let element = path.join(&[Step::Element(index as u32)]);
                        items.push(if borrowed {
                            Tree::Ref { path: element, mutable: matches!(tree, Tree::Ref { mutable: true, .. }) }
                        } else {
                            self.read(Tree::Memory(element), span, None)
                        });
                    }
                    (Some(items), Some(types.len()))
                }
                _ => (None, None),
            },
            _ => (None, None),
        };
        match (items, len, hole) {
            (Some(items), Some(len), hole) => {
                let before = hole.unwrap_or(elems.len());
                let after = elems.len() - hole.map_or(before, |hole| hole + 1);
                for (elem, item) in elems[..before].iter().zip(&items) {
                    self.bind_refutable(elem, item.clone(), no_grad, refutable);
                }
                let tail = &items[len.saturating_sub(after)..];
                for (elem, item) in elems[elems.len() - after..].iter().zip(tail) {
                    self.bind_refutable(elem, item.clone(), no_grad, refutable);
                }
            }
            (_, _, None) if self.tree_active(&tree) => {
                let operand = self.operand(tree, span);
                for (index, elem) in elems.iter().enumerate() {
                    if matches!(elem, Pat::Wild(_)) {
                        continue;
                    }
                    let item = self.project_named(&operand, index as u32, span, super::control::pattern_name(elem));
                    self.bind_refutable(elem, item, no_grad, refutable);
                }
            }
            _ => self.bind_inactive(pat, tree, no_grad),
        }
    }

    fn project_named(
        &mut self,
        operand: &Operand,
        index: u32,
        span: proc_macro2::Span,
        name: Option<&syn::Ident>,
    ) -> Tree {
        let ty = match self.function.operand_type(operand) {
            Type::Tuple(items) => items.get(index as usize).cloned().unwrap_or(Type::Unknown(None)),
            _ => Type::Unknown(None),
        };
        self.bind_value(span, name, "item", ty, crate::ir::Expr::Project(operand.clone(), index))
    }

    /// `[a, b, c]` over memory.
    fn bind_slice(&mut self, pat: &Pat, slice: &syn::PatSlice, tree: Tree, no_grad: bool, refutable: bool) {
        if !self.tree_active(&tree) {
            self.bind_inactive(pat, tree, no_grad);
            return;
        }
        let span = refusals::span_of(pat);
        let view = match &tree {
            Tree::Ref { mutable, .. } => Some(*mutable),
            _ => None,
        };
        let Some(path) = self.addressed(tree, span) else { return };
        let hole = slice.elems.iter().position(is_rest);
        let count = slice.elems.len();
        for (index, elem) in slice.elems.iter().enumerate() {
            if matches!(elem, Pat::Wild(_) | Pat::Rest(_) | Pat::Lit(_) | Pat::Range(_)) {
                continue;
            }
            // Behind a `..`, elements are counted from the end.
            let from_end = |lower: &mut Self, back: usize| {
                let len = lower.length(&path, span);
                lower.integer(&[&len], "index", span, |codes| {
                    let len = &codes[0];
                    quote::quote!(#len - #back)
                })
            };
            let step = match hole {
                Some(hole) if index == hole => {
                    let end = (count > hole + 1).then(|| from_end(self, count - hole - 1));
                    Step::Range { start: Some(Operand::int(hole as i128)), end, inclusive: false }
                }
                Some(hole) if index > hole => Step::Index(from_end(self, count - index)),
                Some(_) | None => Step::Index(Operand::int(index as i128)),
            };
            let (pat, view) = match elem {
                // `rest @ ..`
                Pat::Ident(binding) if is_rest(elem) => {
                    let plain = Pat::Ident(syn::PatIdent { subpat: None, by_ref: None, ..binding.clone() });
                    let mutable = binding.by_ref.is_some() && binding.mutability.is_some();
                    (plain, view.or(binding.by_ref.map(|_| mutable)))
                }
                elem => (elem.clone(), view),
            };
            let element = path.join(&[step]);
            let item = match view {
                Some(mutable) => Tree::Ref { path: element, mutable },
                None => self.read(Tree::Memory(element), span, super::control::pattern_name(&pat)),
            };
            self.bind_refutable(&pat, item, no_grad, refutable);
        }
    }

    /// Any pattern over a value without a gradient: each name is what the same pattern binds it to.
    fn bind_inactive(&mut self, pat: &Pat, tree: Tree, no_grad: bool) {
        if self.tree_active(&tree) {
            if scan::bindings(pat).is_empty() {
                return;
            }
            self.refuse_pattern(pat);
            for name in scan::bindings(pat) {
                self.env.declare(&name, Tree::Error, no_grad);
            }
            return;
        }
        for name in scan::bindings(pat) {
            let mutable = is_mutable(pat, &name);
            let code = self.opaque_projection(&tree, pat, &name, !irrefutable(pat));
            let ty = bound_type(pat, &self.tree_type(&tree), &name);
            let item = self.opaque_value(code, ty, Some(&name), "item", name.span());
            self.declare_local(&name, mutable, item, None, no_grad);
        }
    }

    fn refuse_pattern(&mut self, pat: &Pat) {
        self.cx.refuse(
            pat,
            "a pattern of this form over a value that carries a gradient is not differentiated yet",
            "bind the value to a name, or mark what is matched with `#[no_grad]` if it holds no floats",
        );
    }
}

/// The type that the literals in a pattern tell of.
fn literal_type(pat: &Pat) -> Type {
    let of = |expr: &Expr| match super::expr::constant_of(expr) {
        Some(Const::Float { ty, .. }) => Type::Float(ty),
        Some(Const::Int { .. }) => Type::Int,
        Some(Const::Bool(_)) => Type::Bool,
        Some(Const::Unit) | None => Type::Unknown(None),
    };
    match pat {
        Pat::Lit(literal) => of(&Expr::Lit(literal.clone())),
        Pat::Range(range) => range.start.as_deref().or(range.end.as_deref()).map_or(Type::Unknown(None), of),
        Pat::Paren(inner) => literal_type(&inner.pat),
        Pat::Or(or) => or.cases.first().map_or(Type::Unknown(None), literal_type),
        Pat::Tuple(tuple) if !tuple.elems.iter().any(|elem| matches!(elem, Pat::Rest(_))) => {
            Type::Tuple(tuple.elems.iter().map(literal_type).collect())
        }
        _ => Type::Unknown(None),
    }
}

/// The type of what a pattern binds a name to, where the types of tuples tell.
fn bound_type(pat: &Pat, ty: &Type, name: &syn::Ident) -> Type {
    match (pat, ty) {
        (Pat::Ident(binding), ty) if binding.ident == *name && binding.by_ref.is_none() => ty.clone(),
        (Pat::Paren(inner), ty) => bound_type(&inner.pat, ty, name),
        (Pat::Tuple(tuple), Type::Tuple(types)) if tuple.elems.len() == types.len() => {
            let holder = |elem: &&Pat| scan::bindings(elem).contains(name);
            let elems: Vec<&Pat> = tuple.elems.iter().collect();
            if elems.iter().any(|elem| matches!(elem, Pat::Rest(_))) {
                return Type::Inactive;
            }
            elems.iter().position(holder).map_or(Type::Inactive, |at| bound_type(elems[at], &types[at], name))
        }
        _ => Type::Inactive,
    }
}

/// `..` or `rest @ ..` in a slice.
fn is_rest(pat: &Pat) -> bool {
    match pat {
        Pat::Rest(_) => true,
        Pat::Ident(pat) => pat.subpat.as_ref().is_some_and(|(_, inner)| matches!(**inner, Pat::Rest(_))),
        _ => false,
    }
}

/// Whether the pattern matches everything, as far as its tokens tell.
pub(super) fn irrefutable(pat: &Pat) -> bool {
    match pat {
        Pat::Wild(_) | Pat::Rest(_) => true,
        Pat::Ident(pat) => {
            !scan::is_constant(&pat.ident) && pat.subpat.as_ref().is_none_or(|(_, inner)| irrefutable(inner))
        }
        Pat::Paren(inner) => irrefutable(&inner.pat),
        Pat::Type(typed) => irrefutable(&typed.pat),
        Pat::Reference(reference) => irrefutable(&reference.pat),
        Pat::Tuple(tuple) => tuple.elems.iter().all(irrefutable),
        Pat::Or(or) => or.cases.iter().any(irrefutable),
        _ => false,
    }
}

fn is_mutable(pat: &Pat, name: &syn::Ident) -> bool {
    struct Found<'a>(&'a syn::Ident, bool);
    impl<'ast> syn::visit::Visit<'ast> for Found<'_> {
        fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
            self.1 |= pat.ident == *self.0 && pat.mutability.is_some();
        }
    }
    let mut found = Found(name, false);
    syn::visit::Visit::visit_pat(&mut found, pat);
    found.1
}
