//! The intermediate representation: structured, in A-normal form, SSA for values, paths for memory.
//!
//! - A [`Value`] is an immutable binding. Scalars (and other small things) that the user mutates by whole assignment are
//!   promoted in `lower`: an `if` gets results, a loop gets carried parameters.
//! - A [`Place`] is memory that is indexed, sliced, projected or borrowed: array, slice, `Vec`, struct, `&mut` parameter,
//!   and every scalar local that is borrowed mutably. It is read by [`Expr::Load`] and written by [`Stmt::Store`] and
//!   [`Stmt::Accumulate`] through a [`Path`].
//! - A local reference (`let row = &x[a..b]`) is not an object of the IR: `lower` replaces it by its path.
//! - `break`, `continue` and early `return` do not exist here: `lower` structures them away.
//! - Inactive computation (indices, conditions, strings) stays in the user's own tokens: [`Opaque`].
//!
//! Statements of the last group in [`StmtKind`] are made by `reverse` alone.

use proc_macro2::{Ident, Span, TokenStream};

pub(crate) mod build;
pub(crate) mod payload;
pub(crate) mod rearrange;
pub(crate) mod types;
pub(crate) mod visit;

#[cfg(test)]
pub(crate) mod print;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
pub(crate) mod verify;

pub(crate) use payload::{Member, Payload};
pub(crate) use rearrange::Rearrange;
pub(crate) use types::{Float, Tokens, Type, Wrapper};

/// Names an SSA value; its data is in [`Function::values`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct Value(pub(crate) u32);

/// Names a piece of memory; its data is in [`Function::places`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct Place(pub(crate) u32);

/// Names a run-time stack of saved tuples; its data is in [`Function::stacks`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct Stack(pub(crate) u32);

/// One function: tables of ids, parameters, and the body, whose yields are the leaves of [`Function::output`].
#[derive(Clone, Debug)]
pub(crate) struct Function {
    pub(crate) values: Vec<ValueData>,
    pub(crate) places: Vec<PlaceData>,
    pub(crate) stacks: Vec<StackData>,
    pub(crate) params: Vec<Param>,
    /// The shape of the return value. Its leaves, from left to right, are the yields of `body`.
    pub(crate) output: Shape,
    pub(crate) body: Region,
}

/// What is known of a value. `ident` is unique among all values and places of the function, so that emitted code never
/// shadows a name that it still needs: `lower` gives a user's `x` the user's own identifier the first time and
/// `x_1`, `x_2`, … to later versions and to shadowing variables.
#[derive(Clone, Debug)]
pub(crate) struct ValueData {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// `false` for values that carry no gradient whatever flows in: integers, booleans, `#[no_grad] let`, `detach`.
    pub(crate) differentiable: bool,
    /// The user gave the value its name; else it is a subexpression, which may be written where it is used.
    pub(crate) named: bool,
    /// The type that the user wrote at an inactive `let` (`let v: u8 = 255`), which rustc's inference may need.
    pub(crate) annotation: Option<TokenStream>,
}

/// What is known of a place.
#[derive(Clone, Debug)]
pub(crate) struct PlaceData {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) kind: PlaceKind,
    /// `false` for memory that carries no gradient: `&[usize]`, `#[no_grad]` parameters and lets.
    pub(crate) differentiable: bool,
    /// Some statement writes to it (or, for a parameter, the caller may see writes).
    pub(crate) mutable: bool,
    /// The type that the user wrote at the `let`, which rustc's inference may need.
    pub(crate) annotation: Option<TokenStream>,
}

/// Where a place lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PlaceKind {
    /// A by-value parameter, owned by the function.
    Owned,
    /// A `&T` parameter.
    Shared,
    /// A `&mut T` parameter.
    Exclusive,
    /// Declared by [`StmtKind::Declare`].
    Local,
    /// Made by `reverse`: the adjoint of another place. `ident` is `d_` + the primal's.
    Shadow(Place),
}

/// What is known of a stack.
#[derive(Clone, Debug)]
pub(crate) struct StackData {
    pub(crate) ident: Ident,
}

