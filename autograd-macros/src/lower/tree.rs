//! What a variable or an expression stands for: a tree of tuples over values, memory and references.

use proc_macro2::{Span, TokenStream};
use quote::{quote, ToTokens};

use super::closures::Callable;
use super::iterators::Iter;
use super::Lower;
use crate::ir::{
    AggregateKind, Const, Expr, Float, Init, Opaque, Operand, Path, PlaceKind, Region, Step, StmtKind, Type, Value,
    Wrapper,
};

#[derive(Clone, Debug)]
pub(super) enum Tree {
    /// A value of SSA, or a constant.
    Leaf(Operand),
    /// A tuple taken apart; the empty one is `()`.
    Tuple(Vec<Tree>),
    /// Memory, by value: not read or copied yet.
    Memory(Path),
    /// A reference to memory.
    Ref { path: Path, mutable: bool },
    /// `&` of something that is not memory.
    Borrow(Box<Tree>),
    /// A closure, or a function by its name: lowered in place where it is called.
    Closure(Callable),
    /// A chain of iterators that has not run yet.
    Iter(Box<Iter>),
    /// An `Option` or a `Result`, taken apart.
    Wrapped(Box<Wrapped>),
    /// One of two references, chosen by a branch: what uses it is lowered for both.
    Choice(Box<Choice>),
    /// Declared, not assigned yet.
    Unset,
    /// Control does not get here.
    Never,
    /// Something that was refused: nothing that depends on it is reported again.
    Error,
}

/// An `Option` or a `Result`, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Wrapped {
    pub(super) wrapper: Wrapper,
    /// Whether it is `Some` or `Ok`.
    pub(super) present: Operand,
    /// What it holds then; looked at only where it is known to be there.
    pub(super) payload: Tree,
    pub(super) fault: Fault,
}

/// Where the error of a `Result` is found. It carries no gradient.
#[derive(Clone, Debug)]
pub(super) enum Fault {
    /// There is none.
    None,
    /// An `Option` of the error.
    Value(Operand),
    /// In the `Result` that lies there.
    Of(Path),
}

/// One of two references.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) cond: Operand,
    pub(super) arms: [Tree; 2],
}

impl Tree {
    pub(super) fn unit() -> Self {
        Tree::Tuple(Vec::new())
    }

    pub(super) fn bool(value: bool) -> Self {
        Tree::Leaf(Operand::bool(value))
    }

    /// Through any number of `&`.
    pub(super) fn deref(self) -> Self {
        match self {
            Tree::Ref { path, .. } => Tree::Memory(path),
            Tree::Borrow(inner) => inner.deref(),
            other => other,
        }
    }
}

