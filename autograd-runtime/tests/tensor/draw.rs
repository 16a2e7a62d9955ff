//! Drawings of graphs, against what torchviz draws.

use autograd_runtime::tensor::{Graph, Tensor};

type T = Tensor<f64>;

/// The program that the sample was drawn from, with its parameters.
fn sample() -> (T, T, T) {
    let w = Tensor::from_vec(vec![0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [3, 2]).requires_grad_(true);
    let b = T::zeros([2]).requires_grad_(true);
    let h = (T::ones([4, 3]).matmul(&w) + &b).tanh();
    ((&h * &h).mean(), w, b)
}

#[test]
fn the_drawing_is_torchviz_s() {
    let (loss, w, b) = sample();
    let dot = Graph::of(&loss).name("w", &w).name("b", &b).to_dot();
    assert_eq!(dot, include_str!("../fixtures/torchviz_sample.dot"));
}

#[test]
fn saved_tensors_are_drawn_on_request() {
    let (loss, w, b) = sample();
    let dot = Graph::of(&loss).name("w", &w).name("b", &b).saved(true).to_dot();
    let theirs = include_str!("../fixtures/torchviz_sample_attrs.dot");
    let count = |dot: &str, text: &str| dot.matches(text).count();
    // The same operations keep the same tensors: the square its operand twice, the others one each. torchviz gives
    // the two one node, because they are one object in Python.
    assert_eq!((count(&dot, "[dir=none]"), count(theirs, "[dir=none]")), (4, 4), "{dot}");
    for text in ["fillcolor=orange", "fillcolor=lightblue", "\n (4, 3)\" fillcolor=orange"] {
        assert_eq!(count(&dot, text), count(theirs, text), "{text}\n{dot}");
    }
    assert_eq!(count(&dot, "\n (4, 2)\" fillcolor=orange"), 3, "{dot}");
    loss.backward();
    let freed = Graph::of(&loss).saved(true).to_dot();
    assert_eq!(count(&freed, "fillcolor=orange"), 0, "{freed}");
}

#[test]
fn views_point_to_their_base() {
    let x = Tensor::from_slice(&[1.0, 2.0]).requires_grad_(true);
    let y = &x * 2.0;
    let dot = y.select(0, 1).to_dot();
    assert!(dot.contains("fillcolor=darkolivegreen3"), "{dot}");
    assert!(dot.contains("[style=dotted]"), "{dot}");
    assert!(T::zeros([2]).to_dot().contains("n0 [label=\"\n (2)\" fillcolor=darkolivegreen1]"));
}

#[test]
fn a_deep_graph_is_drawn_without_recursion() {
    let x = Tensor::scalar(1.0).requires_grad_(true);
    let mut y = &x * 1.0;
    for _ in 0..100_000 {
        y = &y + 1.0;
    }
    let dot = y.to_dot();
    assert_eq!(dot.matches("AddBackward0").count(), 100_000);
    assert!(dot.starts_with("digraph {\n\tgraph [size=\"30001"), "{}", &dot[..60]);
}

#[cfg(feature = "draw")]
#[test]
fn pictures_hold_every_label() {
    let (loss, w, b) = sample();
    let graph = Graph::of(&loss).name("weights & <more>", &w).name("b", &b).saved(true);
    let svg = graph.to_svg().expect("a drawing");
    for label in ["MeanBackward0", "TanhBackward0", "AccumulateGrad", "weights &amp; &lt;more&gt;", "(3, 2)", "saved"] {
        assert!(svg.contains(label), "{label} is missing:\n{svg}");
    }
    assert!(svg.trim_end().ends_with("</svg>"));
    // One result, two leaves, four saved tensors; the rest are operations. No box is black.
    let boxes = |color: &str| svg.matches(&format!("fill=\"#{color}ff\"")).count();
    assert_eq!(["caff70", "add8e6", "ffa500", "000000"].map(boxes), [1, 2, 4, 0], "{svg}");
    let base = T::ones([2]).requires_grad_(true) * 2.0;
    let svg = Graph::of(&base.select(0, 1)).to_svg().expect("a drawing");
    assert_eq!(svg.matches("fill=\"#a2cd5aff\"").count(), 1, "{svg}");
    let png = graph.to_png(1.5).expect("a picture");
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
    let width = u32::from_be_bytes([png[16], png[17], png[18], png[19]]);
    assert!(width > 100, "the picture is {width} wide");
    assert!(graph.to_png(0.0).is_err());
    let mut y = loss;
    for _ in 0..2000 {
        y = y + 1.0;
    }
    let error = Graph::of(&y).to_svg().expect_err("too large").to_string();
    assert!(error.contains("at most 2000"), "{error}");
}
