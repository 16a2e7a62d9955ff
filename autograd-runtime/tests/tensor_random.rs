//! Random tensors: reproducible, of the right distribution, and refused where the range is empty.

#![cfg(feature = "tensor")]

use autograd_runtime::tensor::{Generator, Tensor, manual_seed};

fn seeded(seed: u64) -> Generator {
    Generator::seeded(seed)
}

#[test]
fn the_same_seed_gives_the_same_numbers() {
    let draw = |seed| Tensor::<f64>::rand_from([4], &mut seeded(seed)).to_vec();
    assert_eq!(draw(1), draw(1));
    assert_ne!(draw(1), draw(2));
    let x = Tensor::<f32>::zeros([2, 3]);
    let everything = || {
        manual_seed(5);
        (
            x.rand_like().to_vec(),
            x.randn_like().to_vec(),
            Tensor::randint(0, 9, [5]).to_vec(),
            Tensor::randperm(9).to_vec(),
        )
    };
    assert_eq!(everything(), everything());
}

#[test]
fn moments_are_those_of_the_distribution() {
    let n = 100_000.0;
    let uniform = Tensor::<f64>::rand_from([100_000], &mut seeded(11));
    let moment = |x: &Tensor<f64>, k: i32| x.powi(k).mean().item();
    // Five standard errors of each mean.
    assert!((moment(&uniform, 1) - 0.5).abs() < 5.0 * (1.0_f64 / 12.0 / n).sqrt());
    assert!((moment(&uniform, 2) - 1.0 / 3.0).abs() < 5.0 * (4.0_f64 / 45.0 / n).sqrt());
    assert!(uniform.to_vec().iter().all(|x| (0.0..1.0).contains(x)));
    let normal = Tensor::<f64>::randn_from([100_000], &mut seeded(12));
    assert!(moment(&normal, 1).abs() < 5.0 / f64::sqrt(n));
    assert!((moment(&normal, 2) - 1.0).abs() < 5.0 * (2.0 / n).sqrt());
    assert!((moment(&normal, 4) - 3.0).abs() < 5.0 * (96.0 / n).sqrt());
    let single = Tensor::<f32>::rand_from([100_000], &mut seeded(13));
    assert!(single.to_vec().iter().all(|x| (0.0..1.0).contains(x)));
}

#[test]
fn whole_numbers_and_orders() {
    let dice = Tensor::try_randint_from(-1, 5, [60_000], &mut seeded(7)).expect("a range").to_vec();
    for face in -1..5 {
        let count = dice.iter().filter(|&&x| x == face).count() as f64;
        assert!((count - 10_000.0).abs() < 5.0 * 91.3, "{face} came {count} times");
    }
    let wide = Tensor::try_randint_from(i64::MIN, i64::MAX, [100], &mut seeded(7)).expect("a range").to_vec();
    assert!(wide.iter().any(|&x| x < 0) && wide.iter().any(|&x| x > 0));
    let mut order = Tensor::randperm_from(100, &mut seeded(3)).to_vec();
    assert_ne!(order, (0..100).collect::<Vec<i64>>());
    order.sort_unstable();
    assert_eq!(order, (0..100).collect::<Vec<i64>>());
    assert_eq!(Tensor::randperm_from(0, &mut seeded(3)).shape(), [0]);
    let mut first = [0; 3];
    for seed in 0..3000 {
        first[Tensor::randperm_from(3, &mut seeded(seed)).to_vec()[0] as usize] += 1;
    }
    assert!(first.iter().all(|count| (850..1150).contains(count)), "{first:?}");
    let error = Tensor::try_randint_from(3, 3, [1], &mut seeded(0)).expect_err("an empty range").to_string();
    assert!(error.contains("from=3 >= to=3"), "{error}");
    let coins = Tensor::<f64>::full([10_000], 0.25).try_bernoulli_from(&mut seeded(4)).expect("probabilities");
    assert!((coins.mean().item() - 0.25).abs() < 5.0 * (0.25_f64 * 0.75 / 10_000.0).sqrt());
    assert!(Tensor::from_slice(&[1.5]).try_bernoulli().is_err());
}
