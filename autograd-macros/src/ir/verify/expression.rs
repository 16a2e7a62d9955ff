//! What statements are made of: operands, expressions, paths, initialisers, arguments, opaque code.

use proc_macro2::{TokenStream, TokenTree};

use super::stage::Stage;
use super::{ensure, fault, Check, Fault, Verifier};
use crate::ir::{
    AggregateKind, Arg, Binary, Expr, Float, Init, Opaque, Operand, Path, Place, PlaceData, PlaceKind, Step, Type,
    Unary, Value,
};

impl Verifier<'_> {
    /// Checks the expression and says what type it has.
    pub(super) fn expr(&self, expr: &Expr) -> Result<Type, Fault> {
        match expr {
            Expr::Borrow(operand) => {
                self.operand(operand)?;
                Ok(Type::Ref(Box::new(self.function.operand_type(operand))))
            }
            Expr::Copy(operand) | Expr::Detach(operand) => {
                self.operand(operand)?;
                Ok(self.function.operand_type(operand))
            }
            Expr::Unary(op, operand) => {
                self.operand(operand)?;
                let ty = self.function.operand_type(operand);
                match op {
                    Unary::Neg => self.arithmetic(&ty)?,
                    Unary::Not => self.agree(&ty, &Type::Bool, "`!`")?,
                }
                Ok(ty)
            }
            Expr::Binary(op, a, b) => self.binary(*op, a, b),
            Expr::Function(name, operands) => {
                operands.iter().try_for_each(|operand| self.operand(operand))?;
                let Some(receiver) = operands.first() else { return fault(format!("`{name}` has no receiver")) };
                let ty = self.function.operand_type(receiver);
                self.arithmetic(&ty)?;
                Ok(ty)
            }
            Expr::Cast(operand, ty, _) => {
                self.operand(operand)?;
                Ok(ty.clone())
            }
            Expr::Load(path) => self.path(path),
            Expr::Aggregate(kind, operands) => {
                operands.iter().try_for_each(|operand| self.operand(operand))?;
                let types: Vec<Type> = operands.iter().map(|operand| self.function.operand_type(operand)).collect();
                Ok(aggregate(*kind, types))
            }
            Expr::Project(operand, index) => {
                self.operand(operand)?;
                element(&self.function.operand_type(operand), *index)
            }
            Expr::Opaque(opaque) => {
                self.opaque(opaque)?;
                Ok(Type::Inactive)
            }
            Expr::Move(place) => {
                self.visible_place(*place)?;
                let data = self.place_data(*place)?;
                ensure(data.kind == PlaceKind::Local, || format!("`{}` is moved and no local", data.ident))?;
                Ok(data.ty.clone())
            }
            Expr::Helper(_, operands) => {
                operands.iter().try_for_each(|operand| self.operand(operand))?;
                Ok(Type::Unknown(None))
            }
            Expr::ZeroOf(operand) => {
                self.operand(operand)?;
                Ok(self.function.operand_type(operand))
            }
        }
    }

    fn binary(&self, op: Binary, a: &Operand, b: &Operand) -> Result<Type, Fault> {
        self.operand(a)?;
        self.operand(b)?;
        let (left, right) = (self.function.operand_type(a), self.function.operand_type(b));
        match op {
            Binary::Add | Binary::Sub | Binary::Mul | Binary::Div | Binary::Rem => {
                self.arithmetic(&left)?;
                self.arithmetic(&right)?;
                Ok(self.both_sides(left, right)?)
            }
            Binary::Lt | Binary::Le | Binary::Gt | Binary::Ge | Binary::Eq | Binary::Ne => {
                self.both_sides(left, right)?;
                Ok(Type::Bool)
            }
            Binary::And | Binary::Or => {
                self.agree(&left, &Type::Bool, "logic")?;
                self.agree(&right, &Type::Bool, "logic")?;
                Ok(Type::Bool)
            }
        }
    }

    /// The common type of two operands. Nothing is known where one side may have operators of the user's.
    fn both_sides(&self, left: Type, right: Type) -> Result<Type, Fault> {
        match (&left, &right) {
            (Type::Float(Float::Literal), Type::Float(_)) => Ok(right),
            (Type::Float(_), Type::Float(_)) => {
                self.agree(&left, &right, "an operator")?;
                Ok(left)
            }
            (Type::Unknown(_), _) | (_, Type::Unknown(_)) => Ok(Type::Unknown(None)),
            _ => {
                self.agree(&left, &right, "an operator")?;
                Ok(left)
            }
        }
    }

    pub(super) fn operand(&self, operand: &Operand) -> Check {
        match operand {
            Operand::Value(value) => self.visible(*value),
            Operand::Const(_) => Ok(()),
        }
    }

    pub(super) fn index(&self, operand: &Operand) -> Check {
        self.operand(operand)?;
        self.agree(&self.function.operand_type(operand), &Type::Int, "an index or a bound")
    }

    /// Checks the path and says what type it ends at.
    pub(super) fn path(&self, path: &Path) -> Result<Type, Fault> {
        self.visible_place(path.root)?;
        let mut ty = self.place_data(path.root)?.ty.clone();
        for step in &path.steps {
            if let Type::Ref(inner) = ty {
                ty = *inner;
            }
            ty = match step {
                Step::Index(index) => {
                    self.index(index)?;
                    self.indexable(&ty)?;
                    ty.element()
                }
                Step::Range { start, end, .. } => {
                    start.iter().chain(end).try_for_each(|bound| self.index(bound))?;
                    self.indexable(&ty)?;
                    Type::Slice(Box::new(ty.element()))
                }
                Step::Chunk { start, len } => {
                    start.iter().try_for_each(|bound| self.index(bound))?;
                    self.indexable(&ty)?;
                    Type::Array(Box::new(ty.element()), len.0.clone())
                }
                Step::Element(index) => element(&ty, *index)?,
                Step::Field(name) => field(&ty, name)?,
                Step::Payload(payload) => ty.payload(payload),
            };
        }
        Ok(ty)
    }

    pub(super) fn init(&self, init: &Init) -> Check {
        match init {
            Init::Repeat { value, len, .. } => {
                self.init(value)?;
                self.opaque(len)
            }
            Init::List { items, .. } => items.iter().try_for_each(|item| self.init(item)),
            Init::Struct { fields, .. } => fields.iter().try_for_each(|(_, field)| self.init(field)),
            Init::Value(operand) => self.operand(operand),
            Init::CopyOf { path, .. } | Init::ZeroOf(path) => self.path(path).map(drop),
            Init::Opaque(opaque) => self.opaque(opaque),
        }
    }

    pub(super) fn arg(&self, arg: &Arg) -> Check {
        match arg {
            Arg::Value(operand) | Arg::RefValue(operand) => self.operand(operand),
            Arg::Ref { path, mutable } => {
                self.path(path)?;
                Stage::check_reference(arg, self.place_data(path.root)?.kind)?;
                if *mutable {
                    self.written(path.root)
                } else {
                    Ok(())
                }
            }
            Arg::Opaque(opaque) => self.opaque(opaque),
        }
    }

    pub(super) fn opaque(&self, opaque: &Opaque) -> Check {
        opaque.uses.iter().try_for_each(|value| self.visible(*value))?;
        opaque.places.iter().try_for_each(|place| self.visible_place(*place))?;
        for name in free_names(&opaque.code) {
            let value = self.values.iter().find(|value| self.value_name(**value) == name);
            let listed = value.is_none_or(|value| opaque.uses.contains(value));
            ensure(listed, || format!("opaque code mentions the value `{name}` and does not list it"))?;
            let place = self.places.iter().find(|place| self.place_name(**place) == name);
            let listed = place.is_none_or(|place| opaque.places.contains(place));
            ensure(listed, || format!("opaque code mentions the place `{name}` and does not list it"))?;
        }
        Ok(())
    }

    pub(super) fn visible(&self, value: Value) -> Check {
        ensure(self.values.contains(&value), || format!("`{}` is used where it is not visible", self.value_name(value)))
    }

    pub(super) fn visible_place(&self, place: Place) -> Check {
        ensure(self.places.contains(&place), || {
            format!("the place `{}` is used where it is not visible", self.place_name(place))
        })
    }

    pub(super) fn shadow(&self, path: &Path) -> Check {
        let kind = self.place_data(path.root)?.kind;
        ensure(matches!(kind, PlaceKind::Shadow(_)), || format!("`{}` is not a shadow", self.place_name(path.root)))
    }

    /// Where a pullback adds an argument's adjoint: a shadow, or a local that holds the adjoint of a value.
    pub(super) fn target_of_pull(&self, path: &Path) -> Check {
        match self.place_data(path.root)?.kind {
            PlaceKind::Local => self.written(path.root),
            PlaceKind::Owned | PlaceKind::Shared | PlaceKind::Exclusive | PlaceKind::Shadow(_) => self.shadow(path),
        }
    }

    pub(super) fn written(&self, place: Place) -> Check {
        let data = self.place_data(place)?;
        let mutable = match data.kind {
            PlaceKind::Shadow(_) => true,
            PlaceKind::Shared => false,
            PlaceKind::Owned | PlaceKind::Exclusive | PlaceKind::Local => data.mutable,
        };
        ensure(mutable, || format!("`{}` is written and not mutable", data.ident))
    }

    pub(super) fn place_data(&self, place: Place) -> Result<&PlaceData, Fault> {
        match self.function.places.get(place.0 as usize) {
            Some(data) => Ok(data),
            None => fault(format!("@{} is outside the table of places", place.0)),
        }
    }

    pub(super) fn value_name(&self, value: Value) -> String {
        self.function.values.get(value.0 as usize).map_or(format!("%{}", value.0), |data| data.ident.to_string())
    }

    pub(super) fn place_name(&self, place: Place) -> String {
        self.function.places.get(place.0 as usize).map_or(format!("@{}", place.0), |data| data.ident.to_string())
    }
}

