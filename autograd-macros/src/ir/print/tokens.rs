//! Tokens with the spaces that a person would write.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// The tokens on one line: `a.len() - 1`, `&x[i + 1]`, `vec![0; n]`.
pub(crate) fn readable(tokens: &TokenStream) -> String {
    let mut text = String::new();
    let mut last = Last::Start;
    for token in tokens.clone() {
        if last.wants_space_before(&token) {
            text.push(' ');
        }
        match &token {
            TokenTree::Group(group) => text.push_str(&match group.delimiter() {
                Delimiter::Parenthesis => format!("({})", readable(&group.stream())),
                Delimiter::Bracket => format!("[{}]", readable(&group.stream())),
                Delimiter::Brace if group.stream().is_empty() => "{}".to_owned(),
                Delimiter::Brace => format!("{{ {} }}", readable(&group.stream())),
                Delimiter::None => readable(&group.stream()),
            }),
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => text.push_str(&token.to_string()),
        }
        last = last.then(&token);
    }
    text
}

/// What stands left of the next token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Start,
    /// A name, a literal or a closed group: an operator after it has two operands.
    Operand,
    /// `in`, `if`, `return`, …: a name that is no operand.
    Keyword,
    /// An operator with its left operand before it, or a comma or semicolon.
    Operator,
    /// Sticks to what follows: `.`, `::`, `..`, a prefix operator, the first half of `<=`.
    Glue,
    /// The first `:` of `::`.
    Colon,
}

const KEYWORDS: [&str; 10] = ["in", "if", "else", "match", "return", "let", "mut", "as", "for", "while"];

impl Last {
    fn wants_space_before(self, next: &TokenTree) -> bool {
        match (self, next) {
            (Last::Start | Last::Glue | Last::Colon, _) => false,
            (Last::Operand, TokenTree::Group(group)) => group.delimiter() == Delimiter::Brace,
            (Last::Operand, TokenTree::Punct(punct)) => !matches!(punct.as_char(), '.' | ',' | ';' | ':' | '?' | '!'),
            (Last::Operand, TokenTree::Ident(_) | TokenTree::Literal(_)) | (Last::Keyword | Last::Operator, _) => true,
        }
    }

    fn then(self, token: &TokenTree) -> Last {
        match token {
            TokenTree::Group(_) | TokenTree::Literal(_) => Last::Operand,
            TokenTree::Ident(ident) if KEYWORDS.iter().any(|keyword| ident == keyword) => Last::Keyword,
            TokenTree::Ident(_) => Last::Operand,
            TokenTree::Punct(punct) => match (punct.as_char(), punct.spacing()) {
                (':', Spacing::Joint) => Last::Colon,
                (':', Spacing::Alone) if self == Last::Colon => Last::Glue,
                ('.', _) | (_, Spacing::Joint) => Last::Glue,
                ('?', Spacing::Alone) => Last::Operand,
                ('!' | '&' | '-' | '*', Spacing::Alone) if self != Last::Operand && self != Last::Glue => Last::Glue,
                // `assert!(…)`: the exclamation mark after a name.
                ('!', Spacing::Alone) => Last::Glue,
                (_, Spacing::Alone) => Last::Operator,
            },
        }
    }
}

mod tests {
    use super::readable;

    #[track_caller]
    fn check(source: &str) {
        let tokens = source.parse().expect("the test's tokens are Rust");
        assert_eq!(readable(&tokens), source);
    }

    #[test]
    fn tokens_read_like_source() {
        check("a.len() - 1");
        check("&x[i + 1]");
        check("(i * 3 + 1) % n");
        check("n as usize - 1");
        check("assert!(k <= 3, \"too many: {}\", k)");
        check("i == 0 && !done || -k < 2");
        check("usize::min(a, b)");
        check("match k { 0 => 1, _ => 2 }");
        check("0..n");
        check("if k > 0 { 1 } else { 2 }");
    }
}
