//! The backward pass: from the roots to the leaves, each node once, the largest number first.
//!
//! A node's number is larger than those of the nodes it depends on, so the largest number in the frontier has got
//! every contribution it will get. No search precedes the walk and nothing is counted. Accumulators have number zero
//! and wait apart, so that a failing pass changes no gradient.

use super::super::anomaly;
use super::super::element::AnyTensor;
use super::super::error::Result;
use super::super::hooks;
use super::super::mode::set_grad_enabled;
use super::frontier::{Frontier, Waiting};
use super::node::{Call, Cotangents, Edge, NodeRef};
use std::collections::{HashMap, HashSet};

/// How to walk.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Options {
    /// Keep the saved values for another pass.
    pub(crate) retain: bool,
    /// Record the pass itself.
    pub(crate) create_graph: bool,
}

/// Walks from the roots to all leaves and adds to their gradients.
pub(crate) fn to_leaves(roots: Vec<(Edge, AnyTensor)>, options: Options) -> Result<()> {
    let _mode = set_grad_enabled(options.create_graph);
    let mut walk = Walk::new(options, None);
    walk.start(roots);
    walk.run()?;
    // All hooks come before the first accumulation: where one fails, no gradient has changed.
    let mut arrived = Vec::new();
    while let Some(Waiting { node, mut d_outputs }) = walk.leaves.pop() {
        hooks::apply(&*node, &mut d_outputs)?;
        arrived.push((node, d_outputs));
    }
    for (node, d_outputs) in arrived {
        node.run(d_outputs, &Call { node: &node, release: !options.retain, wanted: None })?;
    }
    Ok(())
}

/// Walks from the roots as far as the targets need, and returns the targets' cotangents.
pub(crate) fn to_targets(
    roots: Vec<(Edge, AnyTensor)>,
    targets: &[Edge],
    options: Options,
) -> Result<Vec<Option<AnyTensor>>> {
    let _mode = set_grad_enabled(options.create_graph);
    let mut walk = Walk::new(options, Some(Targets::new(&roots, targets)));
    walk.start(roots);
    walk.run()?;
    while let Some(Waiting { node, mut d_outputs }) = walk.leaves.pop() {
        hooks::apply(&*node, &mut d_outputs)?;
        if let Some(found) = &mut walk.targets {
            found.capture(&node, &d_outputs);
        }
    }
    let mut captured = walk.targets.map(|found| found.captured).unwrap_or_default();
    Ok(targets.iter().map(|t| captured.get_mut(&(t.node.address(), t.output)).and_then(|d| d.clone())).collect())
}

/// Walks from the roots back to what was there before: nodes with numbers up to `since`, and accumulators. They do not
/// run; what has arrived for their outputs is returned.
pub(crate) fn to_boundary(
    roots: Vec<(Edge, AnyTensor)>,
    since: u64,
    options: Options,
) -> Result<HashMap<(usize, u32), AnyTensor>> {
    let _mode = set_grad_enabled(options.create_graph);
    let mut walk = Walk { boundary: since, ..Walk::new(options, None) };
    walk.start(roots);
    walk.run()?;
    let mut arrived = HashMap::new();
    while let Some(Waiting { node, d_outputs }) = walk.leaves.pop() {
        for (output, d) in d_outputs.into_iter().enumerate() {
            arrived.extend(d.map(|d| ((node.address(), output as u32), d)));
        }
    }
    Ok(arrived)
}

/// The edges that lead from the part of the graph with numbers above `since` to the rest of it, each once.
pub(crate) fn boundary(roots: impl IntoIterator<Item = Edge>, since: u64) -> Vec<Edge> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut stack: Vec<Edge> = roots.into_iter().collect();
    while let Some(edge) = stack.pop() {
        let outside = edge.node.core().number <= since;
        // A node inside is the same by whichever output it is reached.
        if !seen.insert((edge.node.address(), if outside { edge.output } else { 0 })) {
            continue;
        }
        if outside {
            found.push(edge);
        } else {
            stack.extend(edge.node.core().edges.iter().rev().flatten().cloned());
        }
    }
    found
}

struct Walk {
    options: Options,
    /// Nodes with numbers up to this one count as leaves. That of accumulators is zero.
    boundary: u64,
    frontier: Frontier,
    leaves: Frontier,
    targets: Option<Targets>,
}

