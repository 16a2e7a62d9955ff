//! What a value or a place holds while a function runs.

use super::Pullback;

#[derive(Clone, Debug)]
pub(crate) enum Data {
    /// Not bound yet, or moved away; as a shadow: there is none, and what would be added to it is dropped.
    Missing,
    Float(f64),
    Int(i128),
    Bool(bool),
    Unit,
    Tuple(Vec<Data>),
    /// An array, a slice or a `Vec`.
    List(Vec<Data>),
    /// A saved tuple, with the side that saved it.
    Pack(Option<u8>, Vec<Data>),
    Pullback(Pullback),
}

impl Data {
    pub(crate) fn floats(items: &[f64]) -> Data {
        Data::List(items.iter().copied().map(Data::Float).collect())
    }

    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Data::Missing)
    }

    /// The tangent that adds nothing: zeros in the places of floats, `()` in those of everything that has no gradient.
    pub(crate) fn zero(&self) -> Data {
        match self {
            Data::Float(_) => Data::Float(0.0),
            Data::Tuple(items) => Data::Tuple(items.iter().map(Data::zero).collect()),
            Data::List(items) => Data::List(items.iter().map(Data::zero).collect()),
            Data::Int(_) | Data::Bool(_) | Data::Unit => Data::Unit,
            Data::Missing | Data::Pack(..) | Data::Pullback(_) => panic!("{self:?} has no tangent"),
        }
    }

    /// Adds a tangent of the same structure.
    #[track_caller]
    pub(crate) fn add(&mut self, other: &Data) {
        match (self, other) {
            (Data::Float(a), Data::Float(b)) => *a += b,
            (Data::Unit, Data::Unit) => {}
            (Data::Tuple(a), Data::Tuple(b)) | (Data::List(a), Data::List(b)) if a.len() == b.len() => {
                a.iter_mut().zip(b).for_each(|(a, b)| a.add(b));
            }
            (a, b) => panic!("{b:?} is added to {a:?}"),
        }
    }

    /// Applies a function to every float.
    pub(crate) fn map(&self, apply: &dyn Fn(f64) -> f64) -> Data {
        match self {
            Data::Float(value) => Data::Float(apply(*value)),
            Data::Tuple(items) => Data::Tuple(items.iter().map(|item| item.map(apply)).collect()),
            Data::List(items) => Data::List(items.iter().map(|item| item.map(apply)).collect()),
            Data::Missing | Data::Int(_) | Data::Bool(_) | Data::Unit | Data::Pack(..) | Data::Pullback(_) => {
                self.clone()
            }
        }
    }

    /// The floats inside, from left to right.
    pub(crate) fn leaves(&self) -> Vec<f64> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect(&self, found: &mut Vec<f64>) {
        match self {
            Data::Float(value) => found.push(*value),
            Data::Tuple(items) | Data::List(items) => items.iter().for_each(|item| item.collect(found)),
            Data::Missing | Data::Int(_) | Data::Bool(_) | Data::Unit | Data::Pack(..) | Data::Pullback(_) => {}
        }
    }

    /// The float that [`Data::leaves`] shows at a position.
    pub(crate) fn leaf_mut(&mut self, position: usize) -> &mut f64 {
        let mut found = Vec::new();
        self.collect_mut(&mut found);
        found.swap_remove(position)
    }

    fn collect_mut<'d>(&'d mut self, found: &mut Vec<&'d mut f64>) {
        match self {
            Data::Float(value) => found.push(value),
            Data::Tuple(items) | Data::List(items) => items.iter_mut().for_each(|item| item.collect_mut(found)),
            Data::Missing | Data::Int(_) | Data::Bool(_) | Data::Unit | Data::Pack(..) | Data::Pullback(_) => {}
        }
    }

    #[track_caller]
    pub(crate) fn float(&self) -> f64 {
        match self {
            Data::Float(value) => *value,
            other => panic!("{other:?} is used as a float"),
        }
    }

    #[track_caller]
    pub(crate) fn int(&self) -> i128 {
        match self {
            Data::Int(value) => *value,
            other => panic!("{other:?} is used as an integer"),
        }
    }

    #[track_caller]
    pub(crate) fn bool(&self) -> bool {
        match self {
            Data::Bool(value) => *value,
            other => panic!("{other:?} is used as a boolean"),
        }
    }

    /// An index or a length.
    #[track_caller]
    pub(crate) fn size(&self) -> usize {
        let value = self.int();
        usize::try_from(value).unwrap_or_else(|_| panic!("{value} is used as an index"))
    }

    #[track_caller]
    pub(crate) fn items(&self) -> &[Data] {
        match self {
            Data::Tuple(items) | Data::List(items) => items,
            other => panic!("{other:?} is used as a tuple or a list"),
        }
    }

    #[track_caller]
    pub(crate) fn items_mut(&mut self) -> &mut Vec<Data> {
        match self {
            Data::Tuple(items) | Data::List(items) => items,
            other => panic!("{other:?} is used as a tuple or a list"),
        }
    }
}

/// Equal bits: a gradient's forward part must compute what the function computes.
impl PartialEq for Data {
    fn eq(&self, other: &Data) -> bool {
        match (self, other) {
            (Data::Float(a), Data::Float(b)) => a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan()),
            (Data::Int(a), Data::Int(b)) => a == b,
            (Data::Bool(a), Data::Bool(b)) => a == b,
            (Data::Unit, Data::Unit) | (Data::Missing, Data::Missing) => true,
            (Data::Tuple(a), Data::Tuple(b)) | (Data::List(a), Data::List(b)) => a == b,
            (Data::Pack(a, left), Data::Pack(b, right)) => a == b && left == right,
            _ => false,
        }
    }
}
