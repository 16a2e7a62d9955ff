//! `docs/expansions.md` and the README show what the macro writes: these tests hold them to it.

use expect_test::expect_file;
use quote::ToTokens;

use crate::item;

/// Three functions, and what becomes of each.
const SHOWN: [(&str, &str); 3] = [
    (
        "Straight-line code: the value's subexpressions serve the derivative, each adjoint has the name of what it belongs to.",
        "#[differentiable(wrt(mean, width))]
fn density(x: f64, mean: f64, width: f64) -> f64 {
    let z = (x - mean) / width;
    (-0.5 * z * z).exp() / width
}",
    ),
    (
        "A loss over data: the loop only accumulates, and the adjoint of the sum is known before it runs, so value and gradient \
         take one pass and nothing is saved.",
        "#[differentiable(wrt(w))]
fn loss(w: &[f64], x: &[f64], y: &[f64]) -> f64 {
    let mut total = 0.0;
    for i in 0..y.len() {
        let error = w[0] + w[1] * x[i] - y[i];
        total += error * error;
    }
    total / y.len() as f64
}",
    ),
    (
        "A loop that carries two numbers: each iteration saves what its backward part cannot recompute, and the backward loop \
         runs the other way round.",
        "#[differentiable(wrt(angle, speed))]
fn swing(angle: f64, speed: f64, step: f64, steps: usize) -> f64 {
    let mut x = angle;
    let mut v = speed;
    for _ in 0..steps {
        v -= step * x.sin();
        x += step * v;
    }
    x
}",
    ),
];

/// The companion of this name, as rustfmt would print it, without attributes and documentation.
fn companion(source: &str, suffix: &str) -> String {
    let function: syn::ItemFn = syn::parse_str(source).expect("the shown source parses");
    let name = format!("{}_{suffix}", function.sig.ident);
    let options = function.attrs.iter().find_map(|attr| match &attr.meta {
        syn::Meta::List(list) => Some(list.tokens.clone()),
        syn::Meta::Path(_) | syn::Meta::NameValue(_) => None,
    });
    let bare = syn::ItemFn { attrs: Vec::new(), ..function };
    let expanded = item::expand(options.unwrap_or_default(), bare.to_token_stream());
    let file: syn::File = syn::parse2(expanded).expect("the expansion parses");
    let found = file.items.into_iter().find_map(|item| match item {
        syn::Item::Fn(mut found) if found.sig.ident == name => {
            found.attrs.clear();
            Some(syn::Item::Fn(found))
        }
        _ => None,
    });
    let items = vec![found.unwrap_or_else(|| panic!("`{name}` is among the companions"))];
    prettyplease::unparse(&syn::File { shebang: None, attrs: Vec::new(), items })
}

#[test]
fn the_document_shows_what_is_generated() {
    let mut text =
        "# What the macro writes\n\nThree functions and their `…_backward` companions, as the macro emits them \
                    (attributes left out). A unit test of `autograd-macros` keeps this page true.\n"
            .to_owned();
    for (words, source) in SHOWN {
        let expansion = companion(source, "backward");
        text += &format!("\n{words}\n\n```rust,ignore\n{source}\n```\n\n```rust,ignore\n{expansion}```\n");
    }
    expect_file!["../../docs/expansions.md"].assert_eq(&text);
}

#[test]
fn the_readme_shows_what_is_generated() {
    let readme = include_str!("../../README.md");
    let expansion = companion(SHOWN[0].1, "backward");
    assert!(readme.contains(&expansion), "the README should show:\n{expansion}");
}