impl Walk {
    fn new(options: Options, targets: Option<Targets>) -> Self {
        Self { options, boundary: 0, frontier: Frontier::default(), leaves: Frontier::default(), targets }
    }

    fn start(&mut self, roots: Vec<(Edge, AnyTensor)>) {
        for (edge, d) in roots {
            self.pass(&edge, d);
        }
    }

    #[inline]
    fn pass(&mut self, edge: &Edge, d: AnyTensor) {
        let waiting = if edge.node.core().number <= self.boundary { &mut self.leaves } else { &mut self.frontier };
        waiting.add(&edge.node, edge.output, d);
    }

    fn run(&mut self) -> Result<()> {
        let watch_nan = anomaly::is_enabled();
        while let Some(Waiting { node, mut d_outputs }) = self.frontier.pop() {
            hooks::apply(&*node, &mut d_outputs)?;
            if let Some(targets) = &mut self.targets {
                targets.capture(&node, &d_outputs);
                if !targets.leads_on(&node) {
                    continue;
                }
            }
            let d_inputs = self.run_node(&node, d_outputs)?;
            if watch_nan {
                anomaly::check(&node, &d_inputs)?;
            }
            for (edge, d) in node.core().edges.iter().zip(d_inputs) {
                if let (Some(edge), Some(d)) = (edge, d)
                    && self.targets.as_ref().is_none_or(|targets| targets.leads(edge))
                {
                    self.pass(edge, d);
                }
            }
        }
        Ok(())
    }

    #[inline]
    fn run_node(&self, node: &NodeRef, d_outputs: Cotangents) -> Result<Cotangents> {
        let release = !self.options.retain;
        match &self.targets {
            None => node.run(d_outputs, &Call { node, release, wanted: None }),
            Some(targets) => {
                let wanted = |edge: &Edge| targets.leads(edge);
                node.run(d_outputs, &Call { node, release, wanted: Some(&wanted) })
            }
        }
    }
}

/// The outputs whose cotangents are asked for, and the nodes on the way to them.
struct Targets {
    captured: HashMap<(usize, u32), Option<AnyTensor>>,
    /// Whether a target is this node or lies behind it.
    leads: HashMap<usize, bool>,
}

impl Targets {
    fn new(roots: &[(Edge, AnyTensor)], targets: &[Edge]) -> Self {
        let captured = targets.iter().map(|t| ((t.node.address(), t.output), None)).collect();
        let mut leads: HashMap<usize, bool> = targets.iter().map(|t| (t.node.address(), true)).collect();
        // A node whose number is below every target's cannot lead to one.
        let least = targets.iter().map(|t| t.node.core().number).min().unwrap_or(0);
        // Targets themselves are searched too: one may lead to another. Each node is met twice, first to visit the
        // nodes behind it and then to add up what was found.
        let mut visited = HashSet::new();
        let mut stack: Vec<(NodeRef, bool)> = roots.iter().map(|(edge, _)| (edge.node.clone(), false)).collect();
        while let Some((node, behind_done)) = stack.pop() {
            let address = node.address();
            if behind_done {
                let found = node.core().edges.iter().flatten().any(|e| leads.get(&e.node.address()) == Some(&true));
                *leads.entry(address).or_insert(false) |= found;
                continue;
            }
            if node.core().number < least || !visited.insert(address) {
                continue;
            }
            stack.push((node.clone(), true));
            for edge in node.core().edges.iter().flatten() {
                if !visited.contains(&edge.node.address()) {
                    stack.push((edge.node.clone(), false));
                }
            }
        }
        Self { captured, leads }
    }

    fn leads(&self, edge: &Edge) -> bool {
        self.leads.get(&edge.node.address()) == Some(&true)
    }

    fn leads_on(&self, node: &NodeRef) -> bool {
        node.core().edges.iter().flatten().any(|edge| self.leads(edge))
    }

    fn capture(&mut self, node: &NodeRef, d_outputs: &[Option<AnyTensor>]) {
        for (output, d) in d_outputs.iter().enumerate() {
            if let Some(slot) = self.captured.get_mut(&(node.address(), output as u32)) {
                slot.clone_from(d);
            }
        }
    }
}
