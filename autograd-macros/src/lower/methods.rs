//! Methods of std by name: floats, integers, and those that yield something discrete.

/// Value-returning methods of `f32` and `f64` with a rule, by the number of their arguments beside the receiver.
const FLOAT_FUNCTIONS: &[(&str, usize)] = &[
    ("abs", 0),
    ("signum", 0),
    ("sqrt", 0),
    ("cbrt", 0),
    ("exp", 0),
    ("exp2", 0),
    ("exp_m1", 0),
    ("ln", 0),
    ("log2", 0),
    ("log10", 0),
    ("ln_1p", 0),
    ("sin", 0),
    ("cos", 0),
    ("tan", 0),
    ("asin", 0),
    ("acos", 0),
    ("atan", 0),
    ("sinh", 0),
    ("cosh", 0),
    ("tanh", 0),
    ("asinh", 0),
    ("acosh", 0),
    ("atanh", 0),
    ("recip", 0),
    ("to_degrees", 0),
    ("to_radians", 0),
    ("floor", 0),
    ("ceil", 0),
    ("round", 0),
    ("round_ties_even", 0),
    ("trunc", 0),
    ("fract", 0),
    ("powf", 1),
    ("powi", 1),
    ("log", 1),
    ("hypot", 1),
    ("atan2", 1),
    ("max", 1),
    ("min", 1),
    ("copysign", 1),
    ("rem_euclid", 1),
    ("div_euclid", 1),
    ("midpoint", 1),
    ("mul_add", 2),
    ("clamp", 2),
];

/// The number of arguments of a float method beside its receiver.
pub(super) fn float_function(name: &str) -> Option<(&'static str, usize)> {
    FLOAT_FUNCTIONS.iter().copied().find(|(known, _)| *known == name)
}

/// Methods that floats have but that have no derivative. Whatever else is called on a float is the user's own, or a mistake.
pub(super) fn is_std(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "to_bits",
        "to_be_bytes",
        "to_le_bytes",
        "to_ne_bytes",
        "to_int_unchecked",
        "classify",
        "next_up",
        "next_down",
        "to_string",
        "into",
        "try_into",
        "add",
        "sub",
        "mul",
        "div",
        "rem",
        "neg",
        "add_assign",
        "sub_assign",
        "mul_assign",
        "div_assign",
        "clone_into",
        "clone_from",
        "borrow",
        "type_id",
    ];
    NAMES.contains(&name)
}

pub(super) fn is_float_function(name: &str) -> bool {
    float_function(name).is_some()
}

/// Names that may follow `f64::`.
pub(super) fn interned(name: &str) -> Option<&'static str> {
    const OTHERS: &[&str] =
        &["from", "from_f64", "zero", "one", "sin_cos", "is_nan", "epsilon", "pi", "from_bits", "default"];
    let function = float_function(name).map(|(name, _)| name);
    function.or_else(|| OTHERS.iter().copied().find(|known| *known == name))
}

/// Methods of active receivers whose result is discrete and whose use carries no gradient.
pub(super) fn is_discrete(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "len",
        "nrows",
        "ncols",
        "imax",
        "imin",
        "iamax",
        "icamax",
        "is_empty",
        "is_nan",
        "is_finite",
        "is_infinite",
        "is_sign_negative",
        "is_sign_positive",
        "is_normal",
        "is_subnormal",
        "total_cmp",
        "partial_cmp",
        "cmp",
        "eq",
        "ne",
        "lt",
        "le",
        "gt",
        "ge",
        "capacity",
        "contains",
        "is_some",
        "is_none",
        "is_ok",
        "is_err",
        "binary_search_by",
        "partition_point",
        "is_sorted",
    ];
    NAMES.contains(&name)
}

/// Methods of integers that yield an integer of the same type.
pub(super) fn keeps_int(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "abs",
        "min",
        "max",
        "clamp",
        "rem_euclid",
        "div_euclid",
        "wrapping_add",
        "wrapping_sub",
        "wrapping_mul",
        "saturating_add",
        "saturating_sub",
        "saturating_mul",
        "abs_diff",
        "isqrt",
        "signum",
        "clone",
        "next_power_of_two",
        "div_ceil",
        "rotate_left",
        "rotate_right",
        "leading_zeros",
        "trailing_zeros",
        "count_ones",
        "unsigned_abs",
        "next_multiple_of",
        "swap_bytes",
        "reverse_bits",
    ];
    NAMES.contains(&name)
}

/// Methods of nalgebra's types that only read: nothing has to be kept of a matrix before they run.
pub(super) fn only_reads(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "abs",
        "amax",
        "amin",
        "angle",
        "angle_to",
        "cholesky",
        "clone_owned",
        "column",
        "column_mean",
        "column_sum",
        "columns",
        "component_div",
        "component_mul",
        "cross",
        "determinant",
        "diagonal",
        "dot",
        "fixed_columns",
        "fixed_rows",
        "fixed_view",
        "into_inner",
        "into_owned",
        "inverse",
        "inverse_transform_point",
        "inverse_transform_vector",
        "l",
        "ln_determinant",
        "lower_triangle",
        "lu",
        "magnitude",
        "magnitude_squared",
        "max",
        "mean",
        "metric_distance",
        "min",
        "norm",
        "norm_squared",
        "product",
        "qr",
        "row",
        "row_mean",
        "row_sum",
        "rows",
        "scaled_axis",
        "singular_values",
        "solve_lower_triangular",
        "solve_upper_triangular",
        "sum",
        "svd",
        "symmetric_eigenvalues",
        "tr_dot",
        "tr_mul",
        "trace",
        "transform_point",
        "transform_vector",
        "transpose",
        "try_inverse",
        "upper_triangle",
        "variance",
        "view",
        "xy",
        "xyz",
    ];
    NAMES.contains(&name)
}

/// Methods that are cheaper to call again than to save the result of.
pub(super) fn is_cheap(name: &str) -> bool {
    matches!(name, "len" | "nrows" | "ncols")
        || name == "abs"
        || is_discrete(name)
        || (keeps_int(name) && name != "pow" && name != "isqrt" && name != "clone")
}
