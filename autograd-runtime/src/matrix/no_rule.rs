//! Operations of nalgebra's types that have no rule, so that a function that uses one is refused in words.
//!
//! Each has a method that is implemented for nothing: where rustc looks for the operation's rule, it finds that and says why.

macro_rules! no_rule {
    ($($name:ident, $call:ident: $message:literal, $note:literal;)*) => {$(
        #[doc = concat!("`", stringify!($name), "`")]
        pub mod $name {
            #[doc = $message]
            #[diagnostic::on_unimplemented(message = $message, label = "no rule for this operation", note = $note)]
            pub trait HasRule {}

            /// What rustc finds.
            pub trait Fallback {
                /// Never called.
                fn $call(&self) {}
            }

            impl<T: HasRule + ?Sized> Fallback for T {}
        }
    )*};
}

no_rule! {
    adjoint, adjoint_call: "the operation `adjoint` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    apply_metric_distance, apply_metric_distance_call: "the operation `apply_metric_distance` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    apply_norm, apply_norm_call: "the operation `apply_norm` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    axis, axis_call: "the operation `axis` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    axis_angle, axis_angle_call: "the operation `axis_angle` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    bidiagonalize, bidiagonalize_call: "the operation `bidiagonalize` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    cap_magnitude, cap_magnitude_call: "the operation `cap_magnitude` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    cmpy, cmpy_call: "the operation `cmpy` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    col_piv_qr, col_piv_qr_call: "the operation `col_piv_qr` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    column_variance, column_variance_call: "the operation `column_variance` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    complex_eigenvalues, complex_eigenvalues_call: "the operation `complex_eigenvalues` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    component_div_assign, component_div_assign_call: "the operation `component_div_assign` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    component_mul_assign, component_mul_assign_call: "the operation `component_mul_assign` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    conjugate, conjugate_call: "the operation `conjugate` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    conjugate_transpose, conjugate_transpose_call: "the operation `conjugate_transpose` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    convolve_full, convolve_full_call: "the operation `convolve_full` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    cross_matrix, cross_matrix_call: "the operation `cross_matrix` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    dotc, dotc_call: "the operation `dotc` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    eigenvalues, eigenvalues_call: "the operation `eigenvalues` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    euler_angles, euler_angles_call: "the operation `euler_angles` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    fixed_resize, fixed_resize_call: "the operation `fixed_resize` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    full_piv_lu, full_piv_lu_call: "the operation `full_piv_lu` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    hessenberg, hessenberg_call: "the operation `hessenberg` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    insert_column, insert_column_call: "the operation `insert_column` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    insert_row, insert_row_call: "the operation `insert_row` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    inverse_mut, inverse_mut_call: "the operation `inverse_mut` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    kronecker, kronecker_call: "the operation `kronecker` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    lp_norm, lp_norm_call: "the operation `lp_norm` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    nlerp, nlerp_call: "the operation `nlerp` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    normalize_mut, normalize_mut_call: "the operation `normalize_mut` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    perp, perp_call: "the operation `perp` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    polar, polar_call: "the operation `polar` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    pseudo_inverse, pseudo_inverse_call: "the operation `pseudo_inverse` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    rank, rank_call: "the operation `rank` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    remove_column, remove_column_call: "the operation `remove_column` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    remove_row, remove_row_call: "the operation `remove_row` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    resize, resize_call: "the operation `resize` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    rotation_between, rotation_between_call: "the operation `rotation_between` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    rotation_to, rotation_to_call: "the operation `rotation_to` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    row_variance, row_variance_call: "the operation `row_variance` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    schur, schur_call: "the operation `schur` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    select_columns, select_columns_call: "the operation `select_columns` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    select_rows, select_rows_call: "the operation `select_rows` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    slerp, slerp_call: "the operation `slerp` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    solve_mut, solve_mut_call: "the operation `solve_mut` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    symmetric_eigen, symmetric_eigen_call: "the operation `symmetric_eigen` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    to_homogeneous, to_homogeneous_call: "the operation `to_homogeneous` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    transpose_mut, transpose_mut_call: "the operation `transpose_mut` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    try_inverse_mut, try_inverse_mut_call: "the operation `try_inverse_mut` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    udu, udu_call: "the operation `udu` of `{Self}` has no derivative rule",
        "put it into a function of its own and give that a rule with `#[derivative(of = …)]`, or stop the gradient with `detach(…)`";
    column_mut, column_mut_call: "a part that `column_mut` lends cannot be kept in a variable where it carries a gradient",
        "write to it at once, as in `m.column_mut(…).copy_from(…)`, or give the operation a rule with `#[derivative(of = …)]`";
    row_mut, row_mut_call: "a part that `row_mut` lends cannot be kept in a variable where it carries a gradient",
        "write to it at once, as in `m.row_mut(…).copy_from(…)`, or give the operation a rule with `#[derivative(of = …)]`";
    rows_mut, rows_mut_call: "a part that `rows_mut` lends cannot be kept in a variable where it carries a gradient",
        "write to it at once, as in `m.rows_mut(…).copy_from(…)`, or give the operation a rule with `#[derivative(of = …)]`";
    columns_mut, columns_mut_call: "a part that `columns_mut` lends cannot be kept in a variable where it carries a gradient",
        "write to it at once, as in `m.columns_mut(…).copy_from(…)`, or give the operation a rule with `#[derivative(of = …)]`";
    view_mut, view_mut_call: "a part that `view_mut` lends cannot be kept in a variable where it carries a gradient",
        "write to it at once, as in `m.view_mut(…).copy_from(…)`, or give the operation a rule with `#[derivative(of = …)]`";
    fixed_rows_mut, fixed_rows_mut_call: "a part that `fixed_rows_mut` lends cannot be kept in a variable where it carries a gradient",
        "write to it at once, as in `m.fixed_rows_mut(…).copy_from(…)`, or give the operation a rule with `#[derivative(of = …)]`";
    fixed_columns_mut, fixed_columns_mut_call: "a part that `fixed_columns_mut` lends cannot be kept in a variable where it carries a gradient",
        "write to it at once, as in `m.fixed_columns_mut(…).copy_from(…)`, or give the operation a rule with `#[derivative(of = …)]`";
    fixed_view_mut, fixed_view_mut_call: "a part that `fixed_view_mut` lends cannot be kept in a variable where it carries a gradient",
        "write to it at once, as in `m.fixed_view_mut(…).copy_from(…)`, or give the operation a rule with `#[derivative(of = …)]`";
}
