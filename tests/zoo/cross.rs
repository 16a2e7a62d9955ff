//! Crosses a function with its companions and with the checkers.
//!
//! `zoo! { f(value, shared) -> scalar; at (0.5, vec![1.0, 2.0]) }` makes one test. The kinds of the parameters are
//! `value`, `shared` (`&`) and `exclusive` (`&mut`) where they are active, `fixed`, `fixed_ref` and `fixed_mut` where they
//! are not; the result is a `scalar`, `wrapped` (a scalar in an `Option` or a `Result`), `other` or `unit`. A point is a tuple of owned arguments. Optional are `is` with a
//! closed form (a closure over the owned arguments that returns the gradient for a seed of ones), and `kink` in front of
//! `at` where central differences make no sense.
//!
//! The primal is seen as one map from the floats of the active parameters to the floats of the result followed by those
//! that the `&mut` parameters hold afterwards. Every companion pulls a seed back through that map.

use autograd::gradcheck::{Component, Components, Gradcheck, Path};

/// What a case is asked to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    Layout,
    Primal,
    Grad,
    ValueAndGrad,
    Backward,
    Vjp,
}

/// How an active parameter is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(non_camel_case_types, reason = "spelt as in the cases")]
pub(crate) enum Kind {
    value,
    shared,
    exclusive,
}

/// What a companion is given, flat: the active arguments, their shadows, the seed of the result.
#[derive(Clone, Copy)]
pub(crate) struct Given<'g> {
    pub(crate) x: &'g [f64],
    pub(crate) shadow: &'g [f64],
    pub(crate) seed: &'g [f64],
}

/// What a companion answers, flat.
#[derive(Default, Debug)]
pub(crate) struct Answer {
    pub(crate) x: Vec<f64>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) single: bool,
    pub(crate) value: Vec<f64>,
    /// What `&mut` parameters hold afterwards.
    pub(crate) after: Vec<f64>,
    /// What they hold after the pullback.
    pub(crate) restored: Vec<f64>,
    pub(crate) gradient: Vec<f64>,
    /// Of the second call of the pullback.
    pub(crate) again: Option<Vec<f64>>,
    /// There is such a companion.
    pub(crate) known: bool,
}

impl Answer {
    pub(crate) fn describe(&mut self, kind: Kind, argument: &mut impl Components) {
        argument.visit(&mut Path::default(), &mut |_, component| {
            self.single |= matches!(component, Component::F32(_));
            self.x.push(component.get());
            self.kinds.push(kind);
        });
    }
}

/// The floats of a value.
pub(crate) fn flat(value: &mut impl Components) -> Vec<f64> {
    let mut floats = Vec::new();
    value.visit(&mut Path::default(), &mut |_, component| floats.push(component.get()));
    floats
}

/// Writes the next floats into a value.
pub(crate) fn fill(value: &mut impl Components, from: &mut std::slice::Iter<'_, f64>) {
    value.visit(&mut Path::default(), &mut |_, mut component| {
        if let Some(float) = from.next() {
            component.set(*float);
        }
    });
}

/// Adds the gradient of one parameter: from what the companion returned, or from its shadow.
pub(crate) fn collect(
    kind: Kind,
    gradient: &mut Vec<f64>,
    argument: &mut impl Components,
    returned: &mut std::slice::Iter<'_, f64>,
    shadow: &mut impl Components,
) {
    match kind {
        Kind::value => gradient.extend(returned.take(flat(argument).len())),
        Kind::shared | Kind::exclusive => gradient.extend(flat(shadow)),
    }
}

/// Adds what a `&mut` parameter holds.
pub(crate) fn held(kind: Kind, into: &mut Vec<f64>, argument: &mut impl Components) {
    match kind {
        Kind::exclusive => into.extend(flat(argument)),
        Kind::value | Kind::shared => {}
    }
}

