//! `Option` and `Result`: taken apart into whether they hold something and what, and put together where the whole is needed.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Expr;

use super::rename::Rename;
use super::tree::{Fault, Tree, Wrapped};
use super::{refusals, Lower};
use crate::ir::{Const, Init, Member, Opaque, Operand, Path, Payload, Step, StmtKind, Type, Wrapper};

impl Wrapped {
    /// `Some(payload)`, `Ok(payload)`
    pub(super) fn present(wrapper: Wrapper, payload: Tree) -> Self {
        Wrapped { wrapper, present: Operand::bool(true), payload, fault: Fault::None }
    }

    /// `None`
    pub(super) fn absent() -> Self {
        Wrapped { wrapper: Wrapper::Option, present: Operand::bool(false), payload: Tree::Never, fault: Fault::None }
    }

    pub(super) fn into_tree(self) -> Tree {
        Tree::Wrapped(Box::new(self))
    }
}

/// The step to what `Some` or `Ok` holds.
pub(super) fn payload_step(wrapper: Option<Wrapper>) -> Step {
    Step::Payload(match wrapper {
        Some(Wrapper::Option) => Payload::new(quote!(::core::option::Option::Some), Member::Unnamed(0)),
        Some(Wrapper::Result) => Payload::new(quote!(::core::result::Result::Ok), Member::Unnamed(0)),
        None => Payload::wrapped(),
    })
}

