//! The Python expressions in which the file describes functions of the epoch.

/// Evaluates `text`, an arithmetic expression in `epoch`.
pub(crate) fn evaluate(text: &str, epoch: i64) -> f64 {
    let body = text.strip_prefix("lambda epoch:").unwrap_or(text);
    let mut parser = Parser { tokens: tokens(body), next: 0, epoch: epoch as f64 };
    let value = parser.conditional();
    assert_eq!(parser.next, parser.tokens.len(), "`{text}` goes on after a whole expression");
    value
}

fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let (mut tokens, mut i) = (Vec::new(), 0);
    while i < chars.len() {
        let start = i;
        let c = chars[i];
        i += 1;
        if c.is_whitespace() {
            continue;
        } else if c.is_ascii_digit() || c == '.' {
            while i < chars.len()
                && (chars[i].is_ascii_digit()
                    || matches!(chars[i], '.' | 'e')
                    || (chars[i] == '-' && chars[i - 1] == 'e'))
            {
                i += 1;
            }
        } else if c.is_alphabetic() {
            while i < chars.len() && (chars[i].is_alphanumeric() || matches!(chars[i], '.' | '_')) {
                i += 1;
            }
        } else if i < chars.len() && matches!((c, chars[i]), ('*', '*') | ('/', '/') | ('<' | '>' | '=' | '!', '=')) {
            i += 1;
        }
        tokens.push(chars[start..i].iter().collect());
    }
    tokens
}

struct Parser {
    tokens: Vec<String>,
    next: usize,
    epoch: f64,
}

impl Parser {
    fn peek(&self) -> &str {
        self.tokens.get(self.next).map_or("", String::as_str)
    }

    fn accept(&mut self, choices: &[&str]) -> Option<String> {
        choices.contains(&self.peek()).then(|| {
            self.next += 1;
            self.tokens[self.next - 1].clone()
        })
    }

    fn expect(&mut self, token: &str) {
        assert!(self.accept(&[token]).is_some(), "`{token}` expected before `{}`", self.peek());
    }

    fn conditional(&mut self) -> f64 {
        let value = self.comparison();
        if self.accept(&["if"]).is_none() {
            return value;
        }
        let condition = self.comparison();
        self.expect("else");
        let otherwise = self.conditional();
        if condition != 0.0 { value } else { otherwise }
    }

    fn comparison(&mut self) -> f64 {
        let left = self.sum();
        let Some(operator) = self.accept(&["<", ">", "<=", ">=", "==", "!="]) else { return left };
        let right = self.sum();
        f64::from(match operator.as_str() {
            "<" => left < right,
            ">" => left > right,
            "<=" => left <= right,
            ">=" => left >= right,
            "==" => left == right,
            _ => left != right,
        })
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        while let Some(operator) = self.accept(&["+", "-"]) {
            let right = self.product();
            value = if operator == "+" { value + right } else { value - right };
        }
        value
    }

    fn product(&mut self) -> f64 {
        let mut value = self.negation();
        while let Some(operator) = self.accept(&["*", "/", "//", "%"]) {
            let right = self.negation();
            value = match operator.as_str() {
                "*" => value * right,
                "/" => value / right,
                "//" => (value / right).floor(),
                _ => value - (value / right).floor() * right,
            };
        }
        value
    }

    fn negation(&mut self) -> f64 {
        if self.accept(&["-"]).is_some() { -self.negation() } else { self.power() }
    }

    fn power(&mut self) -> f64 {
        let base = self.atom();
        if self.accept(&["**"]).is_some() { base.powf(self.negation()) } else { base }
    }

    fn atom(&mut self) -> f64 {
        let token = self.peek().to_string();
        self.next += 1;
        match token.as_str() {
            "(" => {
                let value = self.conditional();
                self.expect(")");
                value
            }
            "epoch" => self.epoch,
            "math.pi" => std::f64::consts::PI,
            "min" | "max" | "math.cos" | "math.sin" | "math.exp" | "math.sqrt" => {
                self.expect("(");
                let mut arguments = vec![self.conditional()];
                while self.accept(&[","]).is_some() {
                    arguments.push(self.conditional());
                }
                self.expect(")");
                let first = arguments[0];
                match token.as_str() {
                    "min" => arguments.into_iter().fold(first, f64::min),
                    "max" => arguments.into_iter().fold(first, f64::max),
                    "math.cos" => first.cos(),
                    "math.sin" => first.sin(),
                    "math.exp" => first.exp(),
                    _ => first.sqrt(),
                }
            }
            number => number.parse().unwrap_or_else(|_| panic!("`{number}` is not understood")),
        }
    }
}

#[test]
fn schedule_expressions_follow_python() {
    let cases = [
        ("0.95 ** epoch", 2, 0.95_f64.powf(2.0)),
        ("1/(1+epoch)", 3, 0.25),
        ("epoch // 5 + 1", 12, 3.0),
        ("0.95 if epoch % 3 else 1.1", 3, 1.1),
        ("-2 ** 2", 0, -4.0),
        ("lambda epoch: min(1, epoch / 4) if epoch <= 4 else 1e-2", 1, 0.25),
    ];
    for (text, epoch, expected) in cases {
        assert_eq!(evaluate(text, epoch), expected, "{text}");
    }
}
