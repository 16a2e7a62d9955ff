//! Loops.

use proc_macro2::{Ident, TokenStream};

use crate::ir::{Const, Loop, LoopKind, Operand, Range, Region, Stmt, StmtKind, Value};

use super::expr::Level;
use super::Emitter;

impl Emitter<'_> {
    pub(super) fn looped(&mut self, inner: &Loop) -> TokenStream {
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