type Run<'r> = &'r mut dyn FnMut(Ask, Given<'_>) -> Answer;

/// Runs all companions at one point and compares them with each other, with central differences unless it is a kink, and
/// with the closed form.
pub(crate) fn cross(name: &str, run: Run<'_>, closed: Option<Vec<f64>>, kink: bool) {
    let layout = run(Ask::Layout, Given { x: &[], shadow: &[], seed: &[] });
    let mut case = Case { name, run, tolerance: if layout.single { 2e-5 } else { 1e-11 }, kinds: layout.kinds };
    let x = layout.x;
    let primal = (case.run)(Ask::Primal, Given { x: &x, shadow: &x, seed: &[] });
    let ones = vec![1.0; primal.value.len() + primal.after.len()];
    let unit = case.pulled(&x, &ones);
    case.check_values(&x, &primal);
    case.check_companions(&x, &primal);
    if let Some(closed) = closed {
        case.compare("closed form", &unit, &closed);
    }
    if !kink && !x.is_empty() && !ones.is_empty() {
        case.check_differences(&x, layout.single);
    }
}

struct Case<'r> {
    name: &'r str,
    run: Run<'r>,
    tolerance: f64,
    kinds: Vec<Kind>,
}

impl Case<'_> {
    /// `f_backward` into shadows that are not zero, which are taken off again.
    fn pulled(&mut self, x: &[f64], seed: &[f64]) -> Vec<f64> {
        let results = seed.len() - self.kinds.iter().filter(|kind| **kind == Kind::exclusive).count();
        let mut outputs = seed[results..].iter();
        let shadow: Vec<f64> = self
            .kinds
            .iter()
            .enumerate()
            .map(|(i, kind)| match kind {
                Kind::value => f64::NAN,
                Kind::shared => 0.5 + 0.25 * (i % 7) as f64,
                Kind::exclusive => *outputs.next().expect("a seed for every output"),
            })
            .collect();
        let answer = (self.run)(Ask::Backward, Given { x, shadow: &shadow, seed: &seed[..results] });
        let kinds = self.kinds.iter().zip(&shadow);
        let taken = answer.gradient.iter().zip(kinds).map(|(gradient, (kind, shadow))| match kind {
            Kind::shared => gradient - shadow,
            Kind::value | Kind::exclusive => *gradient,
        });
        taken.collect()
    }

    fn check_values(&mut self, x: &[f64], primal: &Answer) {
        let shadow = vec![0.0; x.len()];
        let seed = vec![1.0; primal.value.len()];
        for ask in [Ask::Grad, Ask::ValueAndGrad, Ask::Backward, Ask::Vjp] {
            let answer = (self.run)(ask, Given { x, shadow: &shadow, seed: &seed });
            if answer.known {
                if ask != Ask::Grad {
                    self.compare(&format!("value of {ask:?}"), &answer.value, &primal.value);
                }
                self.compare(&format!("what {ask:?} leaves in `&mut` parameters"), &answer.after, &primal.after);
            }
        }
    }

    fn check_companions(&mut self, x: &[f64], primal: &Answer) {
        // The gradients of `f_grad` are those of the result alone.
        let zeros = vec![0.0; x.len()];
        let seed = vec![1.0; primal.value.len()];
        let expected = (self.run)(Ask::Backward, Given { x, shadow: &zeros, seed: &seed }).gradient;
        for ask in [Ask::Grad, Ask::ValueAndGrad] {
            let answer = (self.run)(ask, Given { x, shadow: &zeros, seed: &seed });
            if answer.known {
                self.compare(&format!("{ask:?} and Backward"), &answer.gradient, &expected);
            }
        }
        let shadow: Vec<f64> = (0..x.len()).map(|i| 1.0 - 0.5 * (i % 5) as f64).collect();
        let seed: Vec<f64> = (0..seed.len()).map(|i| 0.75 + 0.5 * (i % 3) as f64).collect();
        let given = Given { x, shadow: &shadow, seed: &seed };
        let expected = (self.run)(Ask::Backward, given).gradient;
        let vjp = (self.run)(Ask::Vjp, given);
        self.compare("Vjp and Backward", &vjp.gradient, &expected);
        if let Some(again) = &vjp.again {
            self.compare("second call of the pullback", again, &vjp.gradient);
        }
        let entry: Vec<f64> = (0..x.len()).filter(|i| self.kinds[*i] == Kind::exclusive).map(|i| x[i]).collect();
        self.compare("`&mut` parameters after the pullback", &vjp.restored, &entry);
    }

    fn check_differences(&mut self, x: &[f64], single: bool) {
        let name = self.name;
        let this = std::cell::RefCell::new(self);
        let primal = |x: &[f64]| {
            let answer = (this.borrow_mut().run)(Ask::Primal, Given { x, shadow: x, seed: &[] });
            [answer.value, answer.after].concat()
        };
        let check = Gradcheck::new();
        let report = if single {
            let narrow = |wide: Vec<f64>| wide.into_iter().map(|x| x as f32).collect::<Vec<f32>>();
            let wide = |narrow: &[f32]| narrow.iter().map(|x| f64::from(*x)).collect::<Vec<f64>>();
            check.pullback(
                |x: &Vec<f32>| narrow(primal(&wide(x))),
                |x, seed| narrow(this.borrow_mut().pulled(&wide(x), &wide(&seed))),
                &narrow(x.to_vec()),
            )
        } else {
            check.pullback(|x: &Vec<f64>| primal(x), |x, seed| this.borrow_mut().pulled(x, &seed), &x.to_vec())
        };
        if let Err(error) = report {
            panic!("{name} at {x:?}: {error}");
        }
    }

    fn compare(&self, what: &str, a: &[f64], b: &[f64]) {
        let close = |(a, b): (&f64, &f64)| {
            a == b || a.is_nan() && b.is_nan() || (a - b).abs() <= self.tolerance * a.abs().max(b.abs()).max(1.0)
        };
        assert!(a.len() == b.len() && a.iter().zip(b).all(close), "{}: {what}: {a:?}, expected {b:?}", self.name);
    }
}

