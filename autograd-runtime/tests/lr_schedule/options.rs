//! The options of a recorded schedule, taken out one by one so that none is overlooked.

use autograd_runtime::optim::schedule::PerGroup;
use serde_json::{Map, Value};

/// Options that have not been read yet.
pub(crate) struct Options {
    pub(crate) owner: String,
    map: Map<String, Value>,
}

impl Options {
    pub(crate) fn new(owner: &str, map: Map<String, Value>) -> Self {
        Self { owner: owner.into(), map }
    }

    /// Reads `Name(option=value, …)`, as composed schedules are described.
    pub(crate) fn parse(call: &str) -> Self {
        let (name, rest) = call.split_once('(').unwrap_or_else(|| panic!("`{call}` is not a call"));
        let arguments = rest.strip_suffix(')').unwrap_or_else(|| panic!("`{call}` does not end"));
        let mut map = Map::new();
        for argument in split_arguments(arguments) {
            let (option, value) = argument.split_once('=').unwrap_or_else(|| panic!("`{argument}` in `{call}`"));
            map.insert(option.trim().into(), python_value(value.trim()));
        }
        Self::new(name.trim(), map)
    }

    pub(crate) fn take(&mut self, name: &str) -> Option<Value> {
        self.map.remove(name).filter(|value| !value.is_null())
    }

    pub(crate) fn float(&mut self, name: &str) -> Option<f64> {
        self.take(name).map(|value| value.as_f64().unwrap_or_else(|| panic!("{}: {name} = {value}", self.owner)))
    }

    pub(crate) fn int(&mut self, name: &str) -> Option<i64> {
        self.take(name).map(|value| value.as_i64().unwrap_or_else(|| panic!("{}: {name} = {value}", self.owner)))
    }

    pub(crate) fn flag(&mut self, name: &str) -> Option<bool> {
        self.take(name).map(|value| value.as_bool().unwrap_or_else(|| panic!("{}: {name} = {value}", self.owner)))
    }

    pub(crate) fn word(&mut self, name: &str) -> Option<String> {
        self.take(name).map(|value| match value {
            Value::String(text) => text,
            other => panic!("{}: {name} = {other}", self.owner),
        })
    }

    pub(crate) fn ints(&mut self, name: &str) -> Option<Vec<i64>> {
        self.list(name).map(|list| list.iter().map(|value| value.as_i64().expect("an integer")).collect())
    }

    pub(crate) fn list(&mut self, name: &str) -> Option<Vec<Value>> {
        self.take(name).map(|value| match value {
            Value::Array(list) => list,
            other => panic!("{}: {name} = {other}", self.owner),
        })
    }

    /// One number for all groups, or one for each.
    pub(crate) fn per_group(&mut self, name: &str) -> Option<PerGroup<f64>> {
        self.take(name).map(|value| match value {
            Value::Array(list) => PerGroup::Each(list.iter().map(|value| value.as_f64().expect("a number")).collect()),
            value => PerGroup::All(value.as_f64().unwrap_or_else(|| panic!("{}: {name} = {value}", self.owner))),
        })
    }

    /// Refuses options that nobody asked for.
    pub(crate) fn finish(self) {
        assert!(self.map.is_empty(), "{}: unknown options {:?}", self.owner, self.map);
    }
}

/// Sets a field where the option is given.
pub(crate) fn set<V>(field: &mut V, option: Option<V>) {
    if let Some(value) = option {
        *field = value;
    }
}

/// Commas inside brackets do not separate.
fn split_arguments(text: &str) -> Vec<String> {
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        match parts.last_mut() {
            Some(last) if c != ',' || depth > 0 => last.push(c),
            Some(_) | None => parts.push(String::new()),
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

fn python_value(text: &str) -> Value {
    let json = text.replace("True", "true").replace("False", "false").replace("None", "null").replace('\'', "\"");
    let json = if json.starts_with('.') { format!("0{json}") } else { json };
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("`{text}`: {error}"))
}
