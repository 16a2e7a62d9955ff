//! Questions about syntax that need no types: which names it mentions from outside, what it assigns, whether it jumps.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Block, Expr, Macro, Pat, Stmt};

use super::{macros, methods};

/// What a piece of syntax does with the names that it does not declare itself.
#[derive(Default)]
pub(super) struct Mentions {
    scopes: Vec<HashSet<String>>,
    in_closure: bool,
    /// Every free name, in order of appearance, possibly several times.
    pub(super) used: Vec<Ident>,
    /// `x = …`, `x += …`, `x.0 = …`, `(x, y) = …`
    pub(super) assigned: Vec<Ident>,
    /// `x[i] = …`, `*x += …`, `x.push(…)`, `&mut x`
    pub(super) written: Vec<Ident>,
    /// `&mut x`, and what a closure assigns that is handed to others: the variable must lie in memory.
    pub(super) borrowed: HashSet<String>,
    /// `x[…]`, `&x`: where the type is unknown, the value must lie in memory.
    pub(super) indexed: HashSet<String>,
}

impl Mentions {
    pub(super) fn of_expr(expr: &Expr) -> Self {
        let mut found = Mentions::default();
        found.visit_expr(expr);
        found
    }

    pub(super) fn of_stmt(stmt: &Stmt) -> Self {
        let mut found = Mentions::default();
        found.scopes.push(HashSet::new());
        found.visit_stmt(stmt);
        found
    }

    /// For a whole body: whatever a name means, wherever it is declared.
    pub(super) fn of_body(block: &Block) -> Self {
        let mut found = Mentions { ..Mentions::default() };
        found.visit_block(block);
        found
    }

    /// What the body of a loop assigns of the variables outside it; `pat` is the loop's own variable.
    pub(super) fn of_loop(pat: Option<&Pat>, cond: Option<&Expr>, body: &Block) -> Self {
        let mut found = Mentions::default();
        cond.iter().for_each(|cond| found.visit_expr(cond));
        found.scoped(|found| {
            pat.iter().for_each(|pat| found.bind(pat));
            found.visit_block(body);
        });
        found
    }

    fn scoped(&mut self, inside: impl FnOnce(&mut Self)) {
        self.scopes.push(HashSet::new());
        inside(self);
        self.scopes.pop();
    }

    fn bind(&mut self, pat: &Pat) {
        let names = bindings(pat).into_iter().map(|ident| ident.to_string());
        if let Some(scope) = self.scopes.last_mut() {
            scope.extend(names);
        }
    }

    fn is_free(&self, name: &Ident) -> bool {
        let name = name.to_string();
        !self.scopes.iter().any(|scope| scope.contains(&name))
    }

    fn use_name(&mut self, name: &Ident) {
        if self.is_free(name) {
            self.used.push(name.clone());
        }
    }

    fn assign(&mut self, target: &Expr) {
        match target {
            Expr::Paren(inner) => self.assign(&inner.expr),
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|target| self.assign(target)),
            Expr::Path(_) | Expr::Field(_) => {
                let Some((name, through_memory)) = root(target) else { return };
                if through_memory {
                    self.write(target);
                } else {
                    if self.in_closure {
                        self.borrowed.insert(name.to_string());
                    }
                    if self.is_free(&name) {
                        self.assigned.push(name);
                    }
                }
            }
            other => self.write(other),
        }
    }

    /// What a pattern looks into must lie in memory.
    fn looked_into(&mut self, expr: &Expr) {
        match expr {
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|elem| self.looked_into(elem)),
            other => {
                if let Some((name, _)) = root(other) {
                    self.indexed.insert(name.to_string());
                }
            }
        }
    }

    /// An argument of a call that stays as it is: what a closure assigns must lie in memory then.
    fn handed_out(&mut self, arg: &Expr) {
        let outer = std::mem::replace(&mut self.in_closure, matches!(arg, Expr::Closure(_)));
        self.visit_expr(arg);
        self.in_closure = outer;
    }

    fn write(&mut self, target: &Expr) {
        if let Some((name, _)) = root(target) {
            if self.is_free(&name) {
                self.written.push(name);
            }
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        let mut after_dot = false;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) if !after_dot => self.use_name(&ident),
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    for name in macros::captured_names(&literal.to_string()) {
                        self.use_name(&Ident::new(&name, literal.span()));
                    }
                }
                TokenTree::Punct(punct) if punct.as_char() == '.' => {
                    after_dot = true;
                    continue;
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
            after_dot = false;
        }
    }
}

