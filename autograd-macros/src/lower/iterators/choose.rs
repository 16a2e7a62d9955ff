//! Consumers that choose one item: it is kept as a value, and handed out as a reference where the items are references.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span};
use quote::quote;
use syn::{BinOp, Expr};

use super::super::closures::Callable;
use super::super::env::VarId;
use super::super::tree::{Tree, Wrapped};
use super::super::{Lower, Reach};
use super::walk::{borrowed, Plan};
use super::{Item, Iter};
use crate::ir::{Const, Opaque, Operand, Type, Wrapper};

/// What an item says of itself: whether it is the one, and what is handed out then.
type Pick<'p> = &'p dyn Fn(&mut Lower<'_>, Tree) -> Option<(Operand, Tree)>;

impl Lower<'_> {
    /// `iter.name(args)`, where the result is one of the items or made of one.
    pub(super) fn choose_item(
        &mut self,
        name: &str,
        call: &syn::ExprMethodCall,
        iter: &Iter,
        expected: Option<Type>,
        hint: Option<&Ident>,
    ) -> Tree {
        let span = call.method.span();
        match name {
            "unzip" => return self.unzip(call, iter, expected, span),
            "partition" => return self.partition(call, iter, expected, span),
            "last" => {
                return self.best(iter, &[], hint, span, &|_, _, item| item);
            }
            "next" => return self.first(iter, &[], hint, span, &|_, item| Some((Operand::bool(true), item))),
            "nth" => return self.nth(call, iter, hint, span),
            _ => {}
        }
        let Some(callable) = call.args.first().and_then(|arg| self.comparison(arg)) else { return Tree::Error };
        let assigned = callable.assigns().to_vec();
        match name {
            "reduce" => self.best(iter, &assigned, hint, span, &|lower, best, item| {
                lower.invoke(&callable, vec![best, item], None, span)
            }),
            "find" => self
                .first(iter, &assigned, hint, span, &|lower, item| Some((lower.asks(&callable, &item, span)?, item))),
            "find_map" => self.first(iter, &assigned, hint, span, &|lower, item| {
                let made = lower.invoke(&callable, vec![item], None, span);
                if lower.reach != Reach::Live {
                    return None;
                }
                let made = lower.taken_apart(made, Some(Wrapper::Option), span)?;
                Some((made.present, made.payload))
            }),
            "position" => self.position_where(call, iter, &callable, hint, span),
            name => {
                let least = name == "min_by";
                self.best(iter, &assigned, hint, span, &|lower, best, item| {
                    let Some(after) = lower.is_after(&callable, &best, &item, span) else { return Tree::Error };
                    let (best, item) = (lower.kept(best, span), lower.kept(item, span));
                    // The first of equal minima, the last of equal maxima, as in std.
                    let (then, otherwise) = if least { (item, best) } else { (best, item) };
                    lower.branch(span, after, None, &|_| then.clone(), &|_| otherwise.clone())
                })
            }
        }
    }

    /// `f64::total_cmp` as a closure: methods of floats that compare have no companions.
    fn comparison(&mut self, arg: &Expr) -> Option<Callable> {
        let by_name = match arg {
            Expr::Path(path) => path.path.segments.last().map(|last| last.ident.clone()),
            _ => None,
        };
        match by_name.filter(|name| *name == "total_cmp" || *name == "partial_cmp") {
            Some(name) => self.callable(&syn::parse_quote_spanned!(name.span()=> |a, b| a.#name(b))),
            None => self.callable(arg),
        }
    }

    /// Whether a comparison puts `a` after `b`.
    fn is_after(&mut self, callable: &Callable, a: &Tree, b: &Tree, span: Span) -> Option<Operand> {
        let order = self.invoke(callable, vec![borrowed(a.clone()), borrowed(b.clone())], Some(&mixed("order")), span);
        if self.reach != Reach::Live {
            return None;
        }
        let order = self.scalar(order, span)?;
        let code = self.opaque_tree(&Tree::Leaf(order));
        let tokens = &code.code;
        let code =
            Opaque { code: quote!(::core::matches!(#tokens, ::core::cmp::Ordering::Greater)), cheap: false, ..code };
        let after = self.opaque_value(code, Type::Bool, None, "after", span);
        self.scalar(after, span)
    }

    /// What all items make of the first one, one after the other: nothing where there is none.
    fn best(
        &mut self,
        iter: &Iter,
        assigned: &[VarId],
        hint: Option<&Ident>,
        span: Span,
        next: &dyn Fn(&mut Lower<'_>, Tree, Tree) -> Tree,
    ) -> Tree {
        let best = self.accumulator(Wrapped::absent().into_tree(), hint, "best");
        let mut all: BTreeSet<VarId> = assigned.iter().copied().collect();
        all.insert(best);
        let form = std::cell::RefCell::new(None);
        let done = self.run(iter, &Plan::at(span), &all, &|lower, item| {
            form.borrow_mut().get_or_insert_with(|| item.clone());
            let now = lower.env.tree(best).clone();
            let Some(now) = lower.taken_apart(now, Some(Wrapper::Option), span) else { return };
            let value = lower.branch(
                span,
                now.present,
                None,
                &|lower| {
                    let so_far = handed_out(&item, now.payload.clone());
                    let value = next(lower, so_far, item.clone());
                    lower.kept(value, span)
                },
                &|lower| lower.kept(item.clone(), span),
            );
            if lower.reach == Reach::Live && !matches!(value, Tree::Error) {
                lower.env.set(best, Wrapped::present(Wrapper::Option, value).into_tree());
            }
        });
        if matches!(done, Tree::Error | Tree::Never) {
            return done;
        }
        self.handed_back(best, form.into_inner(), span)
    }

    /// The first item for which `pick` says so.
    fn first(&mut self, iter: &Iter, assigned: &[VarId], hint: Option<&Ident>, span: Span, pick: Pick<'_>) -> Tree {
        let found = self.accumulator(Wrapped::absent().into_tree(), hint, "found");
        let mut all: BTreeSet<VarId> = assigned.iter().copied().collect();
        all.insert(found);
        // The loop that ends at the first one may stand in another one, or before one.
        let again = iter.parts.len() > 1 || iter.parts.iter().any(|chain| chain.item.is_nested());
        let form = std::cell::RefCell::new(None);
        let done = self.run(iter, &Plan::at(span), &all, &|lower, item| {
            let looks = |lower: &mut Lower<'_>| {
                let Some((cond, value)) = pick(lower, item.clone()) else { return Tree::unit() };
                form.borrow_mut().get_or_insert_with(|| value.clone());
                let Some(stop) = lower.targets.last().map(|target| target.broke) else { return Tree::Error };
                lower.branch(
                    span,
                    cond,
                    None,
                    &|lower| {
                        let value = lower.read(value.clone(), span, None);
                        let value = lower.kept(value, span);
                        lower.env.set(found, Wrapped::present(Wrapper::Option, value).into_tree());
                        lower.stop(stop);
                        Tree::Never
                    },
                    &|_| Tree::unit(),
                )
            };
            if !again {
                let _: Tree = looks(lower);
                return;
            }
            let now = lower.env.tree(found).clone();
            let Some(now) = lower.taken_apart(now, Some(Wrapper::Option), span) else { return };
            let _: Tree = lower.branch(span, now.present, None, &|_| Tree::unit(), &looks);
        });
        if matches!(done, Tree::Error | Tree::Never) {
            return done;
        }
        self.handed_back(found, form.into_inner(), span)
    }

    /// The value of the variable as the items are handed out.
    fn handed_back(&mut self, variable: VarId, form: Option<Tree>, span: Span) -> Tree {
        let tree = self.env.tree(variable).clone();
        let Some(form) = form else { return tree };
        match self.taken_apart(tree, Some(Wrapper::Option), span) {
            Some(wrapped) => {
                let payload = handed_out(&form, wrapped.payload);
                Wrapped { payload, ..Wrapped { payload: Tree::Never, ..wrapped } }.into_tree()
            }
            None => Tree::Error,
        }
    }

    fn nth(&mut self, call: &syn::ExprMethodCall, iter: &Iter, hint: Option<&Ident>, span: Span) -> Tree {
        let Some(wanted) = call.args.first() else { return Tree::Error };
        let wanted = self.expr_named(wanted, None, "nth");
        let Some(wanted) = self.scalar(wanted, span) else { return Tree::Error };
        let seen = self.accumulator(Tree::Leaf(Operand::int(0)), None, "seen");
        let one = Operand::Const(Const::Int { value: 1, suffix: Some("usize".to_owned()) });
        self.first(iter, &[seen], hint, span, &|lower, item| {
            let now = lower.env.tree(seen).clone();
            let now = lower.scalar(now, span)?;
            lower.advance(seen, one.clone(), &BinOp::Add(syn::Token![+](span)));
            let cond = lower.integer(&[&now, &wanted], "cond", span, |codes| {
                let (now, wanted) = (&codes[0], &codes[1]);
                quote!(#now == #wanted)
            });
            if let Operand::Value(value) = &cond {
                lower.function.values[value.0 as usize].ty = Type::Bool;
            }
            Some((cond, item))
        })
    }

    /// `position(|x| …)`
    fn position_where(
        &mut self,
        call: &syn::ExprMethodCall,
        iter: &Iter,
        callable: &Callable,
        hint: Option<&Ident>,
        span: Span,
    ) -> Tree {
        let [chain] = &iter.parts[..] else {
            self.refuse_chooser(call);
            return Tree::Error;
        };
        if chain.item.is_sparse() {
            self.refuse_chooser(call);
            return Tree::Error;
        }
        let item = Item::Enumerate(chain.steps.clone(), Box::new(chain.item.clone()));
        let counted = Iter::one(chain.steps.clone(), item);
        self.first(&counted, callable.assigns(), hint, span, &|lower, pair| {
            let Tree::Tuple(pair) = pair else { return None };
            let [index, item] = &pair[..] else { return None };
            let answer = lower.invoke(callable, vec![item.clone()], None, span);
            if lower.reach != Reach::Live {
                return None;
            }
            Some((lower.scalar(answer, span)?, index.clone()))
        })
    }

    fn refuse_chooser(&mut self, call: &syn::ExprMethodCall) {
        self.cx.refuse(
            &call.method,
            format!("`{}` after `filter`, `flat_map` or `chain` is not differentiated yet", call.method),
            "write a loop with a counter",
        );
    }

    /// An item as values that a loop can carry: what it refers to, where it is a reference.
    pub(super) fn kept(&mut self, item: Tree, span: Span) -> Tree {
        match item {
            Tree::Ref { path, .. } => self.settle(Tree::Memory(path), span),
            Tree::Borrow(inner) => self.kept(*inner, span),
            Tree::Tuple(items) => Tree::Tuple(items.into_iter().map(|item| self.kept(item, span)).collect()),
            other => self.settle(other, span),
        }
    }
}

/// A value that was kept, with references where an item has them.
fn handed_out(form: &Tree, value: Tree) -> Tree {
    match (form, value) {
        (_, Tree::Never) => Tree::Never,
        (Tree::Ref { .. }, value) => Tree::Borrow(Box::new(value)),
        (Tree::Borrow(form), value) => Tree::Borrow(Box::new(handed_out(form, value))),
        (Tree::Tuple(forms), Tree::Tuple(items)) if forms.len() == items.len() => {
            Tree::Tuple(forms.iter().zip(items).map(|(form, item)| handed_out(form, item)).collect())
        }
        (_, value) => value,
    }
}

fn mixed(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}
