//! The drawings of the example: every leaf with its name and sizes, every operation, pictures in both formats.

#[allow(dead_code, reason = "an example is a program; its `main` is not run here")]
#[path = "../examples/draw_graph.rs"]
mod draw_graph;

#[test]
fn the_saddle_has_its_leaves_and_operations() {
    let (z, graph) = draw_graph::saddle();
    assert_eq!(z.item(), 17.0);
    let dot = graph.to_dot();
    for leaf in ["a", "x", "y"] {
        assert!(dot.contains(&format!("[label=\"{leaf}\n ()\" fillcolor=lightblue]")), "{leaf}: {dot}");
    }
    let count = |name: &str| dot.matches(&format!("[label={name}]")).count();
    assert_eq!(["SubBackward0", "MulBackward0", "PowBackward0", "AccumulateGrad"].map(count), [1, 1, 2, 3]);
    assert!(dot.contains("[label=\"z\n ()\" fillcolor=darkolivegreen1]"));
}

#[test]
fn the_network_is_drawn_in_both_formats() {
    let (loss, graph) = draw_graph::network();
    let svg = graph.to_svg().expect("a drawing");
    for text in ["w1", "(3, 5)", "b2", "MmBackward0", "TanhBackward0", "MeanBackward0", "saved"] {
        assert!(svg.contains(text), "{text} is missing");
    }
    let png = graph.to_png(1.0).expect("a picture");
    assert_eq!(png[1..4], *b"PNG");
    assert!(png.len() > 5000, "the picture has {} bytes", png.len());
    loss.backward();
    assert!(!graph.to_dot().contains("orange"), "nothing is saved after a backward pass");
}
