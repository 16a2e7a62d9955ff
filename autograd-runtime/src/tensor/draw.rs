//! Drawing the recorded graph, as torchviz's `make_dot` does: results, operations, leaves with names and sizes, and on
//! request what each operation keeps.

#[cfg(feature = "draw")]
mod render;

use super::element::Dtype;
use super::graph::node::NodeRef;
use super::handle::Tensor;
use std::any::Any;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::sync::Arc;

/// A drawing of the graph behind some tensors.
///
/// ```
/// use autograd_runtime::tensor::{Graph, Tensor};
///
/// let x = Tensor::from_slice(&[1.0, 2.0]).requires_grad_(true);
/// let dot = Graph::of(&(&x * &x).sum()).name("x", &x).to_dot();
/// assert!(dot.contains("n1 [label=SumBackward0]"));
/// assert!(dot.contains("[label=\"x\n (2)\" fillcolor=lightblue]"));
/// ```
#[derive(Clone, Default)]
pub struct Graph {
    roots: Vec<Root>,
    names: HashMap<usize, String>,
    /// The named tensors. A graph holds its leaves weakly: those with names are drawn even if nobody else keeps them.
    kept: Vec<Arc<dyn Any + Send + Sync>>,
    saved: bool,
}

/// A tensor whose graph is drawn.
#[derive(Clone)]
struct Root {
    variable: usize,
    shape: Vec<usize>,
    node: Option<NodeRef>,
    /// The tensor this one is a view of.
    base: Option<Box<Root>>,
}

/// Why a drawing could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawError(String);

impl std::fmt::Display for DrawError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DrawError {}

/// A statement of the drawing, in the order torchviz writes them.
enum Item {
    Node { id: usize, label: String, fill: Option<Fill> },
    Edge { from: usize, to: usize, style: Option<&'static str> },
}

/// What a coloured node stands for. The colours are torchviz's.
#[derive(Clone, Copy)]
enum Fill {
    Result,
    Base,
    Leaf,
    Saved,
}

impl Fill {
    /// The colour as Graphviz names it.
    fn name(self) -> &'static str {
        match self {
            Self::Result => "darkolivegreen1",
            Self::Base => "darkolivegreen3",
            Self::Leaf => "lightblue",
            Self::Saved => "orange",
        }
    }
}

impl<T: Dtype> Tensor<T> {
    /// The graph behind this tensor in Graphviz's language. [`Graph`] adds names and saved tensors, and draws pictures.
    pub fn to_dot(&self) -> String {
        Graph::of(self).to_dot()
    }
}

impl Root {
    fn new<T: Dtype>(tensor: &Tensor<T>) -> Self {
        Self {
            variable: tensor.variable(),
            shape: tensor.shape().to_vec(),
            node: tensor.history().map(|edge| edge.node),
            base: tensor.0.view().map(|view| Box::new(Self::new(&view.base))),
        }
    }
}

impl Graph {
    /// The graph behind a tensor.
    pub fn of<T: Dtype>(tensor: &Tensor<T>) -> Self {
        Self::default().and(tensor)
    }

    /// Adds the graph behind another tensor.
    #[must_use]
    pub fn and<T: Dtype>(mut self, tensor: &Tensor<T>) -> Self {
        self.roots.push(Root::new(tensor));
        self
    }

    /// Names a leaf or a result.
    #[must_use]
    pub fn name<T: Dtype>(mut self, name: &str, tensor: &Tensor<T>) -> Self {
        self.names.insert(tensor.variable(), name.to_owned());
        self.kept.push(Arc::new(tensor.clone()));
        self
    }

    /// Also draws the tensors that operations keep for the backward pass.
    #[must_use]
    pub fn saved(mut self, saved: bool) -> Self {
        self.saved = saved;
        self
    }

