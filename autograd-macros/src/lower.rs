use crate::{diagnostics::Diagnostics, ir, signature::Signature};
pub(crate) fn lower(_: &Diagnostics, _: &Signature, _: &syn::Block) -> ir::Function { ir::Function::new() }
