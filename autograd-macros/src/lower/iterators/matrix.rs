//! Methods of matrices that take a closure, constructors that do, and parts of matrices that are written to.
//!
//! A matrix is of a type that the macro does not know. What is lowered here stands for a matrix by the name of the method
//! and by the closure that it is given; rustc refuses the result where it is something else.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span};
use quote::{quote, ToTokens};
use syn::{Expr, ExprMethodCall};

use super::super::tree::Tree;
use super::super::{facts, methods, scan, Lower, Reach};
use super::walk::Plan;
use super::{Item, Iter, Steps, View};
use crate::ir::{Arg, Call, Callee, Init, Operand, Path, Step, StmtKind, Type};

/// Methods that return matrices, apart from those that only read.
const OF_MATRICES: &[&str] = &["clone", "into_owned", "normalize", "scale", "map", "zip_map", "pow"];

impl Lower<'_> {
    /// `m.map(f)`, `m.zip_map(&n, f)`, `m.fold(a, f)`, `m.apply(f)`, `m.zip_apply(&n, f)`, `m.column_mut(i).copy_from(&v)`;
    /// `None` if it is something else.
    pub(in crate::lower) fn matrix_method(&mut self, call: &ExprMethodCall, hint: Option<&Ident>) -> Option<Tree> {
        if let Expr::MethodCall(part) = &*call.receiver {
            if let Some((read, write)) = part_methods(&part.method.to_string()) {
                return self.is_matrix(&part.receiver).then(|| self.written_part(part, call, read, write, hint));
            }
        }
        let name = call.method.to_string();
        let known =
            matches!((name.as_str(), call.args.len()), ("map" | "apply", 1) | ("zip_map" | "zip_apply" | "fold", 2));
        let takes_closure = call.args.last().is_some_and(|last| matches!(last, Expr::Closure(_) | Expr::Path(_)));
        if !known || !takes_closure || !self.is_matrix(&call.receiver) {
            return None;
        }
        if name == "map" && self.may_wrap(&call.receiver) {
            return None;
        }
        let span = call.method.span();
        let receiver = self.place(&call.receiver);
        if matches!(receiver, Tree::Error | Tree::Never) {
            return Some(receiver);
        }
        let Some(path) = self.addressed(receiver, span) else { return Some(Tree::Error) };
        let done = match name.as_str() {
            "fold" => {
                let iter = self.entries(&path, View::Value, span);
                Some(self.consume("fold", call, iter, None, hint))
            }
            "map" | "zip_map" => self.mapped_matrix(&path, call, hint),
            _ => self.applied(&path, call),
        };
        Some(done.unwrap_or(Tree::Error))
    }

    /// Whether an expression may be a matrix: its type is not known, and it is no iterator.
    fn is_matrix(&self, receiver: &Expr) -> bool {
        let unknown = matches!(facts::through(self.type_of(receiver)), Type::Unknown(_) | Type::Inactive);
        unknown && !super::is_chain(receiver) && !self.is_kept(receiver) && !self.quiet(receiver)
    }

    /// Whether `map` is rather that of an `Option` or a `Result`: of what a function returned, or of a field.
    fn may_wrap(&self, receiver: &Expr) -> bool {
        match receiver {
            Expr::Paren(inner) => self.may_wrap(&inner.expr),
            Expr::Reference(inner) => self.may_wrap(&inner.expr),
            Expr::Field(_) => true,
            Expr::MethodCall(call) => !returns_matrix(&call.method.to_string()),
            Expr::Call(_) => !self.makes_matrix(receiver, None),
            Expr::Path(path) => {
                let id = scan::local_name(path).and_then(|name| self.env.lookup(&name.to_string()));
                match id.map(|id| self.env.tree(id)) {
                    Some(Tree::Leaf(Operand::Value(value))) => self.returned.contains(value),
                    Some(_) | None => false,
                }
            }
            _ => false,
        }
    }

    /// All entries, column after column.
    fn entries(&mut self, path: &Path, view: View, span: Span) -> Iter {
        let len = self.length(path, span);
        if view == View::Exclusive {
            self.function.places[path.root.0 as usize].mutable = true;
        }
        Iter::one(Steps::to(len), Item::Element { path: path.clone(), view })
    }

    /// The entries of the receiver, or of both matrices, which must be of one shape, as nalgebra says.
    fn arguments(&mut self, path: &Path, view: View, call: &ExprMethodCall) -> Option<Iter> {
        let span = call.method.span();
        let mut iter = self.entries(path, view, span);
        if call.args.len() == 2 {
            let other = self.place(call.args.first()?);
            let other = self.addressed(other, span)?;
            let mut code = self.opaque_receiver(&Tree::Ref { path: path.clone(), mutable: false });
            let with = self.opaque_receiver(&Tree::Ref { path: other.clone(), mutable: false });
            let (a, b) = (&code.code, &with.code);
            code.code = quote! {
                ::core::assert!(#a.shape() == #b.shape(), "Matrix simultaneous traversal error: dimension mismatch.");
            };
            code.uses.extend(with.uses);
            code.places.extend(with.places);
            code.cheap = false;
            self.effect(code, &[], span);
            let item = Item::Element { path: other, view: View::Value };
            iter = iter.wrapped(|first| Item::Zip(Box::new(first), Box::new(item.clone())));
        }
        Some(iter)
    }

    /// A new matrix of the same shape, each entry stored by a loop.
    fn mapped_matrix(&mut self, path: &Path, call: &ExprMethodCall, hint: Option<&Ident>) -> Option<Tree> {
        let span = call.method.span();
        let callable = self.callable(call.args.last()?)?;
        let iter = self.arguments(path, View::Value, call)?;
        let mut code = self.opaque_receiver(&Tree::Ref { path: path.clone(), mutable: false });
        let like = &code.code;
        code.code = quote!(#like.map(|_| ::core::default::Default::default()));
        code.cheap = false;
        let mapped = self.new_matrix(Init::Opaque(code), hint, "mapped", span);
        let assigned = callable.assigns().iter().copied().collect();
        let counted = iter.wrapped(|item| Item::Zip(Box::new(Item::Index), Box::new(item)));
        let done = self.run(&counted, &Plan::at(span), &assigned, &|lower, pair| {
            let Tree::Tuple(pair) = pair else { return };
            let [Tree::Leaf(index), item] = &pair[..] else { return };
            let value = lower.invoke(&callable, several(item.clone()), None, span);
            lower.store_entry(&mapped, index.clone(), value, span);
        });
        Some(if matches!(done, Tree::Error | Tree::Never) { done } else { Tree::Memory(mapped) })
    }

    /// Each entry written by a closure.
    fn applied(&mut self, path: &Path, call: &ExprMethodCall) -> Option<Tree> {
        let span = call.method.span();
        let callable = self.callable(call.args.last()?)?;
        let iter = self.arguments(path, View::Exclusive, call)?;
        let assigned = callable.assigns().iter().copied().collect();
        Some(self.run(&iter, &Plan::at(span), &assigned, &|lower, item| {
            let _: Tree = lower.invoke(&callable, several(item), None, span);
        }))
    }

    /// `Matrix3::from_fn(|i, j| …)`, with sizes in front where they are not in the type; `None` if it is something else.
    pub(in crate::lower) fn matrix_from_fn(
        &mut self,
        path: &syn::ExprPath,
        call: &syn::ExprCall,
        hint: Option<&Ident>,
    ) -> Option<Tree> {
        let span = path.path.segments.last()?.ident.span();
        let owner = path.path.segments.iter().rev().nth(1);
        let from_fn = path.path.segments.last()?.ident == "from_fn";
        let Some(Expr::Closure(closure)) = call.args.last() else { return None };
        if !from_fn || closure.inputs.len() != 2 || owner.is_none_or(|owner| owner.ident == "array") {
            return None;
        }
        let mut zeros = call.clone();
        zeros.args.pop();
        if let Expr::Path(path) = &mut *zeros.func {
            path.path.segments.last_mut()?.ident = Ident::new("zeros", span);
        }
        let mut code = self.opaque(&Expr::Call(zeros));
        code.cheap = false;
        let made = self.new_matrix(Init::Opaque(code), hint, "made", span);
        let Some(callable) = self.callable(call.args.last()?) else { return Some(Tree::Error) };
        let whole = Tree::Ref { path: made.clone(), mutable: false };
        let mut sizes = ["nrows", "ncols"].into_iter().map(|name| {
            let method = Ident::new(name, span);
            let mut code = self.opaque_receiver(&whole);
            let receiver = &code.code;
            code.code = quote!(#receiver.#method());
            let tree = self.opaque_value(code, Type::Int, None, name, span);
            Iter::one(Steps::to(self.operand(tree, span)), Item::Index)
        });
        let (rows, columns) = (sizes.next()?, sizes.next()?);
        drop(sizes);
        let assigned: BTreeSet<_> = callable.assigns().iter().copied().collect();
        let done = self.run(&columns, &Plan::at(span), &assigned, &|lower, column| {
            let _: Tree = lower.run(&rows, &Plan::at(span), &assigned, &|lower, row| {
                let value = lower.invoke(&callable, vec![row.clone(), column.clone()], None, span);
                let index = lower.operand(Tree::Tuple(vec![row, column.clone()]), span);
                lower.store_entry(&made, index, value, span);
            });
        });
        Some(if matches!(done, Tree::Error | Tree::Never) { done } else { Tree::Memory(made) })
    }

    fn new_matrix(&mut self, init: Init, hint: Option<&Ident>, name: &str, span: Span) -> Path {
        let ident = match hint {
            Some(hint) => self.names.user(hint),
            None => self.names.temporary(name, span),
        };
        let path = self.declare_place(ident, Type::Unknown(None), init, span);
        let place = &mut self.function.places[path.root.0 as usize];
        place.mutable = true;
        place.differentiable = true;
        path
    }

    fn store_entry(&mut self, path: &Path, index: Operand, value: Tree, span: Span) {
        if self.reach != Reach::Live || matches!(value, Tree::Error) {
            return;
        }
        let value = self.settle(value.deref(), span);
        let value = self.operand(value, span);
        self.region.push(span, StmtKind::Store { path: path.join(&[Step::Index(index)]), value });
    }

    /// `m.column_mut(i).method(args)`: written directly where that is `copy_from`, else on a copy that is written back.
    fn written_part(
        &mut self,
        part: &ExprMethodCall,
        call: &ExprMethodCall,
        read: &str,
        write: &str,
        hint: Option<&Ident>,
    ) -> Tree {
        let span = part.method.span();
        let mut written = part.clone();
        written.method = Ident::new(write, span);
        if call.method == "copy_from" && call.args.len() == 1 {
            written.args.extend(call.args.iter().cloned());
            return self.method(&written, None);
        }
        let mut taken = part.clone();
        taken.method = Ident::new(read, span);
        let copy = self.method(&taken, None);
        if matches!(copy, Tree::Error | Tree::Never) {
            return copy;
        }
        let Some(copy) = self.addressed(copy, span) else { return Tree::Error };
        self.function.places[copy.root.0 as usize].mutable = true;
        let result = self.user_method(call, Tree::Memory(copy.clone()), hint, call.method.span());
        if matches!(result, Tree::Error | Tree::Never) {
            return result;
        }
        // `m.set_column(i, &copy)`
        let receiver = self.place(&part.receiver);
        let Some(path) = self.addressed(receiver, span) else { return Tree::Error };
        let mut args = vec![Arg::Ref { path, mutable: true }];
        for arg in &part.args {
            match self.arg(arg) {
                Some(arg) => args.push(arg),
                None => return Tree::Error,
            }
        }
        args.push(Arg::Ref { path: copy, mutable: false });
        let generics = part.turbofish.as_ref().map(ToTokens::to_token_stream).unwrap_or_default();
        let prefix = proc_macro2::TokenStream::new();
        let callee = Callee { prefix, name: written.method, generics, recursive: false, method: true };
        let done = self.fresh(None, write, span, Type::Unknown(None));
        self.region.push(span, StmtKind::Call(Call { callee, args, result: done, error: None, pullback: None }));
        result
    }

    /// `path.row(index)`, an item of `row_iter`.
    pub(super) fn part_at(&mut self, path: &Path, method: &Ident, index: &Operand) -> Tree {
        let span = method.span();
        let args = vec![Arg::Ref { path: path.clone(), mutable: false }, Arg::Value(index.clone())];
        let prefix = proc_macro2::TokenStream::new();
        let generics = proc_macro2::TokenStream::new();
        let callee = Callee { prefix, name: method.clone(), generics, recursive: false, method: true };
        let result = self.fresh(None, &method.to_string(), span, Type::Unknown(None));
        self.region.push(span, StmtKind::Call(Call { callee, args, result, error: None, pullback: None }));
        Tree::Leaf(result.into())
    }

    /// `row_iter`, `column_iter`
    pub(super) fn parts(&mut self, receiver: Tree, name: &str, span: Span) -> Option<Iter> {
        let path = self.addressed(receiver, span)?;
        let (method, count) = if name == "row_iter" { ("row", "nrows") } else { ("column", "ncols") };
        let mut code = self.opaque_receiver(&Tree::Ref { path: path.clone(), mutable: false });
        let (receiver, counted) = (&code.code, Ident::new(count, span));
        code.code = quote!(#receiver.#counted());
        let tree = self.opaque_value(code, Type::Int, None, count, span);
        let count = self.operand(tree, span);
        Some(Iter::one(Steps::to(count), Item::Part { path, method: Ident::new(method, span) }))
    }

    /// `let mut m = Matrix3::zeros();`: entries that are written to later may carry a gradient.
    pub(in crate::lower) fn makes_matrix(&self, init: &Expr, ty: Option<&syn::Type>) -> bool {
        let of_path = |path: &syn::Path, nth: usize| {
            path.segments.iter().rev().nth(nth).is_some_and(|segment| is_matrix_name(&segment.ident.to_string()))
        };
        match (ty, init) {
            (Some(syn::Type::Path(ty)), _) if of_path(&ty.path, 0) => true,
            (_, Expr::Paren(inner)) => self.makes_matrix(&inner.expr, ty),
            (_, Expr::Call(call)) => matches!(&*call.func, Expr::Path(path) if of_path(&path.path, 1)),
            (_, Expr::MethodCall(call)) => self.makes_matrix(&call.receiver, None),
            (_, Expr::Binary(binary)) => {
                self.makes_matrix(&binary.left, None) || self.makes_matrix(&binary.right, None)
            }
            _ => false,
        }
    }
}

/// Whether a method of this name is taken for a matrix's, which returns a matrix.
pub(in crate::lower) fn returns_matrix(name: &str) -> bool {
    methods::only_reads(name) || OF_MATRICES.contains(&name)
}

/// The items of a zipped pair one by one.
fn several(item: Tree) -> Vec<Tree> {
    match item {
        Tree::Tuple(items) => items,
        item => vec![item],
    }
}

/// How a part that is lent for writing is read and written back.
fn part_methods(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "column_mut" => ("column", "set_column"),
        "row_mut" => ("row", "set_row"),
        "rows_mut" => ("rows", "set_rows"),
        "columns_mut" => ("columns", "set_columns"),
        "view_mut" => ("view", "set_view"),
        "fixed_rows_mut" => ("fixed_rows", "set_fixed_rows"),
        "fixed_columns_mut" => ("fixed_columns", "set_fixed_columns"),
        "fixed_view_mut" => ("fixed_view", "set_fixed_view"),
        _ => return None,
    })
}

/// nalgebra's names of types whose values are matrices, points or motions.
fn is_matrix_name(name: &str) -> bool {
    const OTHERS: &[&str] = &["Isometry3", "Rotation2", "Rotation3", "UnitComplex", "UnitQuaternion", "Translation3"];
    if OTHERS.contains(&name) {
        return true;
    }
    let rest =
        ["RowVector", "RowSVector", "RowDVector", "RowOVector", "SMatrix", "DMatrix", "OMatrix", "SVector", "DVector"]
            .into_iter()
            .chain(["OVector", "Matrix", "Vector", "Point"])
            .find_map(|prefix| name.strip_prefix(prefix));
    rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || c == 'x' || c == 'X'))
}
