//! Calls of differentiable functions, by this protocol:
//!
//! ```text
//! fn g_call(params…, modes…, workspace: &mut Workspace) -> (R, impl FnOnce(slots…, seed, &mut Workspace) + Clone)
//! ```
//!
//! One mode for every parameter, active or not, chosen by the caller, because the caller's macro cannot see which of the
//! callee's parameters are active. One slot for every parameter: a by-value parameter has its shadow, a reference has the
//! reference again and its shadow. Shadows are of type `M::Shadow<'_, T>`: a `&mut` for `On`, `()` for `Off`. The
//! workspace lends the storage of saved stacks in the forward part and takes it back in the backward part.

use proc_macro2::TokenStream;
use quote::format_ident;

use crate::ir::{Arg, Call, Callee, Pull, Slot};

use super::expr::Level;
use super::Emitter;

impl Emitter<'_> {
    pub(super) fn call(&mut self, call: &Call) -> TokenStream {
        let private = self.private.clone();
        let (receiver, args) = self.receiver_and_args(call);
        let result = self.ident(call.result);
        let Callee { prefix, name, generics, .. } = &call.callee;
        let Some(pullback) = call.pullback else {
            return quote!(let #result = #receiver #prefix #name #generics(#(#args),*););
        };
        let modes: Vec<TokenStream> = self
            .slots
            .get(&pullback)
            .cloned()
            .unwrap_or_default()
            .iter()
            .map(|slot| match slot {
                None => quote!(#private::Off),
                Some(shadow) => match self.mode(*shadow) {
                    Some(mode) => quote!(<#mode as ::core::default::Default>::default()),
                    None => quote!(#private::On),
                },
            })
            .collect();
        let pullback = self.ident(pullback);
        let name = format_ident!("{}_call", name, span = name.span());
        let generics = with_modes(generics, modes.len());
        quote!(let (#result, #pullback) = #receiver #prefix #name #generics(#(#args,)* #(#modes,)* workspace);)
    }

    /// `receiver.` of a method call, and the other arguments.
    fn receiver_and_args(&mut self, call: &Call) -> (TokenStream, Vec<TokenStream>) {
        let mut args = call.args.iter();
        let receiver = match (call.callee.method, args.clone().next()) {
            (true, Some(receiver)) => {
                args.next();
                let code = match receiver {
                    // Method calls borrow, and dereference, by themselves.
                    Arg::Ref { path, .. } if path.steps.is_empty() => {
                        let root = self.root(path.root);
                        quote!(#root)
                    }
                    Arg::Ref { path, .. } => self.place_expr(path).at(Level::Tight),
                    Arg::Value(operand) | Arg::RefValue(operand) => self.typed(operand).at(Level::Tight),
                    Arg::Opaque(code) => {
                        let code = &code.code;
                        quote!((#code))
                    }
                };
                quote!(#code.)
            }
            (_, _) => TokenStream::new(),
        };
        (receiver, args.map(|arg| self.arg(arg)).collect())
    }

    pub(super) fn pull(&mut self, pull: &Pull) -> TokenStream {
        let slots: Vec<TokenStream> = pull.slots.iter().map(|slot| self.slot(slot)).collect();
        let seed = match &pull.seed {
            crate::ir::Operand::Const(_) => self.typed(&pull.seed).tokens,
            crate::ir::Operand::Value(_) => self.owned(&pull.seed),
        };
        let pullback = self.ident(pull.pullback);
        quote!(#pullback(#(#slots,)* #seed, workspace);)
    }

    fn arg(&mut self, arg: &Arg) -> TokenStream {
        match arg {
            Arg::Value(operand) => self.owned(operand),
            Arg::Ref { path, mutable } => self.place_ref(path, *mutable),
            Arg::RefValue(operand) => {
                let value = self.operand(operand).at(Level::Prefix);
                quote!(&#value)
            }
            Arg::Opaque(code) => code.code.clone(),
        }
    }

    fn slot(&mut self, slot: &Slot) -> TokenStream {
        let shadow = match &slot.shadow {
            None => quote!(()),
            Some(path) => self.shadow_arg(path),
        };
        match &slot.arg {
            Arg::Value(_) => shadow,
            arg @ (Arg::Ref { .. } | Arg::RefValue(_) | Arg::Opaque(_)) => {
                let primal = self.arg(arg);
                quote!(#primal, #shadow)
            }
        }
    }
}

/// `::<T>` of a call becomes `::<T, _, _>`: the modes are type parameters too.
fn with_modes(generics: &TokenStream, modes: usize) -> TokenStream {
    if generics.is_empty() {
        return TokenStream::new();
    }
    match syn::parse2::<syn::AngleBracketedGenericArguments>(generics.clone()) {
        Ok(mut arguments) => {
            let inferred: syn::GenericArgument = syn::parse_quote!(_);
            arguments.args.extend((0..modes).map(|_| inferred.clone()));
            quote!(#arguments)
        }
        Err(_) => generics.clone(),
    }
}