fn aggregate(kind: AggregateKind, types: Vec<Type>) -> Type {
    let item = || Box::new(types.first().cloned().unwrap_or(Type::Unknown(None)));
    match kind {
        AggregateKind::Tuple => Type::Tuple(types),
        AggregateKind::Array => Type::Array(item(), TokenStream::new()),
        AggregateKind::Vec => Type::Vec(item()),
    }
}

fn element(ty: &Type, index: u32) -> Result<Type, Fault> {
    match ty {
        Type::Tuple(items) => match items.get(index as usize) {
            Some(item) => Ok(item.clone()),
            None => fault(format!("a tuple of {} has no `.{index}`", items.len())),
        },
        Type::Unknown(_) | Type::Inactive => Ok(ty.clone()),
        Type::Ref(inner) => element(inner, index),
        Type::Float(_)
        | Type::Int
        | Type::Bool
        | Type::Unit
        | Type::Array(..)
        | Type::Slice(_)
        | Type::Vec(_)
        | Type::Wrapped(..) => fault(format!("`.{index}` of a {}", crate::ir::print::ty(ty))),
    }
}

fn field(ty: &Type, name: &proc_macro2::Ident) -> Result<Type, Fault> {
    match ty {
        Type::Unknown(_) => Ok(Type::Unknown(None)),
        Type::Inactive => Ok(Type::Inactive),
        Type::Ref(inner) => field(inner, name),
        Type::Float(_)
        | Type::Int
        | Type::Bool
        | Type::Unit
        | Type::Tuple(_)
        | Type::Array(..)
        | Type::Slice(_)
        | Type::Vec(_)
        | Type::Wrapped(..) => fault(format!("`.{name}` of a {}", crate::ir::print::ty(ty))),
    }
}

