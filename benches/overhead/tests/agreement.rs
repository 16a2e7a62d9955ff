//! The gradients written by hand and the generated ones are the same numbers, but for rounding.

use overhead::subjects;

#[test]
fn hand_written_and_generated_gradients_agree() {
    for subject in subjects::all() {
        let (hand, generated) = ((subject.hand)(), (subject.generated)());
        assert_eq!(hand.len(), generated.len(), "{}", subject.name);
        for (index, (a, b)) in hand.iter().zip(&generated).enumerate() {
            let close = (a - b).abs() <= 1e-12 * (1.0 + a.abs().max(b.abs()));
            assert!(close, "{}: number {index} is {a} by hand and {b} generated", subject.name);
        }
    }
}
