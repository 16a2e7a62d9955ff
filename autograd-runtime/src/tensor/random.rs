//! Random numbers: generators with a seed, and tensors filled from them.

use super::create::checked_numel;
use super::element::{Dtype, Element};
use super::error::{OrPanic, Result, TensorError};
use super::handle::Tensor;
use super::shape::list;
use parking_lot::Mutex;
use rand_distr::{Distribution, StandardNormal, StandardUniform};
use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::SeedableRng;
use std::cell::RefCell;

/// A source of random numbers. The same seed gives the same numbers on every platform.
///
/// ```
/// use autograd_runtime::tensor::{Generator, Tensor};
///
/// let a: Tensor<f64> = Tensor::randn_from([2, 3], &mut Generator::seeded(7));
/// let b: Tensor<f64> = Tensor::randn_from([2, 3], &mut Generator::seeded(7));
/// assert_eq!(a.to_vec(), b.to_vec());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Generator(Pcg64Mcg);

/// The generator behind the functions that are not given one.
static DEFAULT: Mutex<Option<Generator>> = Mutex::new(None);

thread_local! {
    /// The generator that takes the default one's place on this thread, in a [`Generator::scope`].
    static SCOPED: RefCell<Option<Generator>> = const { RefCell::new(None) };
}

/// Seeds the generator that [`Tensor::rand`], [`Tensor::randn`] and [`Tensor::dropout`] use. Without a call it has a
/// fixed seed: programs repeat themselves.
pub fn manual_seed(seed: u64) {
    Generator::seeded(seed).set_current();
}

impl Generator {
    /// A generator that starts from this seed.
    pub fn seeded(seed: u64) -> Self {
        Self(Pcg64Mcg::seed_from_u64(seed))
    }

    /// Runs `f` with this generator in the default one's place on this thread, and goes on from where `f` leaves it.
    /// What other threads draw meanwhile makes no difference.
    ///
    /// ```
    /// use autograd_runtime::tensor::{Generator, Tensor};
    ///
    /// let mut generator = Generator::seeded(7);
    /// let inside: Tensor<f64> = generator.scope(|| Tensor::randn([3]));
    /// assert_eq!(inside.to_vec(), Tensor::<f64>::randn_from([3], &mut Generator::seeded(7)).to_vec());
    /// ```
    pub fn scope<R>(&mut self, f: impl FnOnce() -> R) -> R {
        /// Puts both generators back, also when a panic passes.
        struct Scope<'a> {
            generator: &'a mut Generator,
            before: Option<Generator>,
        }

        impl Drop for Scope<'_> {
            fn drop(&mut self) {
                if let Some(used) = SCOPED.replace(self.before.take()) {
                    *self.generator = used;
                }
            }
        }

        let before = SCOPED.replace(Some(self.clone()));
        let _scope = Scope { generator: self, before };
        f()
    }

    /// A copy of the default generator as it is now, to be saved.
    pub fn current() -> Self {
        Self::with_default(|generator| generator.clone())
    }

    /// Goes on from this state where the default generator is asked for numbers.
    pub fn set_current(self) {
        SCOPED.with_borrow_mut(|scoped| match scoped {
            Some(scoped) => *scoped = self,
            None => *DEFAULT.lock() = Some(self),
        });
    }

    /// Runs `f` with the default generator.
    pub(crate) fn with_default<R>(f: impl FnOnce(&mut Self) -> R) -> R {
        SCOPED.with_borrow_mut(|scoped| match scoped {
            Some(scoped) => f(scoped),
            None => f(DEFAULT.lock().get_or_insert_with(|| Self::seeded(0))),
        })
    }

    /// The default generator as it is now.
    pub(crate) fn default_state() -> Self {
        Self::with_default(|generator| generator.clone())
    }

    /// Runs `f` with the default generator in this state, and puts it back, also when `f` panics.
    pub(crate) fn with_default_state<R>(state: &Self, f: impl FnOnce() -> R) -> R {
        struct Restore(Option<Generator>);
        impl Drop for Restore {
            fn drop(&mut self) {
                *DEFAULT.lock() = self.0.take();
            }
        }
        let _restore = Restore(DEFAULT.lock().replace(state.clone()));
        f()
    }

    /// A number in `[0, 1)`.
    pub fn uniform(&mut self) -> f64 {
        StandardUniform.sample(&mut self.0)
    }

    /// A number from the normal distribution.
    pub fn normal(&mut self) -> f64 {
        StandardNormal.sample(&mut self.0)
    }

    /// A whole number in `[0, n)`; `n` is positive.
    fn below(&mut self, n: u64) -> u64 {
        // Numbers above the last full multiple of n would favour the small remainders.
        let limit = u64::MAX - u64::MAX % n;
        loop {
            let x: u64 = StandardUniform.sample(&mut self.0);
            if x < limit {
                return x % n;
            }
        }
    }
}

