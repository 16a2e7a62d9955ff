//! The spiral example tells the arms apart and draws where it does.

use std::{fs, path::PathBuf};

use autograd::tensor::Generator;

#[allow(dead_code, reason = "an example is a program; its `main` and its plot are not run here")]
#[path = "../examples/spiral.rs"]
mod spiral;

#[test]
fn the_arms_are_told_apart() {
    let mut generator = Generator::seeded(3);
    let points = spiral::points(40, &mut generator);
    assert_eq!(points.len(), 120);
    let (model, losses) = spiral::train(&points, 300, &mut generator).unwrap();
    assert!(losses[299] < 0.1 * losses[0], "{} {}", losses[0], losses[299]);
    let arms = spiral::classify(&model, points.iter().map(|(point, _)| *point));
    let right = arms.iter().zip(&points).filter(|(arm, (_, expected))| *arm == expected).count();
    assert!(right >= 116, "{right} of 120");
}

#[test]
fn the_picture_has_the_classes_of_its_cells() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("regions.svg");
    let points = [((0.5, 0.5), 1)];
    let regions = spiral::regions::Regions { title: "Halves", range: 0.0..1.0, cells: 4, points: &points };
    let halves = |cells: &[(f64, f64)]| {
        assert_eq!(cells[..5], [(0.125, 0.125), (0.375, 0.125), (0.625, 0.125), (0.875, 0.125), (0.125, 0.375)]);
        cells.iter().map(|(x, _)| usize::from(*x > 0.5)).collect()
    };
    regions.save(&path, halves).unwrap();
    let svg = fs::read_to_string(&path).unwrap();
    // Two runs in each of four rows, the background, and a dot.
    assert_eq!(svg.matches("<rect").count(), 9);
    assert_eq!(svg.matches("<circle").count(), 1);
}