impl Lower<'_> {
    /// `Some(e)`, `Ok(e)`, `Err(e)` around something that carries a gradient; `None` if the call is something else.
    pub(super) fn wrap(&mut self, path: &syn::ExprPath, call: &syn::ExprCall) -> Option<Tree> {
        let last = path.path.segments.last()?;
        let [arg] = &call.args.iter().collect::<Vec<_>>()[..] else { return None };
        if last.ident == "Err" {
            return Some(self.fault_of(arg).map_or(Tree::Error, |fault| self.failed(fault)));
        }
        let wrapper = match last.ident.to_string().as_str() {
            "Some" => Wrapper::Option,
            "Ok" => Wrapper::Result,
            _ => return None,
        };
        let payload = match self.expr(arg, None) {
            tree @ (Tree::Error | Tree::Never) => return Some(tree),
            // What lies in memory keeps its own contents.
            tree => self.settle(tree, refusals::span_of(arg)),
        };
        Some(Wrapped::present(wrapper, payload).into_tree())
    }

    /// `Err(error)`: an `Option` of the error, which carries no gradient.
    fn fault_of(&mut self, error: &Expr) -> Option<Operand> {
        let span = refusals::span_of(error);
        let tree = self.expr(error, None);
        if matches!(tree, Tree::Error | Tree::Never) {
            return None;
        }
        let code = self.opaque_tree(&tree);
        let error = &code.code;
        let code = Opaque { code: quote!(::core::option::Option::Some(#error)), cheap: false, ..code };
        let fault = self.opaque_value(code, Type::Inactive, None, "error", span);
        Some(self.operand(fault, span))
    }

    /// A `Result` that holds an error.
    pub(super) fn failed(&mut self, fault: Operand) -> Tree {
        Wrapped {
            wrapper: Wrapper::Result,
            present: Operand::bool(false),
            payload: Tree::Never,
            fault: Fault::Value(fault),
        }
        .into_tree()
    }

    /// Takes an `Option` or a `Result` apart. `wrapper` says which of the two it is where nothing else does; `None` after an
    /// error.
    pub(super) fn taken_apart(&mut self, tree: Tree, wrapper: Option<Wrapper>, span: Span) -> Option<Wrapped> {
        let reference = match &tree {
            Tree::Ref { mutable, .. } => Some(*mutable),
            Tree::Borrow(_) => Some(false),
            _ => None,
        };
        match tree {
            Tree::Wrapped(wrapped) => Some(*wrapped),
            Tree::Borrow(inner) => {
                let wrapped = self.taken_apart(*inner, wrapper, span)?;
                let payload = match wrapped.payload {
                    Tree::Memory(path) => Tree::Ref { path, mutable: false },
                    Tree::Never => Tree::Never,
                    payload => Tree::Borrow(Box::new(payload)),
                };
                Some(Wrapped { payload, ..wrapped })
            }
            Tree::Error | Tree::Never | Tree::Unset => None,
            tree => {
                let known = match super::facts::through(self.tree_type(&tree)) {
                    Type::Wrapped(wrapper, _) => Some(wrapper),
                    _ => wrapper,
                };
                let fault = self.separated(&tree, known);
                // What is left of a `Result` whose error was taken out is an `Option`.
                let wrapper = if fault.is_some() { Some(Wrapper::Option) } else { known };
                let path = self.addressed(tree, span)?;
                let present = self.is_present(&path, wrapper, span);
                let inside = path.join(&[payload_step(wrapper)]);
                let payload = match reference {
                    Some(mutable) => Tree::Ref { path: inside, mutable },
                    None => Tree::Memory(inside),
                };
                let fault = match (fault, known) {
                    (Some(fault), _) => Fault::Value(fault),
                    (None, Some(Wrapper::Option)) => Fault::None,
                    (None, Some(Wrapper::Result) | None) => Fault::Of(path),
                };
                Some(Wrapped { wrapper: known.unwrap_or(Wrapper::Option), present, payload, fault })
            }
        }
    }

    /// The result of a call right before: the error is taken out there, so that nobody needs a copy of it.
    fn separated(&mut self, tree: &Tree, wrapper: Option<Wrapper>) -> Option<Operand> {
        let (Tree::Leaf(Operand::Value(result)), Some(Wrapper::Result)) = (tree, wrapper) else { return None };
        let at = self.region.stmts.iter().rposition(
            |stmt| matches!(&stmt.kind, StmtKind::Call(call) if call.result == *result && call.error.is_none()),
        )?;
        let span = self.region.stmts[at].span;
        let error = self.fresh(None, "error", span, Type::Inactive);
        self.function.values[error.0 as usize].differentiable = false;
        if let StmtKind::Call(call) = &mut self.region.stmts[at].kind {
            call.error = Some(error);
        }
        Some(error.into())
    }

    fn is_present(&mut self, path: &Path, wrapper: Option<Wrapper>, span: Span) -> Operand {
        let mut code = self.opaque_receiver(&Tree::Ref { path: path.clone(), mutable: false });
        let (receiver, private) = (&code.code, &self.signature.private);
        code.code = match wrapper {
            Some(Wrapper::Option) => quote!(#receiver.is_some()),
            Some(Wrapper::Result) => quote!(#receiver.is_ok()),
            None => quote!(#private::is_present(&#receiver)),
        };
        code.cheap = true;
        let tree = self.opaque_value(code, Type::Bool, None, "present", span);
        self.operand(tree, span)
    }

    /// What is held, without memory: looked at only where it is there. A payload without a default of its own is packed.
    pub(super) fn settle_wrapped(&mut self, wrapped: Wrapped, span: Span) -> Tree {
        if !needs_settling(&wrapped.payload) {
            return wrapped.into_tree();
        }
        if !self.has_default(&self.tree_type(&wrapped.payload)) && !is_certain(&wrapped.present) {
            return Tree::Leaf(self.packed(wrapped, span));
        }
        let payload = self.if_present(&wrapped, span, &|lower, payload| lower.settle(payload, span));
        Wrapped { payload, ..wrapped }.into_tree()
    }

    /// What `inside` makes of the payload, where there is one.
    pub(super) fn if_present(
        &mut self,
        wrapped: &Wrapped,
        span: Span,
        inside: &dyn Fn(&mut Self, Tree) -> Tree,
    ) -> Tree {
        if is_certain(&wrapped.present) {
            return inside(self, wrapped.payload.clone());
        }
        let present = wrapped.present.clone();
        self.branch(span, present, None, &|lower| inside(lower, wrapped.payload.clone()), &|_| Tree::Never)
    }

    /// Whether a value of the type can stand where nobody looks at it, so that it need not be there.
    pub(super) fn has_default(&self, ty: &Type) -> bool {
        match ty {
            Type::Float(_) | Type::Int | Type::Bool | Type::Unit | Type::Vec(_) => true,
            Type::Tuple(items) => items.iter().all(|item| self.has_default(item)),
            Type::Array(item, _) => item.is_float() || matches!(**item, Type::Int | Type::Bool),
            Type::Wrapped(Wrapper::Option, _) => true,
            Type::Slice(_) | Type::Ref(_) | Type::Wrapped(Wrapper::Result, _) | Type::Unknown(_) | Type::Inactive => {
                false
            }
        }
    }

    /// The whole as one value.
    pub(super) fn packed(&mut self, wrapped: Wrapped, span: Span) -> Operand {
        let ty = Type::Wrapped(wrapped.wrapper, Box::new(self.tree_type(&wrapped.payload)));
        let active = self.tree_active(&wrapped.payload);
        if matches!(wrapped.payload, Tree::Ref { .. } | Tree::Choice(_)) {
            self.cx.refuse_at(
                span,
                "an `Option` of a reference that is kept as a value is not differentiated yet",
                "use it where it is made: `if let Some(x) = …`, `match`, `unwrap`",
            );
            return Operand::float(0.0, crate::ir::Float::Literal);
        }
        let tree = self.branch(
            span,
            wrapped.present.clone(),
            None,
            &|lower| {
                let init = lower.payload_init(&wrapped, span);
                let ident = lower.names.temporary("packed", span);
                let path = lower.declare_place(ident, ty.clone(), init, span);
                lower.function.places[path.root.0 as usize].differentiable = active;
                Tree::Leaf(lower.load(path, span, None))
            },
            &|lower| {
                let mut rename = Rename::new(lower);
                let code = match rename.fault(&wrapped.fault, span) {
                    Some(fault) => quote!(::core::result::Result::Err(#fault.unwrap())),
                    None => quote!(::core::option::Option::None),
                };
                let mut code = rename.finish(code);
                code.cheap = false;
                let tree = lower.opaque_value(code, ty.clone(), None, "packed", span);
                if let Tree::Leaf(Operand::Value(value)) = &tree {
                    lower.function.values[value.0 as usize].ty = ty.clone();
                }
                tree
            },
        );
        self.operand(tree, span)
    }

    /// The whole as the first contents of memory.
    pub(super) fn init_of_wrapped(&mut self, wrapped: Wrapped, span: Span) -> Init {
        if is_certain(&wrapped.present) {
            self.payload_init(&wrapped, span)
        } else {
            Init::Value(self.packed(wrapped, span))
        }
    }

    /// `Some(payload)`
    fn payload_init(&mut self, wrapped: &Wrapped, span: Span) -> Init {
        let name = match wrapped.wrapper {
            Wrapper::Option => quote!(::core::option::Option::Some),
            Wrapper::Result => quote!(::core::result::Result::Ok),
        };
        let payload = self.init_of(wrapped.payload.clone(), span);
        Init::Struct { name, fields: vec![(payload_step(Some(wrapped.wrapper)), payload)] }
    }

    /// `e?`: the payload, or a return of what there is instead.
    pub(super) fn question(&mut self, expr: &syn::ExprTry, rest: super::Rest<'_>) -> Tree {
        let span = expr.question_token.spans[0];
        let tree = self.expr(&expr.expr, None);
        if matches!(tree, Tree::Error | Tree::Never) {
            return tree;
        }
        let expected = match &self.frame.output {
            Type::Wrapped(wrapper, _) => Some(*wrapper),
            _ => None,
        };
        if !self.tree_active(&tree) {
            return self.inactive_question(tree, span, rest);
        }
        let Some(wrapped) = self.taken_apart(tree, expected, span) else { return Tree::Error };
        let (present, payload, fault) = (wrapped.present, wrapped.payload, wrapped.fault);
        let wrapper = wrapped.wrapper;
        self.branch(span, present, None, &|lower| (rest.run)(lower, payload.clone()), &|lower| {
            let failed = match wrapper {
                Wrapper::Option => Wrapped::absent().into_tree(),
                Wrapper::Result => lower.converted(&fault, span),
            };
            lower.return_(failed, span)
        })
    }

    /// `?` converts the error.
    fn converted(&mut self, fault: &Fault, span: Span) -> Tree {
        let mut rename = Rename::new(self);
        let fault = rename.fault(fault, span).unwrap_or(quote!(::core::option::Option::None));
        // Without a known type to convert to, an error stays what it is.
        let known = !self.frame.inlined || matches!(self.frame.output, Type::Wrapped(..));
        let code = if known { quote!(#fault.map(::core::convert::From::from)) } else { fault };
        let mut code = rename.finish(code);
        code.cheap = false;
        let tree = self.opaque_value(code, Type::Inactive, None, "error", span);
        let operand = self.operand(tree, span);
        self.failed(operand)
    }

    /// `e?` of something without a gradient: both parts are taken out of it by value.
    fn inactive_question(&mut self, tree: Tree, span: Span, rest: super::Rest<'_>) -> Tree {
        let whole = self.opaque_tree(&tree);
        let (tokens, private) = (&whole.code, &self.signature.private);
        let code = Opaque { code: quote!(#private::into_parts(#tokens)), cheap: false, ..whole };
        let parts = self.opaque_value(code, Type::Inactive, None, "parts", span);
        let part = |lower: &mut Self, build: &dyn Fn(&TokenStream) -> TokenStream, name: &str, ty: Type| {
            let parts = lower.opaque_tree(&parts);
            let code = Opaque { code: build(&parts.code), cheap: false, ..parts };
            let tree = lower.opaque_value(code, ty, None, name, span);
            lower.operand(tree, span)
        };
        let present = part(self, &|parts| quote!(#parts.0.is_some()), "present", Type::Bool);
        self.branch(
            span,
            present,
            None,
            &|lower| {
                let payload = part(lower, &|parts| quote!(#parts.0.unwrap()), "payload", Type::Inactive);
                (rest.run)(lower, Tree::Leaf(payload))
            },
            &|lower| {
                let failed = match &lower.frame.output {
                    Type::Wrapped(Wrapper::Result, _) => {
                        let fault = part(lower, &|parts| quote!(#parts.1), "error", Type::Inactive);
                        lower.converted(&Fault::Value(fault), span)
                    }
                    _ => Wrapped::absent().into_tree(),
                };
                lower.return_(failed, span)
            },
        )
    }

    /// The leaves of a wrapped result of the function: packed where a payload has no zero of its own.
    pub(super) fn returned_wrapped(&mut self, wrapped: Wrapped, span: Span) -> Tree {
        let settled = self.settle_wrapped(wrapped, span);
        let Tree::Wrapped(wrapped) = settled else { return settled };
        let declared = match &self.signature.output.kind {
            Type::Wrapped(_, ty) if !self.frame.inlined => (**ty).clone(),
            _ => self.tree_type(&wrapped.payload),
        };
        if self.frame.inlined || has_zero(&declared) {
            return wrapped.into_tree();
        }
        Tree::Leaf(self.packed(*wrapped, span))
    }

    /// An `Option` of the error where the function returns a `Result`.
    pub(super) fn fault_operand(&mut self, fault: &Fault, span: Span) -> Operand {
        if let Fault::Value(operand) = fault {
            return operand.clone();
        }
        let mut rename = Rename::new(self);
        let found = rename.fault(fault, span);
        // Where nobody asks for it, its type would be unknown: that there is none costs nothing to say again.
        let cheap = found.is_none();
        let mut code = rename.finish(found.unwrap_or(quote!(::core::option::Option::None)));
        code.cheap = cheap;
        let tree = self.opaque_value(code, Type::Inactive, None, "error", span);
        self.operand(tree, span)
    }
}

/// Whether the type's zero tangent is known from the type alone.
pub(super) fn has_zero(ty: &Type) -> bool {
    match ty {
        Type::Float(_) | Type::Int | Type::Bool | Type::Unit | Type::Inactive | Type::Wrapped(Wrapper::Option, _) => {
            true
        }
        Type::Tuple(items) => items.iter().all(has_zero),
        Type::Array(item, _) => item.is_float(),
        Type::Slice(_) | Type::Vec(_) | Type::Ref(_) | Type::Wrapped(Wrapper::Result, _) | Type::Unknown(_) => false,
    }
}

pub(super) fn is_certain(present: &Operand) -> bool {
    matches!(present, Operand::Const(Const::Bool(true)))
}

/// Whether there is memory in it that has not been read.
fn needs_settling(tree: &Tree) -> bool {
    match tree {
        Tree::Memory(_) => true,
        Tree::Tuple(items) => items.iter().any(needs_settling),
        Tree::Wrapped(wrapped) => needs_settling(&wrapped.payload),
        Tree::Leaf(_)
        | Tree::Ref { .. }
        | Tree::Borrow(_)
        | Tree::Closure(_)
        | Tree::Iter(_)
        | Tree::Choice(_)
        | Tree::Unset
        | Tree::Never
        | Tree::Error => false,
    }
}