/// A parameter as the user wrote it. Several leaves belong to a by-value tuple, or to a pattern parameter.
#[derive(Clone, Debug)]
pub(crate) struct Param {
    pub(crate) shape: Shape,
}

/// A tree of tuples whose leaves are values or places.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// A value. In [`Function::output`]: the operand that the body yields at this leaf (any type).
    Value(Value),
    /// A parameter that is memory.
    Place(Place),
    /// A tuple taken apart; the empty tuple is `()`.
    Tuple(Vec<Shape>),
    /// An `Option` or `Result` taken apart, in [`Function::output`] only: whether it is `Some` or `Ok`, what it holds then, and
    /// for a `Result` an `Option` of the error.
    Wrapped { present: Box<Shape>, payload: Box<Shape>, error: Option<Box<Shape>> },
}

/// A use of a value, or a constant.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Operand {
    Value(Value),
    Const(Const),
}

/// A constant. Float constants print with all their digits; `ty` decides the suffix.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Const {
    Float {
        value: f64,
        ty: Float,
    },
    Bool(bool),
    /// An integer, with the user's suffix if there was one.
    Int {
        value: i128,
        suffix: Option<String>,
    },
    /// `()`
    Unit,
}

/// Statements, then what the region hands to its owner.
#[derive(Clone, Debug, Default)]
pub(crate) struct Region {
    pub(crate) stmts: Vec<Stmt>,
    pub(crate) yields: Vec<Operand>,
}

#[derive(Clone, Debug)]
pub(crate) struct Stmt {
    /// The user's token that this statement comes from.
    pub(crate) span: Span,
    pub(crate) kind: StmtKind,
}

#[derive(Clone, Debug)]
pub(crate) enum StmtKind {
    /// `let value = expr;`
    Let { value: Value, expr: Expr },
    /// `let mut place = init;`
    Declare { place: Place, init: Init },
    /// `path = value;`
    Store { path: Path, value: Operand },
    /// `path += value;` (`-=` is an accumulation of the negated value: IEEE subtraction is addition of the negation).
    Accumulate { path: Path, value: Operand },
    /// `let results = if cond { then } else { otherwise };` Both regions yield one operand per result.
    If { cond: Operand, results: Vec<Value>, then: Region, otherwise: Region },
    /// See [`Loop`].
    Loop(Loop),
    /// `path.push(value);`
    Append { path: Path, value: Operand },
    /// `let value = path.pop();` of a vector that is not empty. On a shadow, `like` is the primal of the value where nothing
    /// else tells its tangent's shape.
    Remove { path: Path, value: Value, like: Option<Operand> },
    /// Contents of memory change places. See [`Rearrange`].
    Rearrange(Rearrange),
    /// A call of a differentiable function. See [`Call`].
    Call(Call),
    /// A statement of the user's that carries no gradient, for its effect: `assert!(x > 0.0)`, `println!`, `order.sort()`,
    /// `counts[k] += 1`. It runs in the forward sweep only.
    Effect { code: Opaque, writes: Vec<Place> },

    // Made by `reverse` alone.
    /// `let value = mem::replace(&mut path, 0);` on a shadow: the adjoint of memory that is about to be un-written.
    Take { value: Value, path: Path },
    /// `let saved = Either::Left((items));` (`variant` 0) or `Right` (1); a plain tuple without a variant.
    Pack { saved: Value, variant: Option<u8>, items: Vec<Operand> },
    /// `let results = match saved { Left((items)) => left, Right((items)) => right };`
    Resume { saved: Value, results: Vec<Value>, items: [Vec<Value>; 2], arms: [Region; 2] },
    /// `stack.push((items));`
    Push { stack: Stack, items: Vec<Operand> },
    /// `let (items) = stack.pop().unwrap();`
    Pop { stack: Stack, items: Vec<Value> },
    /// A call of a pullback. See [`Pull`].
    Pull(Pull),
}

