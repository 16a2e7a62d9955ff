//! Pictures of graphs. `layout-rs` places the nodes, `resvg` turns the result into pixels, and the font comes along.

use super::{DrawError, Fill, Graph, Item};
use layout::backends::svg::SVGWriter;
use layout::core::base::Orientation;
use layout::core::color::Color;
use layout::core::geometry::Point;
use layout::core::style::{LineStyleKind, StyleAttr};
use layout::std_shapes::shapes::{Arrow, Element, LineEndKind, ShapeKind};
use layout::topo::layout::VisualGraph;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::collections::HashMap;

/// The time to place the nodes grows faster than their number.
const LARGEST: usize = 2000;

const FONT_SIZE: usize = 12;

impl Graph {
    /// The drawing as an SVG picture.
    ///
    /// # Errors
    ///
    /// When the graph is too large to be placed.
    pub fn to_svg(&self) -> Result<String, DrawError> {
        let items = self.items();
        let nodes = items.iter().filter(|item| matches!(item, Item::Node { .. })).count();
        if nodes > LARGEST {
            return Err(DrawError(format!(
                "the graph has {nodes} nodes, and at most {LARGEST} are drawn: write `to_dot()` to a file and use \
                 Graphviz"
            )));
        }
        let mut graph = VisualGraph::new(Orientation::TopToBottom);
        let mut handles = HashMap::new();
        for item in &items {
            if let Item::Node { id, label, fill } = item {
                handles.entry(*id).or_insert_with(|| graph.add_node(node(label, *fill)));
            }
        }
        for item in &items {
            if let Item::Edge { from, to, style } = item
                && let (Some(&from), Some(&to)) = (handles.get(from), handles.get(to))
            {
                graph.add_edge(arrow(*style), from, to);
            }
        }
        let mut svg = SVGWriter::new();
        graph.do_it(false, false, false, &mut svg);
        // Labels line up in a font of equal widths.
        Ok(svg.finalize().replace("font-family: Times, serif", "font-family: Hack, monospace"))
    }

    /// The drawing as a PNG picture, `scale` times the size of the SVG picture.
    ///
    /// # Errors
    ///
    /// When the graph is too large to be placed, or the picture too large to be stored.
    pub fn to_png(&self, scale: f32) -> Result<Vec<u8>, DrawError> {
        let svg = self.to_svg()?;
        let mut options = Options::default();
        let fonts = options.fontdb_mut();
        fonts.load_font_data(epaint_default_fonts::HACK_REGULAR.to_vec());
        fonts.set_monospace_family("Hack");
        let tree = Tree::from_str(&svg, &options).map_err(|error| DrawError(error.to_string()))?;
        let size = tree.size().to_int_size().scale_by(scale);
        let mut pixels = size.and_then(|size| Pixmap::new(size.width(), size.height())).ok_or_else(|| {
            let size = tree.size();
            DrawError(format!("a picture of {} by {} cannot be scaled by {scale}", size.width(), size.height()))
        })?;
        pixels.fill(resvg::tiny_skia::Color::WHITE);
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| DrawError(error.to_string()))
    }
}

/// The colour as Graphviz paints it. Its numbers are X11's, of which the renderer's own list of names is a part.
fn color(fill: Option<Fill>) -> Color {
    Color::fast(match fill {
        None => "#d3d3d3",
        Some(Fill::Result) => "#caff70",
        Some(Fill::Base) => "#a2cd5a",
        Some(Fill::Leaf) => "#add8e6",
        Some(Fill::Saved) => "#ffa500",
    })
}

fn node(label: &str, fill: Option<Fill>) -> Element {
    let style = StyleAttr::new(Color::fast("black"), 1, Some(color(fill)), 0, FONT_SIZE);
    let widest = label.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let size =
        Point::new((widest + 2) as f64 * FONT_SIZE as f64 * 0.7, (label.lines().count() + 1) as f64 * FONT_SIZE as f64);
    Element::create(ShapeKind::new_box(label), style, Orientation::TopToBottom, size)
}

fn arrow(style: Option<&str>) -> Arrow {
    let look = StyleAttr::new(Color::fast("black"), 1, None, 0, FONT_SIZE);
    let head = if style == Some("dir=none") { LineEndKind::None } else { LineEndKind::Arrow };
    let line = if style == Some("style=dotted") { LineStyleKind::Dotted } else { LineStyleKind::Normal };
    Arrow::new(LineEndKind::None, head, line, "", &look, &None, &None)
}
