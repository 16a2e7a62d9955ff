//! Every operation's first and second derivatives against central differences: at random numbers, at shapes with empty
//! and size-one dimensions, with broadcasting on either side, and through views whose elements are not row-major.
//!
//! Each family of operations is a table in `gradcheck/`: the name, where the inputs are drawn from, the shapes,
//! the call.

mod check;
mod elementwise;
mod losses;
mod normalization;

#[test]
fn functions_of_one_tensor() {
    check::all(elementwise::UNARY);
}

#[test]
fn activations() {
    check::all(elementwise::ACTIVATIONS);
}

#[test]
fn functions_of_several_tensors() {
    check::all(elementwise::SEVERAL);
}

#[test]
fn functions_at_random_shapes() {
    let all = [elementwise::UNARY, elementwise::ACTIVATIONS, elementwise::SEVERAL];
    check::at_random_shapes(all.into_iter().flatten().filter(|entry| elementwise::broadcasts(entry)));
}

#[test]
fn losses() {
    check::all(losses::LOSSES);
}

#[test]
fn normalization_and_dropout() {
    check::all(normalization::NORMALIZATION);
}
