//! Programs as a tree of statements over lines of text, so that the shrinker can delete statements.

use std::fmt::Write;

/// Functions that call earlier ones; the last is the entry.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    pub(crate) seed: u64,
    pub(crate) functions: Vec<Function>,
    /// One for each parameter of the entry.
    pub(crate) arguments: Vec<Argument>,
}

#[derive(Clone, Debug)]
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) params: Vec<Param>,
    pub(crate) output: Output,
    pub(crate) body: Vec<Stmt>,
    /// Calls itself.
    pub(crate) recursive: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Param {
    /// `x`, `mut x`, or `(p, q)`.
    pub(crate) pattern: String,
    pub(crate) ty: ParamType,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ParamType {
    Float,
    /// A `usize` up to this one.
    Size(usize),
    Pair,
    Array(usize),
    Matrix(usize, usize),
    SharedFloat,
    ExclusiveFloat,
    SharedSlice,
    ExclusiveSlice,
    SharedArray(usize),
    ExclusiveArray(usize),
    Vector,
    SharedVector,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Output {
    Unit,
    Float,
    Pair,
    Array(usize),
}

#[derive(Clone, Debug)]
pub(crate) enum Stmt {
    Line(String),
    /// The value of a block, or what has to stay for the program to end: not deleted.
    Kept(String),
    /// `head {`, body, `} head {`, body, `}` and what follows the last brace.
    Nest {
        parts: Vec<(String, Vec<Stmt>)>,
        end: String,
    },
}

/// An argument of the entry.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Argument {
    Float(f64),
    Size(usize),
    Pair(f64, f64),
    List(Vec<f64>),
    Matrix(Vec<Vec<f64>>),
}

impl Program {
    pub(crate) fn entry(&self) -> &Function {
        self.functions.last().expect("a program has functions")
    }

    /// The functions, each behind a line `attribute`.
    pub(crate) fn source(&self, attribute: &str) -> String {
        let mut text = String::new();
        for function in &self.functions {
            if !attribute.is_empty() {
                let _ =
                    writeln!(text, "{}", if function.recursive { recursive(attribute) } else { attribute.to_owned() });
            }
            let params: Vec<String> =
                function.params.iter().map(|param| format!("{}: {}", param.pattern, param.ty.text())).collect();
            let output = function.output.text();
            let _ = writeln!(text, "fn {}({}){output} {{", function.name, params.join(", "));
            write_stmts(&mut text, &function.body, 1);
            text.push_str("}\n\n");
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }
}

fn recursive(attribute: &str) -> String {
    match attribute.strip_suffix(']') {
        Some(open) => format!("{open}(recursive)]"),
        None => attribute.to_owned(),
    }
}

fn write_stmts(text: &mut String, stmts: &[Stmt], indent: usize) {
    let pad = "    ".repeat(indent);
    for stmt in stmts {
        match stmt {
            Stmt::Line(line) | Stmt::Kept(line) => {
                let _ = writeln!(text, "{pad}{line}");
            }
            Stmt::Nest { parts, end } => {
                for (position, (head, body)) in parts.iter().enumerate() {
                    let close = if position == 0 { "" } else { "} " };
                    let space = if head.is_empty() { "" } else { " " };
                    let _ = writeln!(text, "{pad}{close}{head}{space}{{");
                    write_stmts(text, body, indent + 1);
                }
                let _ = writeln!(text, "{pad}}}{end}");
            }
        }
    }
}

impl ParamType {
    pub(crate) fn text(self) -> String {
        match self {
            ParamType::Float => "f64".to_owned(),
            ParamType::Size(_) => "usize".to_owned(),
            ParamType::Pair => "(f64, f64)".to_owned(),
            ParamType::Array(len) => format!("[f64; {len}]"),
            ParamType::Matrix(rows, columns) => format!("[[f64; {columns}]; {rows}]"),
            ParamType::SharedFloat => "&f64".to_owned(),
            ParamType::ExclusiveFloat => "&mut f64".to_owned(),
            ParamType::SharedSlice => "&[f64]".to_owned(),
            ParamType::ExclusiveSlice => "&mut [f64]".to_owned(),
            ParamType::SharedArray(len) => format!("&[f64; {len}]"),
            ParamType::ExclusiveArray(len) => format!("&mut [f64; {len}]"),
            ParamType::Vector => "Vec<f64>".to_owned(),
            ParamType::SharedVector => "&Vec<f64>".to_owned(),
        }
    }

    pub(crate) fn is_exclusive(self) -> bool {
        matches!(self, ParamType::ExclusiveFloat | ParamType::ExclusiveSlice | ParamType::ExclusiveArray(_))
    }
}

impl Output {
    fn text(self) -> String {
        match self {
            Output::Unit => String::new(),
            Output::Float => " -> f64".to_owned(),
            Output::Pair => " -> (f64, f64)".to_owned(),
            Output::Array(len) => format!(" -> [f64; {len}]"),
        }
    }
}