impl<T: Element> Tensor<T> {
    /// Numbers spread evenly over `[0, 1)`, from the default generator (see [`manual_seed`]).
    ///
    /// # Panics
    ///
    /// When the number of elements overflows.
    #[track_caller]
    pub fn rand(shape: impl AsRef<[usize]>) -> Self {
        Generator::with_default(|generator| Self::rand_from(shape, generator))
    }

    /// [`rand`](Self::rand) from a generator.
    ///
    /// # Panics
    ///
    /// When the number of elements overflows.
    #[track_caller]
    pub fn rand_from(shape: impl AsRef<[usize]>, generator: &mut Generator) -> Self {
        // Rounding to `f32` may reach one; the largest number below takes its place.
        let below_one = T::one() - T::epsilon() / T::of(2.0);
        filled(shape.as_ref(), || T::of(generator.uniform()).min(below_one))
    }

    /// Numbers from the normal distribution, from the default generator (see [`manual_seed`]).
    ///
    /// # Panics
    ///
    /// When the number of elements overflows.
    #[track_caller]
    pub fn randn(shape: impl AsRef<[usize]>) -> Self {
        Generator::with_default(|generator| Self::randn_from(shape, generator))
    }

    /// [`randn`](Self::randn) from a generator.
    ///
    /// # Panics
    ///
    /// When the number of elements overflows.
    #[track_caller]
    pub fn randn_from(shape: impl AsRef<[usize]>, generator: &mut Generator) -> Self {
        filled(shape.as_ref(), || T::of(generator.normal()))
    }

    /// [`rand`](Self::rand) in the shape of this tensor.
    pub fn rand_like(&self) -> Self {
        Self::rand(self.shape())
    }

    /// [`randn`](Self::randn) in the shape of this tensor.
    pub fn randn_like(&self) -> Self {
        Self::randn(self.shape())
    }

    /// One with the probability that each element names, zero otherwise, from the default generator.
    ///
    /// # Errors
    ///
    /// When an element is not a probability.
    pub fn try_bernoulli(&self) -> Result<Self> {
        Generator::with_default(|generator| self.try_bernoulli_from(generator))
    }

    /// [`try_bernoulli`](Self::try_bernoulli) from a generator.
    ///
    /// # Errors
    ///
    /// When an element is not a probability.
    pub fn try_bernoulli_from(&self, generator: &mut Generator) -> Result<Self> {
        let values = self.to_vec();
        if !values.iter().all(|p| (T::zero()..=T::one()).contains(p)) {
            return Err(TensorError::value(format!(
                "Expected p_in >= 0 && p_in <= 1 to be true in a tensor of shape {}",
                list(self.shape())
            )));
        }
        let draw = |p: T| if generator.uniform() < p.to_number() { T::one() } else { T::zero() };
        Ok(Self::owning(values.into_iter().map(draw).collect(), self.shape()))
    }
}

impl Tensor<i64> {
    /// Whole numbers from `low` up to but not including `high`, from the default generator.
    ///
    /// # Panics
    ///
    /// When there is no number in the range.
    #[track_caller]
    pub fn randint(low: i64, high: i64, shape: impl AsRef<[usize]>) -> Self {
        Generator::with_default(|generator| Self::try_randint_from(low, high, shape, generator)).or_panic()
    }

    /// The numbers from 0 to `n - 1` in random order, from the default generator.
    pub fn randperm(n: usize) -> Self {
        Generator::with_default(|generator| Self::randperm_from(n, generator))
    }

    /// Whole numbers from `low` up to but not including `high`, from a generator.
    ///
    /// # Errors
    ///
    /// When there is no number in the range.
    pub fn try_randint_from(
        low: i64,
        high: i64,
        shape: impl AsRef<[usize]>,
        generator: &mut Generator,
    ) -> Result<Self> {
        if low >= high {
            return Err(TensorError::value(format!(
                "random_ expects 'from' to be less than 'to', but got from={low} >= to={high}"
            )));
        }
        let width = high.wrapping_sub(low) as u64;
        checked_numel(shape.as_ref())?;
        Ok(filled(shape.as_ref(), || low.wrapping_add(generator.below(width) as i64)))
    }

    /// The numbers from 0 to `n - 1` in random order, from a generator.
    pub fn randperm_from(n: usize, generator: &mut Generator) -> Self {
        let mut values: Vec<i64> = (0..n as i64).collect();
        for i in (1..n).rev() {
            values.swap(i, generator.below(i as u64 + 1) as usize);
        }
        Self::owning(values, &[n])
    }
}

#[track_caller]
fn filled<T: Dtype>(shape: &[usize], mut draw: impl FnMut() -> T) -> Tensor<T> {
    let numel = checked_numel(shape).or_panic();
    Tensor::owning((0..numel).map(|_| draw()).collect(), shape)
}