impl<'ast> Visit<'ast> for Mentions {
    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        if let Some(name) = local_name(path) {
            self.use_name(name);
        }
    }

    fn visit_block(&mut self, block: &'ast Block) {
        self.scoped(|found| visit::visit_block(found, block));
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let Some(init) = &local.init {
            if super::variants::looks_inside(&local.pat) {
                self.looked_into(&init.expr);
            }
            self.visit_expr(&init.expr);
            if let Some((_, diverge)) = &init.diverge {
                self.visit_expr(diverge);
            }
        }
        self.bind(&local.pat);
    }

    fn visit_item(&mut self, _: &'ast syn::Item) {}

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.scoped(|found| {
            found.bind(&arm.pat);
            visit::visit_arm(found, arm);
        });
    }

    fn visit_expr_let(&mut self, condition: &'ast syn::ExprLet) {
        if super::variants::looks_inside(&condition.pat) {
            self.looked_into(&condition.expr);
        }
        self.visit_expr(&condition.expr);
        self.bind(&condition.pat);
    }

    fn visit_expr_if(&mut self, branch: &'ast syn::ExprIf) {
        self.scoped(|found| {
            found.visit_expr(&branch.cond);
            found.visit_block(&branch.then_branch);
        });
        if let Some((_, otherwise)) = &branch.else_branch {
            self.visit_expr(otherwise);
        }
    }

    fn visit_expr_while(&mut self, loop_: &'ast syn::ExprWhile) {
        self.scoped(|found| visit::visit_expr_while(found, loop_));
    }

    fn visit_expr_for_loop(&mut self, loop_: &'ast syn::ExprForLoop) {
        self.visit_expr(&loop_.expr);
        self.scoped(|found| {
            found.bind(&loop_.pat);
            found.visit_block(&loop_.body);
        });
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        self.scoped(|found| {
            closure.inputs.iter().for_each(|input| found.bind(input));
            found.visit_expr(&closure.body);
        });
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        self.visit_expr(&call.func);
        // What is swapped or replaced is assigned; it need not lie in memory for that.
        let moves = matches!(&*call.func, Expr::Path(path) if super::moves::of_mem(path).is_some());
        for arg in &call.args {
            match super::moves::lent_variable(arg).filter(|_| moves) {
                Some(name) => {
                    self.use_name(name);
                    if self.in_closure {
                        self.borrowed.insert(name.to_string());
                    }
                    if self.is_free(name) {
                        self.assigned.push(name.clone());
                        self.written.push(name.clone());
                    }
                }
                None => self.handed_out(arg),
            }
        }
    }

    fn visit_expr_match(&mut self, branch: &'ast syn::ExprMatch) {
        if branch.arms.iter().any(|arm| super::variants::looks_inside(&arm.pat)) {
            self.looked_into(&branch.expr);
        }
        visit::visit_expr_match(self, branch);
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        self.assign(&assign.left);
        visit::visit_expr_assign(self, assign);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        if super::operators::compound(&binary.op).is_some() {
            self.assign(&binary.left);
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_reference(&mut self, reference: &'ast syn::ExprReference) {
        if let Some((name, through_memory)) = root(&reference.expr) {
            if reference.mutability.is_some() {
                if !through_memory {
                    self.borrowed.insert(name.to_string());
                }
                self.write(&reference.expr);
            }
            self.indexed.insert(name.to_string());
        }
        visit::visit_expr_reference(self, reference);
    }

    fn visit_expr_index(&mut self, index: &'ast syn::ExprIndex) {
        if let Some((name, _)) = root(&index.expr) {
            self.indexed.insert(name.to_string());
        }
        visit::visit_expr_index(self, index);
    }

    fn visit_expr_field(&mut self, field: &'ast syn::ExprField) {
        if let Some((name, _)) = root(&field.base) {
            self.indexed.insert(name.to_string());
        }
        visit::visit_expr_field(self, field);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if let (Some((name, _)), false) = (root(&call.receiver), methods::is_float_function(&call.method.to_string())) {
            self.indexed.insert(name.to_string());
        }
        let method = call.method.to_string();
        // An `Option` that is taken is assigned, one that is lent must lie in memory.
        match (&*call.receiver, method.as_str()) {
            (Expr::Path(path), "take" | "replace") if call.args.len() < 2 => {
                if let Some(name) = local_name(path).filter(|name| self.is_free(name)) {
                    self.assigned.push(name.clone());
                }
            }
            (Expr::Path(path), "as_mut" | "as_deref_mut") => {
                if let Some(name) = local_name(path) {
                    self.borrowed.insert(name.to_string());
                }
            }
            _ => {}
        }
        if !reads_only(&method) {
            self.write(&call.receiver);
        }
        self.visit_expr(&call.receiver);
        let inlined = super::iterators::is_known(&method)
            || super::wrapper_methods::is_wrapper_method(&method)
            || matches!(method.as_str(), "fill_with" | "retain");
        for arg in &call.args {
            if inlined {
                self.visit_expr(arg);
            } else {
                self.handed_out(arg);
            }
        }
    }

    fn visit_macro(&mut self, macro_: &'ast Macro) {
        match macros::Known::parse(macro_) {
            Some(known) => {
                for expr in known.exprs() {
                    Mentions::visit_expr(self, expr);
                }
                for name in known.captures() {
                    self.use_name(&name);
                }
                if let Some((pat, guard)) = known.pattern() {
                    self.scoped(|found| {
                        found.bind(pat);
                        guard.iter().for_each(|guard| found.visit_expr(guard));
                    });
                }
            }
            None => self.tokens(macro_.tokens.clone()),
        }
    }
}

/// Methods of std that change nothing in their receiver.
fn reads_only(method: &str) -> bool {
    const READERS: &[&str] = &[
        "abs",
        "as_slice",
        "as_str",
        "binary_search",
        "bytes",
        "chars",
        "checked_add",
        "checked_sub",
        "clamp",
        "clone",
        "cloned",
        "contains",
        "contains_key",
        "copied",
        "count",
        "ends_with",
        "eq",
        "first",
        "ge",
        "get",
        "gt",
        "is_empty",
        "is_none",
        "is_some",
        "iter",
        "join",
        "keys",
        "last",
        "le",
        "len",
        "lt",
        "max",
        "min",
        "ne",
        "pow",
        "powi",
        "rev",
        "saturating_sub",
        "starts_with",
        "sum",
        "to_owned",
        "to_string",
        "to_vec",
        "trim",
        "unwrap",
        "unwrap_or",
        "unwrap_or_default",
        "values",
        "wrapping_add",
        "wrapping_mul",
        "wrapping_sub",
        "zip",
        "map",
        "filter",
        "enumerate",
        "expect",
        "is_ok",
        "is_err",
        "is_some_and",
        "is_none_or",
        "is_ok_and",
        "map_or",
        "map_or_else",
        "map_err",
        "and_then",
        "or_else",
        "ok_or",
        "ok_or_else",
        "unwrap_or_else",
        "ok",
        "err",
        "split_at",
        "split_first",
        "split_last",
        "first_chunk",
        "last_chunk",
        "try_into",
        "as_ref",
        "abs_diff",
        "rem_euclid",
    ];
    READERS.contains(&method)
        || super::iterators::reads_only(method)
        || methods::is_float_function(method)
        || methods::is_discrete(method)
        || methods::keeps_int(method)
}

/// The name of a path that may be a local variable.
pub(super) fn local_name(path: &syn::ExprPath) -> Option<&Ident> {
    if path.qself.is_some() {
        return None;
    }
    path.path.get_ident()
}

/// The variable at the bottom of a place expression, and whether the way to it leads through an index or a reference.
pub(super) fn root(expr: &Expr) -> Option<(Ident, bool)> {
    match expr {
        Expr::Path(path) => local_name(path).map(|name| (name.clone(), false)),
        Expr::Paren(inner) => root(&inner.expr),
        Expr::Group(inner) => root(&inner.expr),
        Expr::Field(field) => root(&field.base),
        Expr::Index(index) => root(&index.expr).map(|(name, _)| (name, true)),
        Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => {
            root(&unary.expr).map(|(name, _)| (name, true))
        }
        Expr::MethodCall(call) => root(&call.receiver).map(|(name, _)| (name, true)),
        _ => None,
    }
}

/// The names that a pattern binds. An identifier that starts with a capital is a constant or a variant.
pub(super) fn bindings(pat: &Pat) -> Vec<Ident> {
    struct Found(Vec<Ident>);
    impl<'ast> Visit<'ast> for Found {
        fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
            if !is_constant(&pat.ident) && !self.0.contains(&pat.ident) {
                self.0.push(pat.ident.clone());
            }
            visit::visit_pat_ident(self, pat);
        }
        fn visit_expr(&mut self, _: &'ast Expr) {}
    }
    let mut found = Found(Vec::new());
    found.visit_pat(pat);
    found.0
}

pub(super) fn is_constant(name: &Ident) -> bool {
    name.to_string().starts_with(char::is_uppercase)
}
