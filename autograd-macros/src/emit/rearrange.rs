//! Statements that change lengths or move contents.

use proc_macro2::TokenStream;

use crate::ir::{Operand, Path, Rearrange, Step, Value};

use super::expr::Level;
use super::Emitter;

impl Emitter<'_> {
    /// `path.push(value);`
    pub(super) fn append(&mut self, path: &Path, value: &Operand) -> TokenStream {
        let private = self.private.clone();
        let value = match value {
            Operand::Const(_) => self.typed(value).tokens,
            Operand::Value(_) => self.owned(value),
        };
        let vector = self.place_expr_mut(path);
        let flushed = self.finish();
        let update = if self.may_be_absent(path) {
            let vector = vector.at(Level::Prefix);
            quote!(#private::ListShadow::append(&mut #vector, #value))
        } else {
            let vector = super::path::auto_deref(vector);
            quote!(#vector.push(#value))
        };
        let update = self.with_shadow(path, update);
        quote!(#flushed #update;)
    }

    /// `let value = path.pop().unwrap();`
    pub(super) fn remove(&mut self, path: &Path, value: Value, like: Option<&Operand>) -> TokenStream {
        let private = self.private.clone();
        let ident = self.ident(value);
        let used = self.use_count(value) > 0;
        let like = like.map(|like| self.operand(like).at(Level::Prefix));
        let vector = self.place_expr_mut(path);
        let flushed = self.finish();
        let absent = self.may_be_absent(path);
        if !used {
            let update = if absent {
                let vector = vector.at(Level::Prefix);
                quote!(#private::ShrinkingShadow::shrink(&mut #vector))
            } else {
                let vector = super::path::auto_deref(vector);
                quote!(::core::mem::drop(#vector.pop()))
            };
            let update = self.with_shadow(path, update);
            return quote!(#flushed #update;);
        }
        let removed = if absent {
            let vector = vector.at(Level::Prefix);
            quote!(#private::ListShadow::remove(&mut #vector, &#like))
        } else {
            let vector = super::path::auto_deref(vector);
            quote!(#vector.pop().expect("what is removed was there"))
        };
        match self.mode(path.root) {
            Some(mode) => {
                let root = self.root(path.root);
                let last = path.join(&[Step::Index(Operand::int(0))]);
                let off = self.zero_of_primal(&last);
                quote!(#flushed let #ident = <#mode as #private::Mode>::read(&mut #root, || #off, |#root| #removed);)
            }
            None => quote!(#flushed let #ident = #removed;),
        }
    }

    pub(super) fn rearrange(&mut self, rearrange: &Rearrange) -> TokenStream {
        let (path, method, positions) = match rearrange {
            Rearrange::Swap(a, b) => return self.swap(a, b),
            Rearrange::Elements(path, a, b) => (path, quote!(swap), vec![a, b]),
            Rearrange::Reverse(path) => (path, quote!(reverse), Vec::new()),
            Rearrange::RotateLeft(path, k) => (path, quote!(rotate_left), vec![k]),
            Rearrange::RotateRight(path, k) => (path, quote!(rotate_right), vec![k]),
        };
        let positions: Vec<TokenStream> = positions.into_iter().map(|position| self.operand_tokens(position)).collect();
        let target = super::path::auto_deref(self.place_expr_mut(path));
        let flushed = self.finish();
        let update = self.with_shadow(path, quote!(#target.#method(#(#positions),*)));
        quote!(#flushed #update;)
    }

    /// `mem::swap(&mut a, &mut b);`
    fn swap(&mut self, a: &Path, b: &Path) -> TokenStream {
        if a.root == b.root {
            let (views, refs) = self.references(&[(a.clone(), true), (b.clone(), true)]);
            let flushed = self.finish();
            let (left, right) = (&refs[0], &refs[1]);
            let update = self.with_shadow(a, quote!({ #views ::core::mem::swap(#left, #right) }));
            return quote!(#flushed #update;);
        }
        let (left, right) = (self.place_ref(a, true), self.place_ref(b, true));
        let flushed = self.finish();
        quote!(#flushed ::core::mem::swap(#left, #right);)
    }
}
