//! The tutorials' numbers.

#[allow(dead_code, reason = "an example is a program; its `main` is not run here")]
#[path = "../examples/tensor_tutorials.rs"]
mod tensor_tutorials;

use autograd::tensor::Tensor;

#[test]
fn gradients_add_up_until_cleared() {
    assert_eq!(tensor_tutorials::leaves_and_accumulation(), [6.0, 12.0, 6.0]);
}

#[test]
fn frozen_parameters_get_no_gradient() {
    assert_eq!(tensor_tutorials::freezing(), (false, vec![3.0, 7.0], true));
}

#[test]
fn products_with_the_jacobian() {
    assert_eq!(tensor_tutorials::vector_jacobian_product(), [0.4, 8.0, 120.0]);
    assert_eq!(tensor_tutorials::twice_the_square(), (28.0, vec![0.0, 4.0, 8.0, 12.0]));
}

#[test]
fn a_detached_factor_is_a_constant() {
    assert_eq!(tensor_tutorials::detaching(), (vec![0.0, 1.0, 4.0, 9.0], vec![0.0, 2.0, 4.0, 6.0]));
}

#[test]
fn the_slope_is_that_of_the_path_taken() {
    for (a, slope) in [(0.7, 2048.0), (400.0, 4.0), (2000.0, 2.0), (-3.0, 51200.0)] {
        let a = Tensor::scalar(a).requires_grad_(true);
        let y = tensor_tutorials::control_flow(&a);
        y.backward();
        assert_eq!(a.grad().expect("a gradient").item(), slope);
        assert_eq!(y.item() / a.item(), slope);
    }
}

#[test]
fn forty_epochs_find_the_slope() {
    let (w, losses) = tensor_tutorials::training();
    // The gradient is 15·(w - 2), so an epoch takes the error times 0.85, and the loss is 7.5 times its square.
    let error = 2.0 * 0.85_f64.powi(40);
    assert!((w - (2.0 - error)).abs() < 1e-12, "{w}");
    assert_eq!(losses[0], 30.0);
    assert!((losses[39] - 7.5 * (2.0 * 0.85_f64.powi(39)).powi(2)).abs() < 1e-12, "{}", losses[39]);
}
