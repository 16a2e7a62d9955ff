//! Makes a failing program smaller: deletes statements and functions as long as it fails in the same way.

use std::collections::HashSet;

use super::program::{Program, Stmt};

/// The smallest program found for which `fails` still holds.
pub(crate) fn shrink(program: &Program, fails: &dyn Fn(&Program) -> bool) -> Program {
    let mut smallest = program.clone();
    loop {
        let smaller = candidates(&smallest).into_iter().find(|candidate| fails(candidate));
        match smaller {
            Some(smaller) => smallest = smaller,
            None => return smallest,
        }
    }
}

/// The programs with one function or statement less, large cuts first.
fn candidates(program: &Program) -> Vec<Program> {
    let mut found = Vec::new();
    for at in 0..program.functions.len() - 1 {
        let mut candidate = program.clone();
        candidate.functions.remove(at);
        found.push(candidate);
    }
    for at in 0..program.functions.len() {
        for body in cuts(&program.functions[at].body) {
            let mut candidate = program.clone();
            candidate.functions[at].body = body;
            found.push(candidate);
        }
    }
    found.retain(is_scoped);
    found
}

/// Whether every variable is bound before it is used, and every jump inside a loop, as far as the text tells. The names of
/// variables end in a number.
fn is_scoped(program: &Program) -> bool {
    program.functions.iter().all(|function| {
        let mut bound: HashSet<String> = HashSet::new();
        function.params.iter().for_each(|param| bound.extend(names(&param.pattern)));
        bound.insert("deeper".to_owned());
        are_scoped(&function.body, &mut bound, false)
    })
}

fn are_scoped(stmts: &[Stmt], bound: &mut HashSet<String>, in_loop: bool) -> bool {
    stmts.iter().all(|stmt| match stmt {
        Stmt::Line(line) | Stmt::Kept(line) => {
            let jumps = ["break", "continue"].iter().any(|jump| line.contains(jump));
            (in_loop || !jumps) && is_line_scoped(line, bound)
        }
        Stmt::Nest { parts, .. } => parts.iter().all(|(head, body)| {
            let is_loop = ["for ", "while ", "loop"].iter().any(|word| head.contains(word));
            is_line_scoped(head, bound) && are_scoped(body, bound, in_loop || is_loop)
        }),
    })
}

/// Binds what a line binds with `let` and `for`.
fn is_line_scoped(line: &str, bound: &mut HashSet<String>) -> bool {
    for word in ["let ", "for "] {
        for (at, _) in line.match_indices(word) {
            let rest = &line[at + word.len()..];
            let end = rest.find(['=', ':']).or_else(|| rest.find(" in ")).unwrap_or(rest.len());
            let end = rest.find(" in ").map_or(end, |at| at.min(end));
            bound.extend(names(&rest[..end]));
        }
    }
    names(line).all(|name| bound.contains(&name))
}

/// Names of variables and labels in a text.
fn names(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let numbered = |word: &&str| {
        word.starts_with(|letter: char| letter.is_lowercase())
            && word.ends_with(|letter: char| letter.is_ascii_digit())
            && !["f64", "i32", "log10", "log2", "exp2", "atan2", "exp_m1", "ln_1p"].contains(word)
            && !is_function(word)
    };
    words.filter(numbered).map(str::to_owned)
}

/// `g1` and `g2` are functions; `l3` and its like are labels, which stand with their loops.
fn is_function(word: &str) -> bool {
    word.starts_with(['g', 'l'])
}

/// The lists with one statement less, or with a nest replaced by one of its bodies.
fn cuts(stmts: &[Stmt]) -> Vec<Vec<Stmt>> {
    let mut found = Vec::new();
    for (at, stmt) in stmts.iter().enumerate() {
        let with = |replacement: Vec<Stmt>| {
            let mut cut = stmts.to_vec();
            cut.splice(at..=at, replacement);
            cut
        };
        match stmt {
            Stmt::Kept(_) => {}
            Stmt::Line(_) => found.push(with(Vec::new())),
            Stmt::Nest { parts, end } => {
                let arm = parts[0].0.ends_with("=>");
                if parts[0].0 != "_ =>" {
                    found.push(with(Vec::new()));
                }
                if !arm {
                    found.extend(parts.iter().map(|(_, body)| with(body.clone())));
                }
                // What has a value needs its last part.
                if parts.len() > 1 && end.is_empty() {
                    let parts = parts[..parts.len() - 1].to_vec();
                    found.push(with(vec![Stmt::Nest { parts, end: end.clone() }]));
                }
                for (part, (_, body)) in parts.iter().enumerate() {
                    for body in cuts(body) {
                        let mut parts = parts.clone();
                        parts[part].1 = body;
                        found.push(with(vec![Stmt::Nest { parts, end: end.clone() }]));
                    }
                }
            }
        }
    }
    found
}