/// The names in the code that can be variables: not after a dot, not before `::`, `!` or `(`. Code that binds names of
/// its own (`let`, closures, `match`, …) is passed over, because these may be called like a value.
fn free_names(code: &TokenStream) -> Vec<String> {
    let mut names = Vec::new();
    if !binds(code) {
        collect_names(code, &mut names);
    }
    names
}

fn binds(code: &TokenStream) -> bool {
    code.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => binds(&group.stream()),
        TokenTree::Ident(ident) => ["let", "match", "matches", "for"].iter().any(|word| ident == word),
        TokenTree::Punct(punct) => punct.as_char() == '|',
        TokenTree::Literal(_) => false,
    })
}

fn collect_names(code: &TokenStream, names: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = code.clone().into_iter().collect();
    let is = |position: Option<usize>, wanted: char| match position.and_then(|position| tokens.get(position)) {
        Some(TokenTree::Punct(punct)) => punct.as_char() == wanted,
        Some(TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Literal(_)) | None => false,
    };
    for (position, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => collect_names(&group.stream(), names),
            TokenTree::Ident(ident) => {
                let after_dot = is(position.checked_sub(1), '.') && !is(position.checked_sub(2), '.');
                let of_path = is(position.checked_sub(1), ':') || is(Some(position + 1), ':');
                let called = matches!(tokens.get(position + 1), Some(TokenTree::Group(group))
                    if group.delimiter() == proc_macro2::Delimiter::Parenthesis);
                if !after_dot && !of_path && !called && !is(Some(position + 1), '!') {
                    names.push(ident.to_string());
                }
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
