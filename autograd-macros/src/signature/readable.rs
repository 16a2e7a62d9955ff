//! Tokens as text with the spaces that a person would write: `&mut v[i].x`, `Vec<f64>`, `f(a, -b)`.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

pub(super) fn text(tokens: TokenStream) -> String {
    let mut text = String::new();
    let mut last = Last::Start;
    // Between the bars of a closure's parameters.
    let mut in_bars = false;
    for token in tokens {
        let (shown, next) = match &token {
            TokenTree::Group(group) => {
                let inner = self::text(group.stream());
                let shown = match group.delimiter() {
                    Delimiter::Parenthesis => format!("({inner})"),
                    Delimiter::Bracket => format!("[{inner}]"),
                    Delimiter::Brace if inner.is_empty() => "{}".to_owned(),
                    Delimiter::Brace => format!("{{ {inner} }}"),
                    Delimiter::None => inner,
                };
                (shown, if group.delimiter() == Delimiter::None { Last::Operand } else { Last::Group })
            }
            TokenTree::Ident(ident) => {
                let shown = ident.to_string();
                let next = if is_keyword(&shown) { Last::Keyword } else { Last::Operand };
                (shown, next)
            }
            TokenTree::Literal(literal) => (literal.to_string(), Last::Operand),
            TokenTree::Punct(punct) => {
                let joint = punct.spacing() == Spacing::Joint;
                let closes = punct.as_char() == '|' && in_bars;
                let next = if closes { Last::Apart } else { last.then_punct(punct.as_char(), joint) };
                in_bars = !closes && (in_bars || punct.as_char() == '|' && next == Last::Attached);
                if closes {
                    last = Last::Attached;
                }
                (punct.as_char().to_string(), next)
            }
        };
        if last.is_apart_from(&token, next) {
            text.push(' ');
        }
        text.push_str(&shown);
        last = next;
    }
    text
}

/// What was written last, as far as it decides whether a space follows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Start,
    /// A name or a literal.
    Operand,
    Group,
    Keyword,
    /// Something that the next token is attached to: `.`, `::`, `<`, a prefix operator.
    Attached,
    /// `,`, `;`, `:`, or an operator between two operands.
    Apart,
    /// `>`, `?`: an operand ends here.
    Closing,
}

impl Last {
    fn is_operand(self) -> bool {
        match self {
            Last::Operand | Last::Group | Last::Closing => true,
            Last::Start | Last::Keyword | Last::Attached | Last::Apart => false,
        }
    }

    /// What a punctuation character is after `self`.
    fn then_punct(self, c: char, joint: bool) -> Last {
        match c {
            '.' | '<' | '\'' | '#' | '$' | '@' => Last::Attached,
            ':' if joint || self == Last::Attached => Last::Attached,
            ',' | ';' | ':' | '=' => Last::Apart,
            '>' | '?' => Last::Closing,
            _ if joint => Last::Attached,
            '&' | '*' | '-' | '!' | '|' if !self.is_operand() => Last::Attached,
            '!' => Last::Attached,
            _ => Last::Apart,
        }
    }

    /// Whether a space stands before the token, which will be `next`.
    fn is_apart_from(self, token: &TokenTree, next: Last) -> bool {
        match (self, token) {
            (Last::Start | Last::Attached, _) => false,
            (Last::Apart | Last::Keyword, _) => true,
            (Last::Operand | Last::Closing | Last::Group, TokenTree::Group(group)) => {
                group.delimiter() == Delimiter::Brace
            }
            (Last::Operand | Last::Closing | Last::Group, TokenTree::Punct(punct)) => match punct.as_char() {
                ',' | ';' | ':' | '.' | '?' | '<' | '>' => false,
                '!' => next != Last::Attached,
                _ => true,
            },
            (Last::Operand | Last::Closing | Last::Group, TokenTree::Ident(_) | TokenTree::Literal(_)) => true,
        }
    }
}

fn is_keyword(word: &str) -> bool {
    ["as", "dyn", "else", "for", "if", "impl", "in", "let", "match", "move", "mut", "ref", "return", "where"]
        .contains(&word)
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str) {
        let tokens = text.parse().unwrap_or_else(|error| panic!("{error} in {text}"));
        assert_eq!(super::text(tokens), text);
    }

    #[test]
    fn types() {
        check("Vec<f64>");
        check("Box<Self>");
        check("&mut [f64]");
        check("&'a mut [[f64; 2]; N]");
        check("std::collections::HashMap<String, Vec<f64>>");
        check("<T as Trait>::Output");
        check("(f64, &[f64])");
        check("Box<dyn Fn(f64) -> f64>");
        check("impl Iterator<Item = f64>");
    }

    #[test]
    fn expressions() {
        check("a[0]");
        check("self.weights[i][j].0");
        check("(x + y)");
        check("-x");
        check("x * -y");
        check("f(a, &mut b, *c)");
        check("vec![x, 2.0 * y]");
        check("x as f64");
        check("Point { x: 1.0, y }");
        check("xs.iter().map(|x| x * x)");
    }
}
