use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::*;
use crate::ir::{
    print, verify, Binary, Carried, Expr, Float, Hints, Init, Loop, LoopKind, Opaque, Param, Path, PlaceKind, Range,
    Shape, Step, StmtKind, Type, Unary,
};

mod draft;
mod linear;
mod random;
mod snapshots;

use draft::Draft;