impl Lower<'_> {
    pub(super) fn tree_type(&self, tree: &Tree) -> Type {
        match tree {
            Tree::Leaf(operand) => self.function.operand_type(operand),
            Tree::Tuple(items) if items.is_empty() => Type::Unit,
            Tree::Tuple(items) => Type::Tuple(items.iter().map(|item| self.tree_type(item)).collect()),
            Tree::Memory(path) => self.path_type(path),
            Tree::Ref { path, .. } => Type::Ref(Box::new(self.path_type(path))),
            Tree::Borrow(inner) => Type::Ref(Box::new(self.tree_type(inner))),
            Tree::Closure(_) | Tree::Iter(_) => Type::Inactive,
            Tree::Wrapped(wrapped) => Type::Wrapped(wrapped.wrapper, Box::new(self.tree_type(&wrapped.payload))),
            Tree::Choice(choice) => self.tree_type(&choice.arms[0]),
            Tree::Unset | Tree::Never | Tree::Error => Type::Unknown(None),
        }
    }

    /// Whether the tree may carry a gradient. An error counts as active: what depends on it is taken apart, not kept.
    pub(super) fn tree_active(&self, tree: &Tree) -> bool {
        match tree {
            Tree::Leaf(Operand::Value(value)) => self.function.value_data(*value).differentiable,
            Tree::Leaf(Operand::Const(_)) | Tree::Never => false,
            Tree::Tuple(items) => items.iter().any(|item| self.tree_active(item)),
            Tree::Memory(path) | Tree::Ref { path, .. } => self.path_active(path),
            Tree::Borrow(inner) => self.tree_active(inner),
            Tree::Closure(callable) => callable.code().is_none(),
            Tree::Iter(_) => true,
            Tree::Wrapped(wrapped) => self.tree_active(&wrapped.payload),
            Tree::Choice(choice) => choice.arms.iter().any(|arm| self.tree_active(arm)),
            Tree::Unset | Tree::Error => true,
        }
    }

    pub(super) fn path_type(&self, path: &Path) -> Type {
        self.function.path_type(path)
    }

    pub(super) fn path_active(&self, path: &Path) -> bool {
        let decided = !self.undecided.contains(&path.root);
        decided && self.function.place_data(path.root).differentiable && self.path_type(path).is_differentiable()
    }

    /// Reads scalars out of memory; aggregates stay where they are until someone needs a copy.
    pub(super) fn read(&mut self, tree: Tree, span: Span, hint: Option<&proc_macro2::Ident>) -> Tree {
        let Tree::Memory(path) = tree else { return tree };
        match self.path_type(&path) {
            Type::Array(..) | Type::Slice(_) | Type::Vec(_) | Type::Wrapped(..) => Tree::Memory(path),
            Type::Tuple(items) => {
                let element = |index: usize| Tree::Memory(path.join(&[Step::Element(index as u32)]));
                Tree::Tuple((0..items.len()).map(|index| self.read(element(index), span, hint)).collect())
            }
            Type::Ref(_) => Tree::Ref { path, mutable: false },
            Type::Unit => Tree::unit(),
            Type::Inactive if path.steps.is_empty() => Tree::Memory(path),
            Type::Float(_) | Type::Int | Type::Bool | Type::Unknown(_) | Type::Inactive => {
                Tree::Leaf(self.load(path, span, hint))
            }
        }
    }

    /// `let value = path;` Inactive scalars are read by opaque code, which other opaque code resembles.
    pub(super) fn load(&mut self, path: Path, span: Span, hint: Option<&proc_macro2::Ident>) -> Operand {
        let ty = self.path_type(&path);
        let active = self.path_active(&path);
        let name = format!("{}_i", self.function.place_data(path.root).ident);
        let name = if path.steps.is_empty() { name.trim_end_matches("_i") } else { &name };
        let value = self.fresh(hint, name, span, ty);
        self.function.values[value.0 as usize].differentiable = active;
        self.region.push_let(span, value, Expr::Load(path));
        value.into()
    }

    /// One operand for the whole tree: aggregates are copied or put together.
    pub(super) fn operand(&mut self, tree: Tree, span: Span) -> Operand {
        match tree {
            Tree::Leaf(operand) => operand,
            Tree::Tuple(items) if items.is_empty() => Operand::Const(Const::Unit),
            Tree::Tuple(items) => {
                let ty = Type::Tuple(items.iter().map(|item| self.tree_type(item)).collect());
                let operands: Vec<Operand> = items.into_iter().map(|item| self.operand(item, span)).collect();
                let value = self.fresh(None, "tuple", span, ty);
                self.region.push_let(span, value, Expr::Aggregate(AggregateKind::Tuple, operands));
                value.into()
            }
            Tree::Memory(path) | Tree::Ref { path, .. } => match self.read(Tree::Memory(path.clone()), span, None) {
                Tree::Memory(_) | Tree::Ref { .. } => self.load(path, span, None),
                read => self.operand(read, span),
            },
            Tree::Borrow(inner) => self.operand(*inner, span),
            Tree::Closure(callable) => match callable.code() {
                Some(value) => value.into(),
                None => {
                    self.refuse_escape(span);
                    Operand::float(0.0, Float::Literal)
                }
            },
            Tree::Iter(_) => {
                self.refuse_escape(span);
                Operand::float(0.0, Float::Literal)
            }
            Tree::Wrapped(wrapped) => self.packed(*wrapped, span),
            Tree::Choice(choice) => {
                let tree = self.chosen(*choice, span, &|lower, arm| Tree::Leaf(lower.operand(arm, span)));
                self.operand(tree, span)
            }
            Tree::Never => Operand::float(0.0, Float::Literal),
            Tree::Unset | Tree::Error => {
                // Every error was reported where it arose; a gap in that must not become a wrong number.
                if self.cx.is_clear() {
                    self.doubt_at(span, "this".to_owned());
                }
                Operand::float(0.0, Float::Literal)
            }
        }
    }

    /// The tree without memory: what an arm of a branch can hand out.
    pub(super) fn settle(&mut self, tree: Tree, span: Span) -> Tree {
        match tree {
            Tree::Memory(path) => match self.read(Tree::Memory(path.clone()), span, None) {
                Tree::Memory(_) | Tree::Ref { .. } => Tree::Leaf(self.load(path, span, None)),
                read => read,
            },
            Tree::Tuple(items) => Tree::Tuple(items.into_iter().map(|item| self.settle(item, span)).collect()),
            Tree::Wrapped(wrapped) => self.settle_wrapped(*wrapped, span),
            other => other,
        }
    }

    /// Gives a tree a type that is known from outside: an annotation, the return type, the other side of an operator.
    pub(super) fn coerce(&mut self, tree: Tree, ty: &Type) -> Tree {
        match (tree, ty) {
            (Tree::Leaf(operand), ty) => Tree::Leaf(self.coerce_operand(operand, ty)),
            (Tree::Tuple(items), Type::Tuple(types)) if items.len() == types.len() => {
                Tree::Tuple(items.into_iter().zip(types).map(|(item, ty)| self.coerce(item, ty)).collect())
            }
            (Tree::Borrow(inner), Type::Ref(ty)) => Tree::Borrow(Box::new(self.coerce(*inner, ty))),
            (Tree::Wrapped(wrapped), Type::Wrapped(_, ty)) => {
                let payload = self.coerce(wrapped.payload, ty);
                Tree::Wrapped(Box::new(Wrapped { payload, ..*wrapped }))
            }
            (tree, _) => tree,
        }
    }

    pub(super) fn coerce_operand(&mut self, operand: Operand, ty: &Type) -> Operand {
        match operand {
            Operand::Const(Const::Float { value, ty: Float::Literal }) => {
                Operand::float(value, ty.float().cloned().unwrap_or(Float::Literal))
            }
            Operand::Const(constant) => Operand::Const(constant),
            Operand::Value(value) => {
                self.refine(value, ty);
                Operand::Value(value)
            }
        }
    }

    /// Learns the type of a value whose own tokens did not tell.
    pub(super) fn refine(&mut self, value: Value, ty: &Type) {
        let data = &mut self.function.values[value.0 as usize];
        let learned = match (&data.ty, ty) {
            (Type::Float(Float::Literal), Type::Float(_)) => true,
            (Type::Unknown(_) | Type::Inactive, Type::Unknown(_) | Type::Inactive) => false,
            (Type::Unknown(_), _) => ty.is_differentiable(),
            (Type::Inactive, _) => true,
            _ => false,
        };
        if learned {
            data.ty = ty.clone();
        }
    }

    /// An operand for a path on which the variable is not looked at.
    pub(super) fn default_operand(&mut self, region: &mut Region, ty: &Type, aborted: bool, span: Span) -> Operand {
        match ty {
            Type::Float(float) => return Operand::float(0.0, float.clone()),
            Type::Int => return Operand::int(0),
            Type::Bool => return Operand::bool(false),
            Type::Unit => return Operand::Const(Const::Unit),
            _ => {}
        }
        let code = if aborted { quote!(::core::unreachable!()) } else { default_tokens(ty) };
        let value = self.fresh(None, "unset", span, ty.clone());
        self.function.values[value.0 as usize].differentiable = false;
        let code = Opaque { code, uses: Vec::new(), places: Vec::new(), cheap: false };
        region.push_let(span, value, Expr::Opaque(code));
        value.into()
    }

    /// Makes memory of a tree: `let mut ident = tree;`.
    pub(super) fn declare_place(&mut self, ident: proc_macro2::Ident, ty: Type, init: Init, span: Span) -> Path {
        let place = self.function.place(ident, ty, PlaceKind::Local);
        self.region.push(span, StmtKind::Declare { place, init });
        Path::whole(place)
    }

    /// Where a tree lies in memory; a value that lies nowhere is put into a new place.
    pub(super) fn addressed(&mut self, tree: Tree, span: Span) -> Option<Path> {
        match tree.deref() {
            Tree::Memory(path) => Some(path),
            Tree::Error | Tree::Never | Tree::Unset => None,
            tree => {
                let ty = self.tree_type(&tree);
                let active = self.tree_active(&tree);
                let init = self.init_of(tree, span);
                let ident = self.names.temporary("memory", span);
                let path = self.declare_place(ident, ty, init, span);
                self.function.places[path.root.0 as usize].differentiable = active;
                Some(path)
            }
        }
    }

    pub(super) fn init_of(&mut self, tree: Tree, span: Span) -> Init {
        match tree {
            Tree::Tuple(items) => {
                let items = items.into_iter().map(|item| self.init_of(item, span)).collect();
                Init::List { kind: AggregateKind::Tuple, items }
            }
            Tree::Memory(path) => match self.path_type(&path) {
                Type::Float(_) => Init::Value(self.load(path, span, None)),
                _ => Init::CopyOf { path, to_vec: false },
            },
            Tree::Wrapped(wrapped) => self.init_of_wrapped(*wrapped, span),
            other => Init::Value(self.operand(other, span)),
        }
    }
}

