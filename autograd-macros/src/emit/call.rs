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

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, ToTokens};

use crate::ir::{Arg, Call, Callee, Operand, Path, Place, Pull, Slot};

use super::expr::Level;
use super::Emitter;

impl Emitter<'_> {
    pub(super) fn call(&mut self, call: &Call) -> TokenStream {
        let private = self.private.clone();
        let (views, receiver, args) = self.receiver_and_args(call);
        let result = self.ident(call.result);
        let Callee { prefix, name, generics, .. } = &call.callee;
        let Some(pullback) = call.pullback else {
            let called = beside(views, quote!(#receiver #prefix #name #generics(#(#args),*)));
            let parts = self.error_apart(call);
            return quote!(let #result = #called; #parts);
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
        let called = beside(views, quote!(#receiver #prefix #name #generics(#(#args,)* #(#modes,)* workspace)));
        let parts = self.error_apart(call);
        quote!(let (#result, #pullback) = #called; #parts)
    }

    /// Takes the error out of a `Result`.
    fn error_apart(&self, call: &Call) -> TokenStream {
        let (private, result) = (&self.private, self.ident(call.result));
        match call.error.map(|error| self.ident(error)) {
            Some(error) => quote!(let (#result, #error) = #private::into_parts(#result);),
            None => TokenStream::new(),
        }
    }

    /// Statements that make views, `receiver.` of a method call, and the other arguments.
    fn receiver_and_args(&mut self, call: &Call) -> (TokenStream, TokenStream, Vec<TokenStream>) {
        let args: Vec<&Arg> = call.args.iter().collect();
        let (views, mut args) = self.args(&args);
        if !call.callee.method || args.is_empty() {
            return (views, TokenStream::new(), args);
        }
        let given = args.remove(0);
        let code = match &call.args[0] {
            Arg::Ref { .. } if !views.is_empty() => quote!((#given)),
            // Method calls borrow, and dereference, by themselves.
            Arg::Ref { path, .. } if path.steps.is_empty() => {
                let root = self.root(path.root);
                quote!(#root)
            }
            Arg::Ref { path, mutable } => {
                let place = if *mutable { self.place_expr_mut(path) } else { self.place_expr(path) };
                place.at(Level::Tight)
            }
            Arg::Value(operand) | Arg::RefValue(operand) => self.typed(operand).at(Level::Tight),
            Arg::Opaque(_) => quote!((#given)),
        };
        (views, quote!(#code.), args)
    }

    pub(super) fn pull(&mut self, pull: &Pull) -> TokenStream {
        // A by-value argument is not passed again.
        let passed = |slot: &'_ Slot| match &slot.arg {
            Arg::Value(_) => None,
            arg @ (Arg::Ref { .. } | Arg::RefValue(_) | Arg::Opaque(_)) => Some(arg.clone()),
        };
        let primals: Vec<Arg> = pull.slots.iter().filter_map(passed).collect();
        let (mut views, primals) = self.args(&primals.iter().collect::<Vec<_>>());
        let mut primals = primals.into_iter();
        let shadows: Vec<Option<&Path>> = pull.slots.iter().map(|slot| slot.shadow.as_ref()).collect();
        let (shadow_views, shadows) = self.shadow_args(&shadows);
        views.extend(shadow_views);
        let slots = pull.slots.iter().zip(shadows).map(|(slot, shadow)| match &slot.arg {
            Arg::Value(_) => shadow,
            Arg::Ref { .. } | Arg::RefValue(_) | Arg::Opaque(_) => {
                let primal = primals.next().unwrap_or_default();
                quote!(#primal, #shadow)
            }
        });
        let slots: Vec<TokenStream> = slots.collect();
        let seed = match &pull.seed {
            Operand::Const(_) => self.typed(&pull.seed).tokens,
            Operand::Value(_) => self.owned(&pull.seed),
        };
        let pullback = self.ident(pull.pullback);
        if views.is_empty() {
            quote!(#pullback(#(#slots,)* #seed, workspace);)
        } else {
            quote!({ #views #pullback(#(#slots,)* #seed, workspace); })
        }
    }

    /// Statements that make views, and all arguments.
    fn args(&mut self, args: &[&Arg]) -> (TokenStream, Vec<TokenStream>) {
        let paths = args.iter().filter_map(|arg| match arg {
            Arg::Ref { path, mutable } => Some((path.clone(), *mutable)),
            Arg::Value(_) | Arg::RefValue(_) | Arg::Opaque(_) => None,
        });
        let (views, refs) = self.references(&paths.collect::<Vec<_>>());
        let mut refs = refs.into_iter();
        let tokens = args.iter().map(|arg| match arg {
            Arg::Value(operand) => self.owned(operand),
            Arg::Ref { .. } => refs.next().unwrap_or_default(),
            Arg::RefValue(operand) => {
                let value = self.operand(operand).at(Level::Prefix);
                quote!(&#value)
            }
            Arg::Opaque(code) => code.code.clone(),
        });
        let tokens = tokens.collect();
        (views, tokens)
    }

    /// Statements that make views, and the shadows of all slots.
    fn shadow_args(&mut self, shadows: &[Option<&Path>]) -> (TokenStream, Vec<TokenStream>) {
        let mut views = TokenStream::new();
        let mut tokens: Vec<TokenStream> = vec![quote!(()); shadows.len()];
        let mut roots: Vec<Place> = Vec::new();
        for path in shadows.iter().flatten() {
            if !roots.contains(&path.root) {
                roots.push(path.root);
            }
        }
        for root in roots {
            let (positions, paths): (Vec<usize>, Vec<(Path, bool)>) = shadows
                .iter()
                .enumerate()
                .filter_map(|(position, path)| Some((position, (*path)?)))
                .filter(|(_, path)| path.root == root)
                .map(|(position, path)| (position, (path.clone(), true)))
                .unzip();
            let refs = match (&paths[..], self.mode(root)) {
                ([(path, _)], _) => vec![self.shadow_arg(path)],
                (paths, None) => {
                    let (lets, refs) = self.references(paths);
                    views.extend(lets);
                    refs
                }
                (paths, Some(mode)) => {
                    let private = self.private.clone();
                    let (lets, refs) = self.references(paths);
                    let names: Vec<Ident> = refs.iter().map(|_| self.view()).collect();
                    let ident = self.root(root);
                    views.extend(quote! {
                        let (#(#names,)*) = <#mode as #private::Mode>::split(
                            <#mode as #private::Mode>::reborrow(&mut #ident),
                            |#ident| { #lets (#(#refs,)*) },
                        );
                    });
                    names.iter().map(ToTokens::to_token_stream).collect()
                }
            };
            for (position, shadow) in positions.into_iter().zip(refs) {
                tokens[position] = shadow;
            }
        }
        (views, tokens)
    }
}

/// A call, with the statements that make its views.
fn beside(views: TokenStream, call: TokenStream) -> TokenStream {
    if views.is_empty() {
        call
    } else {
        quote!({ #views #call })
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
