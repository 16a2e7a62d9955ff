//! Statements.

use std::collections::HashSet;

use proc_macro2::TokenStream;

use crate::ir::{Expr, Init, Operand, PlaceKind, Region, StmtKind, Value};

use super::{literals, Emitter, Pending};

/// How many operations an expression may have that is written where it is used, rather than bound to a name.
const LONGEST: usize = 16;

impl Emitter<'_> {
    /// Binds every expression that still waits for its use, in order.
    pub(super) fn finish(&mut self) -> TokenStream {
        self.flush(false)
    }

    pub(super) fn flush(&mut self, reads_only: bool) -> TokenStream {
        let mut waiting: Vec<(usize, Value)> = self
            .pending
            .iter()
            .filter(|(_, pending)| !reads_only || pending.reads)
            .map(|(value, pending)| (pending.order, *value))
            .collect();
        waiting.sort_unstable();
        waiting.into_iter().filter_map(|(_, value)| self.pending.remove(&value)).map(|pending| pending.tokens).collect()
    }

    fn stmt(&mut self, kind: &StmtKind, own: &HashSet<Value>) -> TokenStream {
        match kind {
            StmtKind::Let { value, expr } => self.bind(*value, expr, own),
            StmtKind::Declare { place, init } => {
                let data = self.function.place_data(*place);
                let ident = data.ident.clone();
                let mutable = (data.mutable || data.kind != PlaceKind::Local).then(|| quote!(mut));
                let annotation = match (&data.annotation, init) {
                    (Some(ty), _) => Some(quote!(: #ty)),
                    (None, Init::Opaque(code)) => literals::annotation(&self.private, &data.ty, &code.code),
                    (None, _) => None,
                };
                self.float = data.ty.innermost_float().cloned();
                let init = self.init(init);
                self.float = None;
                let flushed = self.flush(true);
                quote!(#flushed let #mutable #ident #annotation = #init;)
            }
            StmtKind::Store { path, value } => self.store(path, value),
            StmtKind::Accumulate { path, value } => self.accumulate(path, value),
            StmtKind::Take { value, path } => self.take(*value, path),
            StmtKind::If { cond, results, then, otherwise } => {
                let cond = self.operand_tokens(cond);
                let flushed = self.finish();
                let branch = self.branch(&cond, then, otherwise);
                let bound = self.bound_results(results, branch);
                quote!(#flushed #bound)
            }
            StmtKind::Resume { saved, results, items, arms } => {
                let private = self.private.clone();
                let saved = self.ident(*saved);
                let flushed = self.finish();
                let left = self.block(&arms[0]);
                let right = self.block(&arms[1]);
                let (left_items, right_items) = (self.tuple_pattern(&items[0]), self.tuple_pattern(&items[1]));
                let branch = quote!(match #saved {
                    #private::Either::Left(#left_items) => #left
                    #private::Either::Right(#right_items) => #right
                });
                let bound = self.bound_results(results, branch);
                quote!(#flushed #bound)
            }
            StmtKind::Loop(inner) => self.looped(inner),
            StmtKind::Append { path, value } => self.append(path, value),
            StmtKind::Remove { path, value, like } => self.remove(path, *value, like.as_ref()),
            StmtKind::Rearrange(rearrange) => self.rearrange(rearrange),
            StmtKind::Call(call) => {
                let call = self.call(call);
                let flushed = self.finish();
                quote!(#flushed #call)
            }
            StmtKind::Pull(pull) => {
                let pull = self.pull(pull);
                let flushed = self.finish();
                quote!(#flushed #pull)
            }
            StmtKind::Effect { code, .. } => {
                let flushed = self.finish();
                let code = &code.code;
                quote!(#flushed #code;)
            }
            StmtKind::Pack { saved, variant, items } => self.pack(*saved, *variant, items),
            StmtKind::Push { stack, items } => {
                let stack = self.function.stack_data(*stack).ident.clone();
                let items = self.tuple(items);
                quote!(#stack.push(#items);)
            }
            StmtKind::Pop { stack, items } => {
                let stack = self.function.stack_data(*stack).ident.clone();
                let items = self.tuple_pattern(items);
                quote!(let ::core::option::Option::Some(#items) = #stack.pop() else {
                    ::core::unreachable!("every iteration pushed")
                };)
            }
        }
    }

    /// `let value = expr;`, or nothing yet where the expression can be written at its only use.
    fn bind(&mut self, value: Value, expr: &Expr, own: &HashSet<Value>) -> TokenStream {
        let ident = self.ident(value);
        self.float = self.function.value_data(value).ty.float().cloned();
        let code = self.expr(expr);
        self.float = None;
        let tokens = &code.tokens;
        let data = self.function.value_data(value);
        let annotation = match (&data.annotation, expr) {
            (Some(ty), _) => Some(quote!(: #ty)),
            (None, Expr::Opaque(code)) => literals::annotation(&self.private, &data.ty, &code.code),
            (None, _) => None,
        };
        let bound = quote!(let #ident #annotation = #tokens;);
        let once = self.use_count(value) == 1 && own.contains(&value) && !self.pinned.contains(&value);
        let long = code.size > LONGEST;
        if !once || long || data.named || annotation.is_some() || !self.is_movable(expr) {
            // User code that may have effects runs after what was read before it.
            let effects = matches!(expr, Expr::Opaque(code) if !code.cheap);
            let flushed = if effects { self.flush(true) } else { TokenStream::new() };
            return quote!(#flushed #bound);
        }
        let reads = self.reads_memory(expr);
        let order = value.0 as usize;
        self.pending.insert(value, Pending { code, reads, order, tokens: bound });
        TokenStream::new()
    }

    fn is_movable(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Copy(Operand::Value(_))
            | Expr::Unary(..)
            | Expr::Binary(..)
            | Expr::Function(..)
            | Expr::Helper(..) => true,
            Expr::Cast(..) => true,
            // A shadow of either mode is read in a closure, which cannot stand inside another one on the same shadow.
            Expr::Load(path) => self.path_type(path).is_float() && self.mode(path.root).is_none(),
            Expr::Copy(Operand::Const(_))
            | Expr::Detach(_)
            | Expr::Borrow(_)
            | Expr::Aggregate(..)
            | Expr::Project(..)
            | Expr::Opaque(_)
            | Expr::Move(_)
            | Expr::ZeroOf(_) => false,
        }
    }

    /// Memory is read by a load, or by a pending load inside: then the whole expression inherits it.
    fn reads_memory(&self, expr: &Expr) -> bool {
        // Pending operands have been consumed by now; every movable expression over them is treated as reading.
        match expr {
            Expr::Copy(Operand::Const(_)) => false,
            Expr::Copy(_)
            | Expr::Detach(_)
            | Expr::Borrow(_)
            | Expr::Unary(..)
            | Expr::Binary(..)
            | Expr::Function(..)
            | Expr::Helper(..)
            | Expr::Cast(..)
            | Expr::Load(_)
            | Expr::Aggregate(..)
            | Expr::Project(..)
            | Expr::Opaque(_)
            | Expr::Move(_)
            | Expr::ZeroOf(_) => true,
        }
    }

    fn pack(&mut self, saved: Value, variant: Option<u8>, items: &[Operand]) -> TokenStream {
        let private = self.private.clone();
        let ident = self.ident(saved);
        let items = self.tuple(items);
        match variant {
            None => quote!(let #ident = #items;),
            Some(0) => quote!(let #ident = #private::Either::Left(#items);),
            Some(_) => quote!(let #ident = #private::Either::Right(#items);),
        }
    }

    /// Several operands as one value: bare, or a tuple.
    pub(super) fn tuple(&mut self, items: &[Operand]) -> TokenStream {
        let items: Vec<TokenStream> = items.iter().map(|item| self.owned(item)).collect();
        match items.as_slice() {
            [single] => single.clone(),
            _ => quote!((#(#items),*)),
        }
    }

    fn tuple_pattern(&self, items: &[Value]) -> TokenStream {
        let mutable = |value: &Value| {
            let ident = self.ident(*value);
            quote!(#ident)
        };
        let items: Vec<TokenStream> = items.iter().map(mutable).collect();
        match items.as_slice() {
            [single] => single.clone(),
            _ => quote!((#(#items),*)),
        }
    }

    fn bound_results(&self, results: &[Value], branch: TokenStream) -> TokenStream {
        if results.is_empty() {
            return branch;
        }
        let pattern = self.tuple_pattern(results);
        quote!(let #pattern = #branch;)
    }

    fn branch(&mut self, cond: &TokenStream, then: &Region, otherwise: &Region) -> TokenStream {
        let then_block = self.block(then);
        if otherwise.stmts.is_empty() && otherwise.yields.is_empty() {
            return quote!(if #cond #then_block);
        }
        let otherwise = self.block(otherwise);
        quote!(if #cond #then_block else #otherwise)
    }

    /// `{ statements; yields }`. What waits outside stays outside.
    pub(super) fn block(&mut self, region: &Region) -> TokenStream {
        let outside = std::mem::take(&mut self.pending);
        let stmts = self.stmts(region);
        let yields = if region.yields.is_empty() {
            TokenStream::new()
        } else {
            let typed: Vec<TokenStream> = region.yields.iter().map(|operand| self.yielded(operand)).collect();
            match typed.as_slice() {
                [single] => single.clone(),
                _ => quote!((#(#typed),*)),
            }
        };
        let rest = self.finish();
        self.pending = outside;
        quote!({ #stmts #rest #yields })
    }

    fn yielded(&mut self, operand: &Operand) -> TokenStream {
        match operand {
            Operand::Const(_) => self.typed(operand).tokens,
            Operand::Value(_) => self.owned(operand),
        }
    }

    /// Statements whose values may also be used by the region's yields.
    pub(super) fn stmts(&mut self, region: &Region) -> TokenStream {
        let mut own: HashSet<Value> = region.stmts.iter().flat_map(|stmt| stmt.kind.uses()).collect();
        own.extend(region.yields.iter().filter_map(Operand::as_value));
        let mut tokens = TokenStream::new();
        for stmt in &region.stmts {
            self.span = stmt.span;
            tokens.extend(self.stmt(&stmt.kind, &own));
        }
        tokens
    }
}
