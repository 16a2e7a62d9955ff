//! Reproducible noise for examples that make their own measurements.

/// Numbers of the standard normal distribution, the same in every run.
pub(crate) struct Noise(u64);

impl Noise {
    /// `seed` picks the sequence.
    pub(crate) fn new(seed: u64) -> Self {
        Noise(seed)
    }

    /// Knuth's linear congruential generator, of whose result the upper bits are taken.
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// The next number, by the method of Box and Muller.
    pub(crate) fn normal(&mut self) -> f64 {
        let (radius, angle) = ((-2.0 * self.uniform().ln()).sqrt(), std::f64::consts::TAU * self.uniform());
        radius * angle.cos()
    }
}