/// A pure computation (apart from panics).
#[derive(Clone, Debug)]
pub(crate) enum Expr {
    /// Another name for an operand (a constant bound by `let`, a copy).
    Copy(Operand),
    /// `&operand`, of a type whose operators may be implemented for references.
    Borrow(Operand),
    /// The operand without its gradient.
    Detach(Operand),
    Unary(Unary, Operand),
    Binary(Binary, Operand, Operand),
    /// A float method of std: `name` is a key of `rules::scalar`. Operands in the order receiver, arguments.
    Function(&'static str, Vec<Operand>),
    /// `operand as T`, with a float on at least one side. `ty` is the target.
    Cast(Operand, Type, TokenStream),
    /// Reads memory (copies a scalar, or clones what the path names).
    Load(Path),
    /// `(a, b, …)`, `[a, b, …]`: only where the whole is needed as one value (a call's argument, a return leaf).
    Aggregate(AggregateKind, Vec<Operand>),
    /// `operand.0` of a value whose type is a tuple that the macro did not see (a call's result).
    Project(Operand, u32),
    /// An inactive expression in the user's tokens.
    Opaque(Opaque),

    // Made by `reverse` alone.
    /// The contents of a local place at the end of its scope, moved out (to be saved).
    Move(Place),
    /// `1.0` where the first operand is larger, `0.5` at a tie, else `0.0`: the weight of `a` in `max(a, b)`.
    /// Further helper functions of the runtime that adjoint formulas need, by name.
    Helper(&'static str, Vec<Operand>),
    /// The zero tangent of what an operand holds.
    ZeroOf(Operand),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Unary {
    Neg,
    /// `!`, on booleans only.
    Not,
}

/// Arithmetic on floats (or on [`Type::Unknown`]), comparisons of floats, logic on booleans. Integer arithmetic is opaque.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Binary {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    Lt,
    Le,
    Gt,
    Ge,
    Eq,
    Ne,
    And,
    Or,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum AggregateKind {
    Tuple,
    Array,
    Vec,
}

/// User code that carries no gradient, kept as it is. Local names in `code` are already those of the IR (`ValueData::ident`,
/// `PlaceData::ident`); `uses` and `places` list them, so that passes know the dependencies without reading tokens.
#[derive(Clone, Debug)]
pub(crate) struct Opaque {
    pub(crate) code: TokenStream,
    pub(crate) uses: Vec<Value>,
    pub(crate) places: Vec<Place>,
    /// Literals, names, field reads, `.len()` and arithmetic only: cheaper to run again than to save, and without effect.
    pub(crate) cheap: bool,
}

/// Root and projections: `a[i].x[j]`, `x[lo..hi][k]`.
#[derive(Clone, Debug)]
pub(crate) struct Path {
    pub(crate) root: Place,
    pub(crate) steps: Vec<Step>,
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Step {
    /// `[i]`
    Index(Operand),
    /// `[lo..hi]`; `hi` is exclusive unless `inclusive`.
    Range { start: Option<Operand>, end: Option<Operand>, inclusive: bool },
    /// `[start..][..len]` as an array of a length that its type tells: `first_chunk::<len>()`.
    Chunk { start: Option<Operand>, len: Tokens },
    /// `.0`
    Element(u32),
    /// `.name`
    Field(Ident),
    /// What a variant of an enum holds. It may be named only where the value is of that variant.
    Payload(Payload),
}

/// How a place gets its first contents.
#[derive(Clone, Debug)]
pub(crate) enum Init {
    /// `[value; len]` or `vec![value; len]`.
    Repeat { kind: AggregateKind, value: Box<Init>, len: Opaque },
    /// `[a, b, c]`, `vec![a, b, c]`, `(a, b)`.
    List { kind: AggregateKind, items: Vec<Init> },
    /// `Name { x: a, y: b }` or `Name(a, b)`, with the step to each field.
    Struct { name: TokenStream, fields: Vec<(Step, Init)> },
    /// A leaf of the three above, or a whole value that becomes addressable (a call's result, a borrowed scalar).
    Value(Operand),
    /// A copy of other memory: `row = a[i]` of an array, `.clone()`, `.to_vec()`.
    CopyOf { path: Path, to_vec: bool },
    /// An inactive container in the user's tokens.
    Opaque(Opaque),
    /// Made by `reverse`: the zero tangent of what the path holds (a shadow).
    ZeroOf(Path),
}

/// A loop. Every carried variable has a parameter (its value in an iteration) and a result (its value after the loop).
///
/// Order of an iteration: for [`LoopKind::While`], `cond` runs (it sees the parameters) and ends the loop if it yields false;
/// then `body`, which yields the next value of each carried variable in order, and, if `exits`, one more boolean, last:
/// `true` asks for another iteration.
#[derive(Clone, Debug)]
pub(crate) struct Loop {
    pub(crate) kind: LoopKind,
    pub(crate) carried: Vec<Carried>,
    pub(crate) body: Region,
    pub(crate) exits: bool,
    /// The user's `#[unroll]` and `#[checkpoint]`.
    pub(crate) hints: Hints,
}

#[derive(Clone, Debug)]
pub(crate) struct Carried {
    pub(crate) param: Value,
    pub(crate) init: Operand,
    pub(crate) result: Value,
}

#[derive(Clone, Debug)]
pub(crate) enum LoopKind {
    /// `for index in start..end`, possibly `..=`, `.rev()`, `.step_by(step)`. Integer operands, evaluated once before the loop.
    Range(Range),
    /// `while cond`; `loop` has a `cond` that yields the constant `true`. `cond` holds pure statements.
    While { cond: Region },
}

#[derive(Clone, Debug)]
pub(crate) struct Range {
    pub(crate) index: Value,
    pub(crate) start: Operand,
    pub(crate) end: Operand,
    pub(crate) inclusive: bool,
    pub(crate) step: Option<Operand>,
    /// Runs from the last element to the first. With a step, `(a..b).step_by(k).rev()`: the same elements backwards.
    pub(crate) reversed: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hints {
    pub(crate) unroll: bool,
    pub(crate) checkpoint: bool,
}

/// `let result = callee(args);` of a differentiable function, by the protocol of `emit::call`.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// The path as the user wrote it, without the suffix `_call`: `helper`, `m::helper::<f64>`.
    pub(crate) callee: Callee,
    pub(crate) args: Vec<Arg>,
    /// Its type is [`Type::Unknown`] unless the callee's signature is known.
    pub(crate) result: Value,
    /// The result is a `Result` of which this is an `Option` of the error; `result` is an `Option` of the rest.
    pub(crate) error: Option<Value>,
    /// Set by `reverse`: the value that holds the pullback. Without one the call is made as the user wrote it.
    pub(crate) pullback: Option<Value>,
}

#[derive(Clone, Debug)]
pub(crate) struct Callee {
    /// The user's path tokens up to the last segment (with the trailing `::`), empty for a plain name.
    pub(crate) prefix: TokenStream,
    pub(crate) name: Ident,
    /// Turbofish, with its `::<…>`, or empty.
    pub(crate) generics: TokenStream,
    /// A call of the function that is being differentiated.
    pub(crate) recursive: bool,
    /// A method call: the first argument is the receiver, a place.
    pub(crate) method: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Arg {
    /// By value.
    Value(Operand),
    /// `&path` or `&mut path` (also a reference variable passed on).
    Ref { path: Path, mutable: bool },
    /// `&value` of a scalar: the callee sees a reference to a copy.
    RefValue(Operand),
    /// A reference to inactive user data, in the user's tokens.
    Opaque(Opaque),
}

/// `pullback(slots…, seed)`.
#[derive(Clone, Debug)]
pub(crate) struct Pull {
    pub(crate) pullback: Value,
    pub(crate) slots: Vec<Slot>,
    /// The adjoint of the call's result.
    pub(crate) seed: Operand,
}

/// What the pullback gets for one argument of the call: for a reference the reference again, and for each a shadow.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    pub(crate) arg: Arg,
    /// `None`: inactive in the caller, mode `Off`.
    pub(crate) shadow: Option<Path>,
}