fn default_tokens(ty: &Type) -> TokenStream {
    match ty {
        Type::Float(float) => Operand::float(0.0, float.clone()).tokens(),
        Type::Array(item, len) => {
            let item = default_tokens(item);
            quote!([#item; #len])
        }
        Type::Tuple(items) => {
            let items = items.iter().map(default_tokens);
            quote!((#(#items,)*))
        }
        Type::Wrapped(Wrapper::Option, _) => quote!(::core::option::Option::None),
        Type::Int | Type::Bool | Type::Unit | Type::Slice(_) | Type::Vec(_) | Type::Ref(_) => {
            quote!(::core::default::Default::default())
        }
        // Of an error there need not be any.
        Type::Wrapped(Wrapper::Result, item) => {
            let item = default_tokens(item);
            quote!(::core::result::Result::Ok(#item))
        }
        Type::Unknown(_) | Type::Inactive => quote!(::core::default::Default::default()),
    }
}

/// Constants as the user would write them.
pub(super) trait ConstTokens {
    fn tokens(&self) -> TokenStream;
}

impl ConstTokens for Operand {
    fn tokens(&self) -> TokenStream {
        match self {
            Operand::Value(_) => TokenStream::new(),
            Operand::Const(Const::Bool(value)) => value.to_token_stream(),
            Operand::Const(Const::Unit) => quote!(()),
            Operand::Const(Const::Int { value, suffix }) => {
                number(*value < 0, &value.unsigned_abs().to_string(), suffix)
            }
            Operand::Const(Const::Float { value, ty }) => {
                let digits = format!("{:?}", value.abs());
                match ty {
                    Float::F32 => number(value.is_sign_negative(), &digits, &Some("f32".to_owned())),
                    Float::F64 => number(value.is_sign_negative(), &digits, &Some("f64".to_owned())),
                    Float::Literal => number(value.is_sign_negative(), &digits, &None),
                    Float::Param(ident) => {
                        let value = number(value.is_sign_negative(), &digits, &None);
                        quote!(#ident::from_f64(#value))
                    }
                }
            }
        }
    }
}

fn number(negative: bool, digits: &str, suffix: &Option<String>) -> TokenStream {
    let text = format!("{digits}{}", suffix.as_deref().unwrap_or_default());
    let literal: TokenStream = text.parse().unwrap_or_default();
    if negative {
        quote!((-#literal))
    } else {
        literal
    }
}
