//! Several references into one place at once, some of them exclusive: rustc sees that fields are disjoint, and views of one
//! slice are made by `views`, which checks it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::format_ident;

use crate::ir::{Operand, Path, Place, Step};

use super::expr::{Code, Level};
use super::Emitter;

/// A path that waits for its reference.
struct Wanted<'p> {
    /// Where its reference goes.
    position: usize,
    steps: &'p [Step],
    mutable: bool,
}

/// References that are made together.
struct Splitting {
    lets: TokenStream,
    refs: Vec<TokenStream>,
    is_shadow: bool,
}

impl Emitter<'_> {
    /// References to all paths, to be used together: statements that make views, and the references.
    pub(super) fn references(&mut self, paths: &[(Path, bool)]) -> (TokenStream, Vec<TokenStream>) {
        let mut splitting =
            Splitting { lets: TokenStream::new(), refs: vec![TokenStream::new(); paths.len()], is_shadow: false };
        let mut roots: Vec<Place> = Vec::new();
        for (path, _) in paths {
            if !roots.contains(&path.root) {
                roots.push(path.root);
            }
        }
        for root in roots {
            let wanted: Vec<Wanted<'_>> = paths
                .iter()
                .enumerate()
                .filter(|(_, (path, _))| path.root == root)
                .map(|(position, (path, mutable))| Wanted { position, steps: &path.steps, mutable: *mutable })
                .collect();
            splitting.is_shadow = self.is_shadow(root);
            let base = self.place_expr(&Path::whole(root));
            self.split(base, &wanted, &mut splitting);
        }
        (splitting.lets, splitting.refs)
    }

    fn split(&mut self, base: Code, wanted: &[Wanted<'_>], into: &mut Splitting) {
        let apart = wanted.len() < 2 || wanted.iter().all(|path| !path.mutable);
        if apart || wanted.iter().any(|path| path.steps.is_empty()) {
            for path in wanted {
                let place = self.projected(base.clone(), path.steps, path.mutable, into.is_shadow).at(Level::Prefix);
                into.refs[path.position] = if path.mutable { quote!(&mut #place) } else { quote!(&#place) };
            }
            return;
        }
        let groups = grouped(wanted);
        match &groups[..] {
            [(step, inner)] if borrows(step) => {
                // One reference for all, so that an index is looked up once.
                let place = self.projected(base, std::slice::from_ref(*step), true, into.is_shadow).at(Level::Prefix);
                let view = self.view();
                into.lets.extend(quote!(let #view = &mut #place;));
                self.split(Code::new(Level::Prefix, quote!(*#view)), inner, into);
            }
            groups if groups.iter().any(|(step, _)| is_span(step)) => self.split_slice(base, groups, into),
            groups => {
                for (step, inner) in groups {
                    let place = self.projected(base.clone(), std::slice::from_ref(*step), true, into.is_shadow);
                    self.split(place, inner, into);
                }
            }
        }
    }

    fn split_slice(&mut self, base: Code, groups: &[(&Step, Vec<Wanted<'_>>)], into: &mut Splitting) {
        let private = self.private.clone();
        let slice = base.at(Level::Prefix);
        let len = self.view();
        let (mut exclusive, mut shared) = (Vec::new(), Vec::new());
        let (mut exclusive_names, mut shared_names) = (Vec::new(), Vec::new());
        let mut rest = Vec::new();
        for (step, inner) in groups {
            let (name, range) = (self.view(), self.span(step, &len));
            if inner.iter().any(|path| path.mutable) {
                exclusive.push(range);
                exclusive_names.push(name.clone());
            } else {
                shared.push(range);
                shared_names.push(name.clone());
            }
            rest.push((name, *step, inner));
        }
        into.lets.extend(quote! {
            let #len = (&#slice).len();
            let ([#(#exclusive_names),*], [#(#shared_names),*]) =
                #private::views(&mut #slice, [#(#exclusive),*], [#(#shared),*]);
        });
        for (name, step, inner) in rest {
            let view = Code::new(Level::Prefix, quote!(*#name));
            let base = match step {
                Step::Index(_) => Code::new(Level::Tight, quote!(#name[0])),
                Step::Chunk { len, .. } => {
                    let whole = Step::Chunk { start: None, len: len.clone() };
                    let mutable = inner.iter().any(|path| path.mutable);
                    self.projected(view, &[whole], mutable, into.is_shadow && mutable)
                }
                Step::Range { .. } | Step::Element(_) | Step::Field(_) | Step::Payload(_) => view,
            };
            self.split(base, inner, into);
        }
    }

    /// The range of a step, over a slice of the length `len`.
    fn span(&mut self, step: &Step, len: &Ident) -> TokenStream {
        match step {
            Step::Index(index) => {
                let index = self.operand(index).at(Level::Sum);
                quote!(#index..#index + 1)
            }
            Step::Range { start, end, inclusive } => {
                let start = self.start(start.as_ref());
                match end.as_ref().map(|end| self.operand(end).at(Level::Sum)) {
                    Some(end) if *inclusive => quote!(#start..#end + 1),
                    Some(end) => quote!(#start..#end),
                    None => quote!(#start..#len),
                }
            }
            Step::Chunk { start, len } => {
                let (start, len) = (self.start(start.as_ref()), &len.0);
                quote!(#start..#start + #len)
            }
            Step::Element(_) | Step::Field(_) | Step::Payload(_) => quote!(0..#len),
        }
    }

    fn start(&mut self, start: Option<&Operand>) -> TokenStream {
        match start {
            Some(start) => self.operand(start).at(Level::Sum),
            None => quote!(0),
        }
    }

    /// A new name for a view.
    pub(super) fn view(&mut self) -> Ident {
        self.views += 1;
        format_ident!("view_{}", self.views, span = Span::mixed_site())
    }
}

/// The paths by their first step, in order of appearance.
fn grouped<'p>(wanted: &[Wanted<'p>]) -> Vec<(&'p Step, Vec<Wanted<'p>>)> {
    let mut groups: Vec<(&'p Step, Vec<Wanted<'p>>)> = Vec::new();
    for path in wanted {
        let Some((first, steps)) = path.steps.split_first() else { continue };
        let rest = Wanted { position: path.position, steps, mutable: path.mutable };
        match groups.iter_mut().find(|(step, _)| *step == first) {
            Some((_, group)) => group.push(rest),
            None => groups.push((first, vec![rest])),
        }
    }
    groups
}

/// A step that calls something, so that two references through it would be two calls.
fn borrows(step: &Step) -> bool {
    match step {
        Step::Index(_) | Step::Range { .. } | Step::Chunk { .. } | Step::Payload(_) => true,
        Step::Element(_) | Step::Field(_) => false,
    }
}

fn is_span(step: &Step) -> bool {
    match step {
        Step::Index(_) | Step::Range { .. } | Step::Chunk { .. } => true,
        Step::Element(_) | Step::Field(_) | Step::Payload(_) => false,
    }
}