    /// The drawing in Graphviz's language. Nodes are numbered in the order in which they appear.
    pub fn to_dot(&self) -> String {
        let items = self.items();
        let mut numbers = HashMap::new();
        let mut number = |id: usize| {
            let next = numbers.len();
            *numbers.entry(id).or_insert(next)
        };
        // A large graph gets a larger page, as torchviz sizes it.
        let size = items.len() as f64 * 0.15;
        let size = if size > 12.0 { size.to_string() } else { "12".into() };
        let mut dot = format!("digraph {{\n\tgraph [size=\"{size},{size}\"]\n");
        dot += "\tnode [align=left fontname=monospace fontsize=10 height=0.2 ranksep=0.1 shape=box style=filled]\n";
        for item in &items {
            // Writing to a string does not fail.
            let _ = match item {
                Item::Node { id, label, fill } => {
                    let fill = fill.map_or(String::new(), |color| format!(" fillcolor={}", color.name()));
                    writeln!(dot, "\tn{} [label={}{fill}]", number(*id), quoted(label))
                }
                Item::Edge { from, to, style } => {
                    let style = style.map_or(String::new(), |style| format!(" [{style}]"));
                    let (from, to) = (number(*from), number(*to));
                    writeln!(dot, "\tn{from} -> n{to}{style}")
                }
            };
        }
        dot + "}\n"
    }

    fn items(&self) -> Vec<Item> {
        let mut drawing = Drawing { graph: self, items: Vec::new(), seen: HashSet::new() };
        for root in &self.roots {
            drawing.tensor(root, Fill::Result);
        }
        drawing.items
    }

    fn label(&self, variable: usize, shape: &[usize]) -> String {
        let name = self.names.get(&variable).map_or("", String::as_str);
        format!("{name}\n {}", tuple(shape))
    }
}

/// A walk through the graph in torchviz's order: depth first, every edge before the node it comes from.
struct Drawing<'a> {
    graph: &'a Graph,
    items: Vec<Item>,
    seen: HashSet<usize>,
}

impl Drawing<'_> {
    fn tensor(&mut self, root: &Root, fill: Fill) {
        if !self.seen.insert(root.variable) {
            return;
        }
        let label = self.graph.label(root.variable, &root.shape);
        self.items.push(Item::Node { id: root.variable, label, fill: Some(fill) });
        if let Some(node) = &root.node {
            self.operations(node);
            self.items.push(Item::Edge { from: node.address(), to: root.variable, style: None });
        }
        if let Some(base) = &root.base {
            self.tensor(base, Fill::Base);
            self.items.push(Item::Edge { from: base.variable, to: root.variable, style: Some("style=dotted") });
        }
    }

    /// The operation and all behind it. The stack holds operations with the number of their next input.
    fn operations(&mut self, first: &NodeRef) {
        let mut stack = Vec::new();
        if self.operation(first) {
            stack.push((first.clone(), 0));
        }
        while let Some((node, next)) = stack.pop() {
            let Some(edge) = node.core().edges.get(next) else { continue };
            stack.push((node.clone(), next + 1));
            if let Some(edge) = edge {
                self.items.push(Item::Edge { from: edge.node.address(), to: node.address(), style: None });
                if self.operation(&edge.node) {
                    stack.push((edge.node.clone(), 0));
                }
            }
        }
    }

    /// Draws one operation, unless it is drawn already.
    fn operation(&mut self, node: &NodeRef) -> bool {
        let id = node.address();
        if !self.seen.insert(id) {
            return false;
        }
        if self.graph.saved {
            for (k, shape) in node.saved_shapes().iter().enumerate() {
                // A saved tensor has no address of its own; no node lies inside another.
                let saved = id + 1 + k;
                self.items.push(Item::Edge { from: id, to: saved, style: Some("dir=none") });
                let label = format!("saved\n {}", tuple(shape));
                self.items.push(Item::Node { id: saved, label, fill: Some(Fill::Saved) });
            }
        }
        if let Some((leaf, shape)) = node.leaf() {
            self.seen.insert(leaf);
            let label = self.graph.label(leaf, &shape);
            self.items.push(Item::Node { id: leaf, label, fill: Some(Fill::Leaf) });
            self.items.push(Item::Edge { from: leaf, to: id, style: None });
        }
        let name = node.name().rsplit("::").next().unwrap_or_default().to_owned();
        self.items.push(Item::Node { id, label: name, fill: None });
        true
    }
}

/// Sizes as Python writes a tuple, without its comma after a single one.
fn tuple(shape: &[usize]) -> String {
    format!("({})", shape.iter().map(usize::to_string).collect::<Vec<_>>().join(", "))
}

/// A label as Graphviz reads it.
fn quoted(label: &str) -> String {
    let plain = label.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && label.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && !["node", "edge", "graph", "digraph", "subgraph", "strict"].contains(&label.to_ascii_lowercase().as_str());
    if plain { label.to_owned() } else { format!("\"{}\"", label.replace('\\', "\\\\").replace('"', "\\\"")) }
}
