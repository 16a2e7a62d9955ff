//! Statements.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};

use crate::ir::{
    AggregateKind, Const, Expr, Init, Loop, LoopKind, Member, Operand, Path, Payload, Place, PlaceKind, Range, Region,
    Step, Stmt, StmtKind, Type, Value,
};

use super::expr::{Code, Level};
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

    fn store(&mut self, path: &Path, value: &Operand) -> TokenStream {
        let ty = self.path_type(path);
        let value_tokens = match ty {
            Type::Float(_) => self.typed(value).tokens,
            _ => self.owned(value),
        };
        let target = self.place_expr_mut(path);
        let flushed = self.finish();
        match ty {
            Type::Slice(_) => {
                let target = target.at(Level::Tight);
                quote!(#flushed #target.clone_from_slice(&#value_tokens);)
            }
            _ => {
                let target = target.tokens;
                quote!(#flushed #target = #value_tokens;)
            }
        }
    }

    fn accumulate(&mut self, path: &Path, value: &Operand) -> TokenStream {
        let private = self.private.clone();
        let ty = self.path_type(path);
        let is_shadow = matches!(self.function.place_data(path.root).kind, PlaceKind::Shadow(_));
        let value = self.operand(value);
        let target = self.place_expr_mut(path);
        let flushed = self.finish();
        let absent = self.may_be_absent(path);
        let update = match ty {
            _ if absent => {
                let (target, value) = (target.at(Level::Prefix), value.tokens);
                quote!(#private::PartShadow::add(&mut #target, #value))
            }
            Type::Slice(_) => {
                let (target, value) = (target.at(Level::Prefix), value.at(Level::Tight));
                quote!(#private::accumulate_slice(&mut #target, &#value))
            }
            ty if ty.is_float() || !is_shadow => add_assign(&target.tokens, value),
            _ => {
                let (target, value) = (target.at(Level::Prefix), value.tokens);
                quote!(#private::Tangent::accumulate(&mut #target, #value))
            }
        };
        let update = self.with_shadow(path, update);
        quote!(#flushed #update;)
    }

    /// `let value = mem::replace(&mut path, 0.0);`
    fn take(&mut self, value: Value, path: &Path) -> TokenStream {
        let private = self.private.clone();
        let ident = self.ident(value);
        let ty = self.path_type(path);
        let used = self.use_count(value) > 0;
        let target = self.place_expr_mut(path);
        let flushed = self.finish();
        let zero = match &ty {
            Type::Float(float) => {
                Some(self.typed(&Operand::Const(Const::Float { value: 0.0, ty: float.clone() })).tokens)
            }
            _ => None,
        };
        let target_ref = target.clone().at(Level::Prefix);
        let taken = match (&zero, &ty) {
            _ if self.may_be_absent(path) => {
                let primal = self.primal_ref(path);
                quote!(#private::PartShadow::take(&mut #target_ref, #primal))
            }
            (Some(zero), _) => quote!(::core::mem::replace(&mut #target_ref, #zero)),
            (None, Type::Slice(_)) => quote!(#private::take_slice(&mut #target_ref)),
            (None, _) => quote!(#private::take_tangent(&mut #target_ref)),
        };
        if let Some(mode) = self.mode(path.root) {
            let root = self.root(path.root);
            let off = self.zero_of_primal(path);
            return quote!(#flushed let #ident = <#mode as #private::Mode>::read(&mut #root, || #off, |#root| #taken););
        }
        match zero {
            Some(zero) if !used && !self.may_be_absent(path) => {
                let target = target.tokens;
                quote!(#flushed #target = #zero;)
            }
            _ => quote!(#flushed let #ident = #taken;),
        }
    }

    pub(super) fn primal_of(&self, shadow: Place) -> Place {
        match self.function.place_data(shadow).kind {
            PlaceKind::Shadow(primal) => primal,
            PlaceKind::Owned | PlaceKind::Shared | PlaceKind::Exclusive | PlaceKind::Local => shadow,
        }
    }

    /// `&path` of the memory whose shadow the path names.
    pub(super) fn primal_ref(&mut self, path: &Path) -> TokenStream {
        let primal = path.at(self.primal_of(path.root));
        self.place_ref(&primal, false)
    }

    /// Runs `update` on the shadow where it is there.
    pub(super) fn with_shadow(&self, path: &Path, update: TokenStream) -> TokenStream {
        let private = &self.private;
        match self.mode(path.root) {
            Some(mode) => {
                let root = self.root(path.root);
                quote!(<#mode as #private::Mode>::with(&mut #root, |#root| #update))
            }
            None => update,
        }
    }

    pub(super) fn init(&mut self, init: &Init) -> TokenStream {
        let private = self.private.clone();
        match init {
            Init::Value(operand) => match operand {
                Operand::Const(_) => self.typed(operand).tokens,
                Operand::Value(_) => self.owned(operand),
            },
            Init::Repeat { kind, value, len } => {
                let value = self.init(value);
                let len = &len.code;
                match kind {
                    AggregateKind::Vec => quote!(#private::vec![#value; #len]),
                    AggregateKind::Array | AggregateKind::Tuple => quote!([#value; #len]),
                }
            }
            Init::List { kind, items } => {
                let items: Vec<TokenStream> = items.iter().map(|item| self.init(item)).collect();
                self.aggregate(*kind, &items)
            }
            Init::Struct { name, fields } => {
                let named = fields.iter().any(|(step, _)| {
                    let payload = |payload: &Payload| matches!(payload.member, Member::Named(_));
                    matches!(step, Step::Field(_)) || matches!(step, Step::Payload(inner) if payload(inner))
                });
                let values: Vec<TokenStream> = fields.iter().map(|(_, field)| self.init(field)).collect();
                if values.is_empty() {
                    return quote!(#name {});
                }
                if !named {
                    return quote!(#name(#(#values),*));
                }
                let members = fields.iter().filter_map(|(step, _)| match step {
                    Step::Field(field) => Some(field),
                    Step::Payload(Payload { member: Member::Named(field), .. }) => Some(field),
                    Step::Element(_) | Step::Index(_) | Step::Range { .. } | Step::Chunk { .. } | Step::Payload(_) => {
                        None
                    }
                });
                quote!(#name { #(#members: #values),* })
            }
            Init::CopyOf { path, to_vec } => {
                let path = self.place_expr(path);
                if *to_vec {
                    let path = path.at(Level::Tight);
                    quote!(#path.to_vec())
                } else {
                    self.cloned(path).tokens
                }
            }
            Init::Opaque(code) => code.code.clone(),
            Init::ZeroOf(path) => self.zero_shadow(path),
        }
    }

    /// The zero tangent of a place, written as a person would where the type is known.
    fn zero_shadow(&mut self, path: &Path) -> TokenStream {
        let ty = self.path_type(path);
        let private = self.private.clone();
        match &ty {
            Type::Float(float) => self.typed(&Operand::float(0.0, float.clone())).tokens,
            Type::Array(item, len) if item.is_float() => {
                let zero = self.typed(&Operand::float(0.0, item.float().expect("is a float").clone())).tokens;
                if len.is_empty() {
                    self.zero_of_path(path)
                } else {
                    quote!([#zero; #len])
                }
            }
            Type::Vec(item) | Type::Slice(item) if item.is_float() => {
                let zero = self.typed(&Operand::float(0.0, item.float().expect("is a float").clone())).tokens;
                let place = self.place_expr(path).at(Level::Tight);
                quote!(#private::vec![#zero; #place.len()])
            }
            _ => self.zero_of_path(path),
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

    fn looped(&mut self, inner: &Loop) -> TokenStream {
        let mut before = TokenStream::new();
        for carried in &inner.carried {
            let ident = self.ident(carried.param);
            let init = match &carried.init {
                Operand::Const(_) => self.typed(&carried.init).tokens,
                Operand::Value(_) => self.owned(&carried.init),
            };
            before.extend(quote!(let mut #ident = #init;));
        }
        let header = match &inner.kind {
            LoopKind::Range(range) => Some(self.range(range)),
            LoopKind::While { .. } => None,
        };
        let flushed = self.finish();
        let outside = std::mem::take(&mut self.pending);
        let looped = match (&inner.kind, header) {
            (LoopKind::Range(range), Some(header)) => {
                let index = self.ident(range.index);
                let reserve = self.reserve(inner, &header);
                self.depth += 1;
                let body = self.iteration(inner);
                self.depth -= 1;
                quote!(#reserve for #index in #header { #body })
            }
            (LoopKind::While { cond }, _) => {
                self.depth += 1;
                let looped = self.while_loop(inner, cond);
                self.depth -= 1;
                looped
            }
            (LoopKind::Range(_), None) => unreachable!("emit::stmt: a range has a header"),
        };
        self.pending = outside;
        let mut after = TokenStream::new();
        for carried in &inner.carried {
            let param = self.ident(carried.param);
            if self.pinned.contains(&carried.result) {
                let result = self.ident(carried.result);
                after.extend(quote!(let #result = #param;));
            } else {
                self.alias.insert(carried.result, param);
            }
        }
        quote!(#flushed #before #looped #after)
    }

    /// Room for all pushes of an outermost loop, whose number is known before it runs.
    fn reserve(&self, inner: &Loop, header: &TokenStream) -> TokenStream {
        if self.depth > 0 {
            return TokenStream::new();
        }
        let stack = |stmt: &Stmt| match &stmt.kind {
            StmtKind::Push { stack, .. } => Some(self.function.stack_data(*stack).ident.clone()),
            _ => None,
        };
        let stacks = inner.body.stmts.iter().filter_map(stack);
        quote!(#(#stacks.reserve(::core::iter::Iterator::size_hint(&(#header)).0);)*)
    }

    fn while_loop(&mut self, inner: &Loop, cond: &Region) -> TokenStream {
        if let ([], [Operand::Const(Const::Bool(true))]) = (cond.stmts.as_slice(), cond.yields.as_slice()) {
            let body = self.iteration(inner);
            return quote!(loop { #body });
        }
        let single = match cond.stmts.as_slice() {
            [] => Some(None),
            [Stmt { kind: StmtKind::Let { value, expr }, .. }] if cond.yields[0].as_value() == Some(*value) => {
                Some(Some(expr))
            }
            _ => None,
        };
        match single {
            Some(expr) => {
                let test = match expr {
                    Some(expr) => self.expr(expr).tokens,
                    None => self.operand_tokens(&cond.yields[0]),
                };
                let body = self.iteration(inner);
                quote!(while #test { #body })
            }
            None => {
                let stmts = self.stmts(cond);
                let test = self.operand(&cond.yields[0]).at(Level::Prefix);
                let rest = self.finish();
                let body = self.iteration(inner);
                quote!(loop { #stmts #rest if !#test { break; } #body })
            }
        }
    }

    /// The body of a loop and the step to the next iteration.
    fn iteration(&mut self, inner: &Loop) -> TokenStream {
        let stmts = self.stmts(&inner.body);
        let (next, flag) = if inner.exits {
            let (flag, next) = inner.body.yields.split_last().expect("a loop that exits yields a flag");
            (next, Some(flag))
        } else {
            (inner.body.yields.as_slice(), None)
        };
        let flag = flag.map(|flag| self.operand_tokens(flag));
        let params: Vec<Value> = inner.carried.iter().map(|carried| carried.param).collect();
        let mut assigned: Vec<(Ident, TokenStream)> = Vec::new();
        let mut mixed = false;
        for (param, next) in params.iter().zip(next) {
            if next.as_value() == Some(*param) {
                continue;
            }
            mixed |= next.as_value().is_some_and(|value| params.contains(&value) || self.pending.contains_key(&value));
            let value = self.owned(next);
            assigned.push((self.ident(*param), value));
        }
        let rest = self.finish();
        let assign = if mixed && assigned.len() > 1 {
            let (params, values): (Vec<_>, Vec<_>) = assigned.into_iter().unzip();
            quote!((#(#params),*) = (#(#values),*);)
        } else {
            assigned.into_iter().map(|(param, value)| quote!(#param = #value;)).collect()
        };
        // The flag may read the variables that are about to change.
        let (asked, exit) = match flag {
            Some(flag) => (
                quote!(let go_on = #flag;),
                quote!(if !go_on {
                    break;
                }),
            ),
            None => (TokenStream::new(), TokenStream::new()),
        };
        quote!(#stmts #rest #asked #assign #exit)
    }

    fn range(&mut self, range: &Range) -> TokenStream {
        let private = self.private.clone();
        let start = self.operand(&range.start).at(Level::Or);
        let end = self.operand(&range.end).at(Level::Or);
        let inclusive = range.inclusive;
        let plain = if inclusive { quote!(#start..=#end) } else { quote!(#start..#end) };
        match (&range.step, range.reversed) {
            (None, false) => plain,
            (None, true) => quote!(::core::iter::Iterator::rev(#plain)),
            (Some(step), false) => {
                let step = self.operand_tokens(step);
                quote!(::core::iter::Iterator::step_by(#plain, #step))
            }
            (Some(step), true) => {
                let step = self.operand_tokens(step);
                quote!(#private::stepped_back(#start, #end, #inclusive, #step))
            }
        }
    }
}

fn add_assign(target: &TokenStream, value: Code) -> TokenStream {
    if value.level == Level::Prefix {
        let mut tokens = value.tokens.clone().into_iter();
        if let Some(proc_macro2::TokenTree::Punct(punct)) = tokens.next() {
            if punct.as_char() == '-' {
                let rest: TokenStream = tokens.collect();
                return quote!(#target -= #rest);
            }
        }
    }
    let value = value.tokens;
    quote!(#target += #value)
}
