//! Making functions: tables of ids and unique names.

use std::collections::HashMap;

use proc_macro2::{Ident, Span};

use super::{
    Const, Expr, Float, Function, Operand, Path, Place, PlaceData, PlaceKind, Region, Shape, Stack, StackData, Step,
    Stmt, StmtKind, Type, Value, ValueData,
};

/// The names that a function's body has used so far. A name that recurs gets a number: `x`, `x_1`, `x_2`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    taken: HashMap<String, u32>,
}

impl Names {
    /// The user's own identifier where the name is still free, else a numbered one that no user code can name.
    pub(crate) fn user(&mut self, ident: &Ident) -> Ident {
        let name = ident.to_string();
        if self.taken.contains_key(&name) {
            return self.temporary(&name, ident.span());
        }
        self.taken.insert(name, 0);
        ident.clone()
    }

    /// A name of the macro's own: hygienic, so that it can clash with nothing of the user's.
    pub(crate) fn temporary(&mut self, hint: &str, span: Span) -> Ident {
        // The hint may be made of a raw identifier: `d_r#type`.
        let hint = &hint.replace("r#", "");
        let span = Span::mixed_site().located_at(span);
        let Some(count) = self.taken.get(hint).copied() else {
            self.taken.insert(hint.to_owned(), 0);
            return Ident::new_raw_if_keyword(hint, span);
        };
        let mut count = count;
        loop {
            count += 1;
            let name = format!("{hint}_{count}");
            if !self.taken.contains_key(&name) {
                self.taken.insert(hint.to_owned(), count);
                self.taken.insert(name.clone(), 0);
                return Ident::new(&name, span);
            }
        }
    }

    /// Keeps a name out of use.
    pub(crate) fn reserve(&mut self, name: &str) {
        self.taken.entry(name.to_owned()).or_insert(0);
    }
}

/// `Ident::new` fails on keywords; a temporary named after a raw identifier must not.
trait NewRaw {
    fn new_raw_if_keyword(name: &str, span: Span) -> Ident;
}

impl NewRaw for Ident {
    fn new_raw_if_keyword(name: &str, span: Span) -> Ident {
        match syn::parse_str::<Ident>(name) {
            Ok(_) => Ident::new(name, span),
            Err(_) => Ident::new(&format!("{name}_"), span),
        }
    }
}

impl Function {
    pub(crate) fn new() -> Self {
        Function {
            values: Vec::new(),
            places: Vec::new(),
            stacks: Vec::new(),
            params: Vec::new(),
            output: Shape::Tuple(Vec::new()),
            body: Region::default(),
        }
    }

    /// A new value whose differentiability follows from its type.
    pub(crate) fn value(&mut self, ident: Ident, ty: Type) -> Value {
        let differentiable = ty.is_differentiable();
        self.values.push(ValueData { ident, ty, differentiable, named: false, annotation: None });
        Value(self.values.len() as u32 - 1)
    }

    /// A new place whose differentiability follows from its type.
    pub(crate) fn place(&mut self, ident: Ident, ty: Type, kind: PlaceKind) -> Place {
        let differentiable = ty.is_differentiable();
        let mutable = kind == PlaceKind::Exclusive;
        self.places.push(PlaceData { ident, ty, kind, differentiable, mutable, annotation: None });
        Place(self.places.len() as u32 - 1)
    }

    pub(crate) fn stack(&mut self, ident: Ident) -> Stack {
        self.stacks.push(StackData { ident });
        Stack(self.stacks.len() as u32 - 1)
    }

    pub(crate) fn value_data(&self, value: Value) -> &ValueData {
        &self.values[value.0 as usize]
    }

    pub(crate) fn place_data(&self, place: Place) -> &PlaceData {
        &self.places[place.0 as usize]
    }

    pub(crate) fn stack_data(&self, stack: Stack) -> &StackData {
        &self.stacks[stack.0 as usize]
    }

    /// The type of what a path names.
    pub(crate) fn path_type(&self, path: &Path) -> Type {
        path.steps.iter().fold(self.root_type(path.root), |ty, step| ty.step(step))
    }

    /// The type of a place. The shadow of a `&Vec<T>` is a slice.
    fn root_type(&self, place: Place) -> Type {
        let data = self.place_data(place);
        let PlaceKind::Shadow(primal) = data.kind else { return data.ty.clone() };
        match (&data.ty, self.place_data(primal).kind) {
            (Type::Vec(item), PlaceKind::Shared) => Type::Slice(item.clone()),
            (ty, _) => ty.clone(),
        }
    }

    /// Whether the path names a part of a tangent whose type the macro cannot see: the part may have been left out, and
    /// then stands for nothing (`PartShadow`).
    pub(crate) fn may_be_absent(&self, path: &Path) -> bool {
        let is_shadow = matches!(self.place_data(path.root).kind, PlaceKind::Shadow(_));
        let whole = Path::whole(path.root);
        is_shadow
            && (0..path.steps.len()).any(|index| match &path.steps[index] {
                Step::Field(_) => true,
                Step::Element(_) => !matches!(self.path_type(&whole.join(&path.steps[..index])), Type::Tuple(_)),
                Step::Payload(payload) => !payload.is_wrapped(),
                Step::Index(_) | Step::Range { .. } | Step::Chunk { .. } => false,
            })
    }

    /// The type of an operand.
    pub(crate) fn operand_type(&self, operand: &Operand) -> Type {
        match operand {
            Operand::Value(value) => self.value_data(*value).ty.clone(),
            Operand::Const(Const::Float { ty, .. }) => Type::Float(ty.clone()),
            Operand::Const(Const::Bool(_)) => Type::Bool,
            Operand::Const(Const::Int { .. }) => Type::Int,
            Operand::Const(Const::Unit) => Type::Unit,
        }
    }
}

impl Region {
    pub(crate) fn push(&mut self, span: Span, kind: StmtKind) {
        self.stmts.push(Stmt { span, kind });
    }

    pub(crate) fn push_let(&mut self, span: Span, value: Value, expr: Expr) {
        self.push(span, StmtKind::Let { value, expr });
    }
}

impl Operand {
    pub(crate) fn float(value: f64, ty: Float) -> Self {
        Operand::Const(Const::Float { value, ty })
    }

    pub(crate) fn bool(value: bool) -> Self {
        Operand::Const(Const::Bool(value))
    }

    pub(crate) fn int(value: i128) -> Self {
        Operand::Const(Const::Int { value, suffix: None })
    }

    pub(crate) fn as_value(&self) -> Option<Value> {
        match self {
            Operand::Value(value) => Some(*value),
            Operand::Const(_) => None,
        }
    }
}

impl From<Value> for Operand {
    fn from(value: Value) -> Self {
        Operand::Value(value)
    }
}
