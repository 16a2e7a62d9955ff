//! The part of a place that a path names.

use super::machine::{Frame, WRAPPED};
use super::Data;
use crate::ir::{Path, Step};

/// Borrowed memory: one thing, or a run of elements.
pub(super) enum View<'d> {
    One(&'d mut Data),
    Run(&'d mut [Data]),
}

/// A step with its operands evaluated.
enum Known {
    At(usize),
    Span(Option<usize>, Option<usize>),
}

impl Frame {
    pub(super) fn view(&mut self, path: &Path) -> View<'_> {
        let steps: Vec<Known> = path.steps.iter().map(|step| self.known(step)).collect();
        let mut view = View::One(self.place_mut(path.root));
        for step in steps {
            view = view.step(&step);
        }
        view
    }

    fn known(&self, step: &Step) -> Known {
        match step {
            Step::Index(index) => Known::At(self.operand(index).size()),
            Step::Element(index) => Known::At(*index as usize),
            Step::Range { start, end, inclusive } => {
                let start = start.as_ref().map(|start| self.operand(start).size());
                let end = end.as_ref().map(|end| self.operand(end).size() + usize::from(*inclusive));
                Known::Span(start, end)
            }
            Step::Chunk { start, len } => {
                let start = start.as_ref().map_or(0, |start| self.operand(start).size());
                let len = len.0.to_string();
                let len: usize =
                    len.trim_end_matches("usize").parse().expect("the length of a chunk is a literal here");
                Known::Span(Some(start), Some(start + len))
            }
            Step::Field(name) => panic!("the field `{name}` is not interpreted: structs have no data here"),
            Step::Payload(_) => panic!("{WRAPPED}"),
        }
    }
}

impl<'d> View<'d> {
    fn step(self, step: &Known) -> View<'d> {
        let items: &'d mut [Data] = match self {
            View::One(data) => data.items_mut(),
            View::Run(items) => items,
        };
        let len = items.len();
        match step {
            Known::At(index) => match items.get_mut(*index) {
                Some(item) => View::One(item),
                None => panic!("index {index} of {len} elements"),
            },
            Known::Span(start, end) => {
                let (start, end) = (start.unwrap_or(0), end.unwrap_or(len));
                match items.get_mut(start..end) {
                    Some(run) => View::Run(run),
                    None => panic!("range {start}..{end} of {len} elements"),
                }
            }
        }
    }

    /// The elements.
    pub(super) fn items(self) -> &'d mut [Data] {
        match self {
            View::One(data) => data.items_mut(),
            View::Run(items) => items,
        }
    }

    /// A whole vector, whose length can change.
    pub(super) fn vector(self) -> &'d mut Vec<Data> {
        match self {
            View::One(data) => data.items_mut(),
            View::Run(_) => panic!("a part of a vector has a length that does not change"),
        }
    }

    pub(super) fn load(&self) -> Data {
        match self {
            View::One(data) => (*data).clone(),
            View::Run(items) => Data::List(items.to_vec()),
        }
    }

    pub(super) fn store(self, value: Data) {
        match self {
            View::One(data) => *data = value,
            View::Run(items) => {
                assert_eq!(items.len(), value.items().len(), "a run is stored over one of another length");
                items.clone_from_slice(value.items());
            }
        }
    }

    pub(super) fn accumulate(self, value: &Data) {
        match self {
            View::One(data) => data.add(value),
            View::Run(items) => {
                assert_eq!(items.len(), value.items().len(), "a run is added to one of another length");
                items.iter_mut().zip(value.items()).for_each(|(item, value)| item.add(value));
            }
        }
    }

    /// Leaves zeros behind.
    pub(super) fn take(self) -> Data {
        let found = self.load();
        self.store(found.zero());
        found
    }
}
