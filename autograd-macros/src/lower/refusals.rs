//! What no stage will ever accept inside a body, wherever it stands: found before anything is lowered.

use proc_macro2::Span;
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, Expr};

use crate::diagnostics::Diagnostics;

pub(super) fn refuse_outlaws(cx: &Diagnostics, block: &Block) {
    Outlaws { cx, placed: Vec::new() }.visit_block(block);
}

struct Outlaws<'c> {
    cx: &'c Diagnostics,
    /// The attributes of the macro that stand where they mean something.
    placed: Vec<*const Attribute>,
}

impl Outlaws<'_> {
    fn place(&mut self, attrs: &[Attribute], names: &[&str]) {
        let named = attrs.iter().filter(|attr| names.iter().any(|name| attr.path().is_ident(name)));
        self.placed.extend(named.map(std::ptr::from_ref));
    }
}

impl<'ast> Visit<'ast> for Outlaws<'_> {
    fn visit_expr_async(&mut self, block: &'ast syn::ExprAsync) {
        self.cx.refuse(
            block.async_token,
            "an `async` block cannot be differentiated",
            "compute the value in a plain function and call it from the `async` code",
        );
    }

    fn visit_expr_await(&mut self, expr: &'ast syn::ExprAwait) {
        self.cx.refuse(expr.await_token, "`await` cannot be differentiated", "await the value first and pass it in");
    }

    fn visit_expr_unsafe(&mut self, block: &'ast syn::ExprUnsafe) {
        self.cx.refuse(
            block.unsafe_token,
            "an `unsafe` block cannot be differentiated",
            "move it into a function of its own and give that a hand-written rule",
        );
    }

    fn visit_expr_raw_addr(&mut self, expr: &'ast syn::ExprRawAddr) {
        self.cx.refuse(expr, "a raw pointer cannot be differentiated through", "pass a reference or a slice");
    }

    fn visit_expr_yield(&mut self, expr: &'ast syn::ExprYield) {
        self.cx.refuse(expr.yield_token, "`yield` cannot be differentiated", "compute the values in a loop");
    }

    fn visit_type_ptr(&mut self, pointer: &'ast syn::TypePtr) {
        self.cx.refuse(pointer, "a raw pointer cannot be differentiated through", "pass a reference or a slice");
    }

    fn visit_type_trait_object(&mut self, object: &'ast syn::TypeTraitObject) {
        self.cx.refuse(
            object,
            "a trait object hides what has to be differentiated",
            "use a generic parameter or an enum",
        );
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let in_thread = path.segments.iter().any(|segment| segment.ident == "thread");
        for segment in &path.segments {
            let name = segment.ident.to_string();
            match name.as_str() {
                "Cell" | "RefCell" | "UnsafeCell" | "OnceCell" | "LazyCell" | "Mutex" | "RwLock" | "OnceLock"
                | "AtomicUsize" | "AtomicU64" | "AtomicI64" | "AtomicBool" | "AtomicU32" | "AtomicI32" => {
                    self.cx.refuse(
                        &segment.ident,
                        format!("`{name}` is interior mutability, which hides writes from the differentiation"),
                        "use a local `mut` variable or a `&mut` parameter",
                    );
                }
                "spawn" | "scope" if in_thread => self.cx.refuse(
                    &segment.ident,
                    "threads cannot be differentiated",
                    "compute in one thread, and run whole gradients in parallel outside",
                ),
                _ => {}
            }
        }
        visit::visit_path(self, path);
    }

    fn visit_item(&mut self, item: &'ast syn::Item) {
        // What is inside an item is its own affair: it is copied as it is.
        for attr in crate::primal::item_attributes(&mut item.clone()) {
            if let Some(name) = crate::primal::marker(attr) {
                self.cx.refuse(
                    &*attr,
                    format!("`#[{name}]` means nothing here"),
                    "an item carries no gradient: remove it",
                );
            }
        }
        if let syn::Item::Static(item) = item {
            self.cx.refuse(
                item.static_token,
                "a `static` inside a differentiated function would exist once per companion",
                "move it out of the function, or make it a `const`",
            );
        }
    }

    fn visit_macro(&mut self, macro_: &'ast syn::Macro) {
        if let Some(known) = super::macros::Known::parse(macro_) {
            for expr in known.exprs() {
                if super::exits::jumps_expr(expr) {
                    self.cx.refuse(
                        &macro_.path,
                        "a jump inside a macro is not differentiated",
                        "bind the value with a `let` of its own first",
                    );
                }
                // The parsed arguments live only here, shorter than the tree that is being walked.
                Outlaws { cx: self.cx, placed: Vec::new() }.visit_expr(expr);
            }
        }
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        self.place(&local.attrs, &["no_grad"]);
        visit::visit_local(self, local);
    }

    fn visit_stmt(&mut self, stmt: &'ast syn::Stmt) {
        if let syn::Stmt::Expr(expr, _) = stmt {
            self.place(super::stmt::attributes(expr), &["no_grad"]);
        }
        visit::visit_stmt(self, stmt);
    }

    fn visit_expr_for_loop(&mut self, loop_: &'ast syn::ExprForLoop) {
        self.place(&loop_.attrs, &["unroll", "checkpoint"]);
        visit::visit_expr_for_loop(self, loop_);
    }

    fn visit_expr_while(&mut self, loop_: &'ast syn::ExprWhile) {
        self.place(&loop_.attrs, &["unroll", "checkpoint"]);
        visit::visit_expr_while(self, loop_);
    }

    fn visit_expr_loop(&mut self, loop_: &'ast syn::ExprLoop) {
        self.place(&loop_.attrs, &["unroll", "checkpoint"]);
        visit::visit_expr_loop(self, loop_);
    }

    fn visit_attribute(&mut self, attr: &'ast Attribute) {
        if attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr") {
            let name = attr.path().to_token_stream().to_string();
            self.cx.refuse(
                attr,
                format!("`#[{name}]` inside a differentiated function is not known when it is differentiated"),
                "use `if cfg!(…)`, or put the attribute on two whole functions",
            );
            return;
        }
        let Some(name) = crate::primal::marker(attr) else { return };
        if !self.placed.contains(&std::ptr::from_ref(attr)) {
            let help = match name {
                "no_grad" => "put it on a parameter, a `let` or a whole statement, or write `detach(…)`",
                _ => "put it on a `for`, `while` or `loop`",
            };
            self.cx.refuse(attr, format!("`#[{name}]` means nothing here"), help);
        } else if !matches!(attr.meta, syn::Meta::Path(_)) {
            self.cx.refuse(attr, format!("`#[{name}]` takes no arguments"), format!("write `#[{name}]`"));
        }
    }
}

/// The span of the whole, for messages on something that has no token of its own.
pub(super) fn span_of(tokens: &impl ToTokens) -> Span {
    tokens.to_token_stream().into_iter().next().map_or_else(Span::call_site, |token| token.span())
}

/// Whether the expression itself was refused by [`refuse_outlaws`], so that lowering it says nothing more.
pub(super) fn is_outlaw(expr: &Expr) -> bool {
    matches!(expr, Expr::Async(_) | Expr::Await(_) | Expr::Unsafe(_) | Expr::RawAddr(_) | Expr::Yield(_))
}

/// Whether a `let` holds anything that was refused, so that its variables say nothing more.
pub(super) fn let_holds_outlaw(local: &syn::Local) -> bool {
    holds(|outlaws| outlaws.visit_local(local))
}

/// Whether an expression does.
pub(super) fn holds_outlaw(expr: &Expr) -> bool {
    holds(|outlaws| outlaws.visit_expr(expr))
}

fn holds(visit: impl FnOnce(&mut Outlaws<'_>)) -> bool {
    let silent = Diagnostics::new();
    visit(&mut Outlaws { cx: &silent, placed: Vec::new() });
    let found = !silent.is_empty();
    drop(silent.finish());
    found
}