macro_rules! zoo {
    ($f:ident($($kind:ident),*) -> $out:ident; at $($point:expr),+ $(; is $closed:expr)?) => {
        zoo!(@case $f ($($kind)*) $out false [$($point),+] [$($closed)?]);
    };
    ($f:ident($($kind:ident),*) -> $out:ident; kink at $($point:expr),+ $(; is $closed:expr)?) => {
        zoo!(@case $f ($($kind)*) $out true [$($point),+] [$($closed)?]);
    };
    (@case $f:ident ($($kind:ident)*) $out:ident $kink:literal [$($point:expr),+] $closed:tt) => {
        mod $f {
            use super::*;

            #[test]
            fn crossed() {
                for point in [$($point),+] {
                    let closed = zoo!(@closed point $closed ($($kind)*));
                    $crate::cross::cross(
                        stringify!($f),
                        &mut |ask: $crate::cross::Ask, given: $crate::cross::Given<'_>| {
                            let mut p = Clone::clone(&point);
                            let mut d = Clone::clone(&point);
                            zoo!(@next ($f $out ask given p d) (0 1 2 3 4 5 6 7) ($($kind)*) () () () () no once)
                        },
                        closed,
                        $kink,
                    );
                }
            }
        }
    };
    (@closed $p:ident [] $kinds:tt) => { None };
    (@closed $p:ident [$closed:expr] (k)) => { None };
    (@closed $p:ident [$closed:expr] ($k0:ident)) => {
        Some($crate::cross::flat(&mut $closed(Clone::clone(&$p.0))))
    };
    (@closed $p:ident [$closed:expr] ($k0:ident $k1:ident)) => {
        Some($crate::cross::flat(&mut $closed(Clone::clone(&$p.0), Clone::clone(&$p.1))))
    };
    (@closed $p:ident [$closed:expr] ($k0:ident $k1:ident $k2:ident)) => {
        Some($crate::cross::flat(&mut $closed(Clone::clone(&$p.0), Clone::clone(&$p.1), Clone::clone(&$p.2))))
    };
    (@closed $p:ident [$closed:expr] ($k0:ident $k1:ident $k2:ident $k3:ident)) => {
        Some($crate::cross::flat(&mut $closed(
            Clone::clone(&$p.0), Clone::clone(&$p.1), Clone::clone(&$p.2), Clone::clone(&$p.3),
        )))
    };

    // One parameter after the other: the arguments of the primal, of `f_backward` and of the pullback, and the active ones.
    (@next ($f:ident $out:ident $ask:ident $given:ident $p:ident $d:ident) ($i:tt $($is:tt)*) (value $($ks:ident)*)
        ($($f_args:tt)*) ($($b_args:tt)*) ($($p_args:tt)*) ($($sites:tt)*) $by_value:ident $often:ident) => {
        zoo!(@next ($f $out $ask $given $p $d) ($($is)*) ($($ks)*)
            ($($f_args)* Clone::clone(&$p.$i),) ($($b_args)* Clone::clone(&$p.$i),) ($($p_args)*)
            ($($sites)* (value $i)) yes $often)
    };
    (@next ($f:ident $out:ident $ask:ident $given:ident $p:ident $d:ident) ($i:tt $($is:tt)*) (shared $($ks:ident)*)
        ($($f_args:tt)*) ($($b_args:tt)*) ($($p_args:tt)*) ($($sites:tt)*) $by_value:ident $often:ident) => {
        zoo!(@next ($f $out $ask $given $p $d) ($($is)*) ($($ks)*)
            ($($f_args)* &$p.$i,) ($($b_args)* &$p.$i, &mut $d.$i,) ($($p_args)* &$p.$i, &mut $d.$i,)
            ($($sites)* (shared $i)) $by_value $often)
    };
    (@next ($f:ident $out:ident $ask:ident $given:ident $p:ident $d:ident) ($i:tt $($is:tt)*) (exclusive $($ks:ident)*)
        ($($f_args:tt)*) ($($b_args:tt)*) ($($p_args:tt)*) ($($sites:tt)*) $by_value:ident $often:ident) => {
        zoo!(@next ($f $out $ask $given $p $d) ($($is)*) ($($ks)*)
            ($($f_args)* &mut $p.$i,) ($($b_args)* &mut $p.$i, &mut $d.$i,) ($($p_args)* &mut $p.$i, &mut $d.$i,)
            ($($sites)* (exclusive $i)) $by_value exclusive)
    };
    (@next ($f:ident $out:ident $ask:ident $given:ident $p:ident $d:ident) ($i:tt $($is:tt)*) (fixed $($ks:ident)*)
        ($($f_args:tt)*) ($($b_args:tt)*) ($($p_args:tt)*) $sites:tt $by_value:ident $often:ident) => {
        zoo!(@next ($f $out $ask $given $p $d) ($($is)*) ($($ks)*)
            ($($f_args)* Clone::clone(&$p.$i),) ($($b_args)* Clone::clone(&$p.$i),) ($($p_args)*) $sites $by_value $often)
    };
    (@next ($f:ident $out:ident $ask:ident $given:ident $p:ident $d:ident) ($i:tt $($is:tt)*) (fixed_ref $($ks:ident)*)
        ($($f_args:tt)*) ($($b_args:tt)*) ($($p_args:tt)*) $sites:tt $by_value:ident $often:ident) => {
        zoo!(@next ($f $out $ask $given $p $d) ($($is)*) ($($ks)*)
            ($($f_args)* &$p.$i,) ($($b_args)* &$p.$i,) ($($p_args)*) $sites $by_value $often)
    };
    (@next ($f:ident $out:ident $ask:ident $given:ident $p:ident $d:ident) ($i:tt $($is:tt)*) (fixed_mut $($ks:ident)*)
        ($($f_args:tt)*) ($($b_args:tt)*) ($($p_args:tt)*) $sites:tt $by_value:ident $often:ident) => {
        zoo!(@next ($f $out $ask $given $p $d) ($($is)*) ($($ks)*)
            ($($f_args)* &mut $p.$i,) ($($b_args)* &mut $p.$i,) ($($p_args)*) $sites $by_value exclusive)
    };
    (@next ($f:ident $out:ident $ask:ident $given:ident $p:ident $d:ident) $is:tt ()
        $f_args:tt ($($b_args:tt)*) ($($p_args:tt)*) ($(($kind:ident $i:tt))*) $by_value:ident $often:ident) => { pastey::paste! {{
        use $crate::cross::{collect, fill, flat, held, Answer, Ask, Kind};
        let mut answer = Answer::default();
        let (mut x, mut shadow) = ($given.x.iter(), $given.shadow.iter());
        $(fill(&mut $p.$i, &mut x); fill(&mut $d.$i, &mut shadow);)*
        match $ask {
            Ask::Layout => { $(answer.describe(Kind::$kind, &mut $p.$i);)* }
            Ask::Primal => {
                answer.value = flat(&mut $f $f_args);
                $(held(Kind::$kind, &mut answer.after, &mut $p.$i);)*
            }
            Ask::Grad => {
                zoo!(@grad $out (answer.known, answer.gradient) [<$f _grad>] $f_args);
                $(held(Kind::$kind, &mut answer.after, &mut $p.$i);)*
            }
            Ask::ValueAndGrad => {
                zoo!(@value_and_grad $out (answer.known, answer.value, answer.gradient) [<$f _value_and_grad>] $f_args);
                $(held(Kind::$kind, &mut answer.after, &mut $p.$i);)*
            }
            Ask::Backward => {
                answer.known = true;
                let mut seed = {
                    let mut $p = Clone::clone(&$p);
                    $(let _ = &mut $p.$i;)*
                    autograd::Differentiable::zero_tangent(&$f $f_args)
                };
                fill(&mut seed, &mut $given.seed.iter());
                let (mut value, mut returned) = zoo!(@backward $out $by_value seed [<$f _backward>] ($($b_args)*));
                answer.value = flat(&mut value);
                let returned = flat(&mut returned);
                let mut returned = returned.iter();
                $(collect(Kind::$kind, &mut answer.gradient, &mut $p.$i, &mut returned, &mut $d.$i);)*
                $(held(Kind::$kind, &mut answer.after, &mut $p.$i);)*
            }
            Ask::Vjp => {
                answer.known = true;
                let (mut value, pullback) = zoo!(@vjp $out [<$f _vjp>] $f_args);
                answer.value = flat(&mut value);
                $(held(Kind::$kind, &mut answer.after, &mut $p.$i);)*
                let mut seed = autograd::Differentiable::zero_tangent(&value);
                fill(&mut seed, &mut $given.seed.iter());
                zoo!(@again $often {
                    let mut $d = Clone::clone(&$d);
                    $(let _ = &mut $d.$i;)*
                    let mut again = Vec::new();
                    let returned = flat(&mut zoo!(@pull $out pullback (Clone::clone(&seed)) ($($p_args)*)));
                    let mut returned = returned.iter();
                    $(collect(Kind::$kind, &mut again, &mut $p.$i, &mut returned, &mut $d.$i);)*
                    answer.again = Some(again);
                });
                let returned = flat(&mut zoo!(@pull $out pullback (seed) ($($p_args)*)));
                let mut returned = returned.iter();
                $(collect(Kind::$kind, &mut answer.gradient, &mut $p.$i, &mut returned, &mut $d.$i);)*
                $(held(Kind::$kind, &mut answer.restored, &mut $p.$i);)*
            }
        }
        answer
    }}};
    (@grad scalar ($known:expr, $gradient:expr) $f:ident ($($args:tt)*)) => {
        $known = true;
        $gradient = flat(&mut $f($($args)*));
    };
    // An `Option` or a `Result` of a scalar.
    (@grad wrapped ($known:expr, $gradient:expr) $f:ident ($($args:tt)*)) => {
        if let Some(mut gradient) = $f($($args)*).into_iter().next() {
            $known = true;
            $gradient = flat(&mut gradient);
        }
    };
    (@grad $out:ident $answer:tt $f:ident $args:tt) => {};
    (@value_and_grad scalar ($known:expr, $value:expr, $gradient:expr) $f:ident ($($args:tt)*)) => {
        $known = true;
        let (mut value, mut gradient) = $f($($args)*);
        $value = flat(&mut value);
        $gradient = flat(&mut gradient);
    };
    (@value_and_grad wrapped ($known:expr, $value:expr, $gradient:expr) $f:ident ($($args:tt)*)) => {
        if let Some((mut value, mut gradient)) = $f($($args)*).into_iter().next() {
            $known = true;
            $value = flat(&mut value);
            $gradient = flat(&mut gradient);
        }
    };
    (@value_and_grad $out:ident $answer:tt $f:ident $args:tt) => {};
    (@backward unit no $seed:ident $f:ident ($($args:tt)*)) => {{ let () = $seed; ((), $f($($args)*)) }};
    (@backward unit yes $seed:ident $f:ident ($($args:tt)*)) => {{ let () = $seed; ((), $f($($args)*)) }};
    (@backward $out:ident no $seed:ident $f:ident ($($args:tt)*)) => { ($f($($args)* $seed), ()) };
    (@backward $out:ident yes $seed:ident $f:ident ($($args:tt)*)) => { $f($($args)* $seed) };
    (@vjp unit $f:ident ($($args:tt)*)) => { ((), $f($($args)*)) };
    (@vjp $out:ident $f:ident ($($args:tt)*)) => { $f($($args)*) };
    (@again once $body:block) => { $body };
    (@again exclusive $body:block) => {};
    (@pull unit $pullback:ident ($seed:expr) ($($args:tt)*)) => {{ let () = $seed; $pullback($($args)*) }};
    (@pull $out:ident $pullback:ident ($seed:expr) ($($args:tt)*)) => { $pullback($($args)* $seed) };
}
