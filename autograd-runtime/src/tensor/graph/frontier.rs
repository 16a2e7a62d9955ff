//! The nodes the walk has reached and not run, with the cotangents they have gathered.

use super::super::element::AnyTensor;
use super::node::{Cotangents, NodeRef};
use std::collections::BTreeMap;

/// A node that waits, and what has arrived for it.
pub(crate) struct Waiting {
    pub(crate) node: NodeRef,
    pub(crate) d_outputs: Cotangents,
}

/// A short list while few nodes wait, an ordered map from then on. Both pop the largest number first.
#[derive(Default)]
pub(crate) struct Frontier {
    /// The only waiting node, as always in a chain; the other two are empty then.
    single: Option<Waiting>,
    list: Vec<Waiting>,
    map: BTreeMap<(u64, usize), Waiting>,
}

/// Up to here a scan of the list is faster than the map.
const LIST: usize = 12;

impl Frontier {
    /// Adds a cotangent for one output of a node.
    #[inline]
    pub(crate) fn add(&mut self, node: &NodeRef, output: u32, d: AnyTensor) {
        let address = node.address();
        if self.list.is_empty() && self.map.is_empty() {
            match self.single.take() {
                None => {
                    let mut d_outputs = Cotangents::new();
                    place(&mut d_outputs, output, d);
                    self.single = Some(Waiting { node: node.clone(), d_outputs });
                    return;
                }
                Some(mut waiting) if waiting.node.address() == address => {
                    place(&mut waiting.d_outputs, output, d);
                    self.single = Some(waiting);
                    return;
                }
                Some(waiting) => self.list.push(waiting),
            }
        }
        if self.map.is_empty() {
            for waiting in self.list.iter_mut().rev() {
                if waiting.node.address() == address {
                    return waiting.add(output, d);
                }
            }
            if self.list.len() < LIST {
                let mut waiting = Waiting { node: node.clone(), d_outputs: Cotangents::new() };
                waiting.add(output, d);
                return self.list.push(waiting);
            }
            for waiting in self.list.drain(..) {
                self.map.insert((waiting.node.core().number, waiting.node.address()), waiting);
            }
        }
        self.map
            .entry((node.core().number, address))
            .or_insert_with(|| Waiting { node: node.clone(), d_outputs: Cotangents::new() })
            .add(output, d);
    }

    /// Takes the node with the largest number.
    #[inline]
    pub(crate) fn pop(&mut self) -> Option<Waiting> {
        if let Some(waiting) = self.single.take() {
            return Some(waiting);
        }
        if !self.map.is_empty() {
            return self.map.pop_last().map(|(_, waiting)| waiting);
        }
        let last = self.list.len().checked_sub(1)?;
        let number = |i: usize| self.list[i].node.core().number;
        let best = (0..last).fold(last, |best, i| if number(i) > number(best) { i } else { best });
        Some(self.list.swap_remove(best))
    }
}

impl Waiting {
    #[inline]
    fn add(&mut self, output: u32, d: AnyTensor) {
        place(&mut self.d_outputs, output, d);
    }
}

/// Adds a cotangent to what has arrived for an output.
#[inline]
fn place(d_outputs: &mut Cotangents, output: u32, d: AnyTensor) {
    let output = output as usize;
    if output == d_outputs.len() {
        return d_outputs.push(Some(d));
    }
    if d_outputs.len() <= output {
        d_outputs.resize_with(output + 1, || None);
    }
    let slot = &mut d_outputs[output];
    *slot = Some(match slot.take() {
        Some(before) => before.accumulate(d),
        None => d,
    });
}
