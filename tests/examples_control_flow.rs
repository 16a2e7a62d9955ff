//! The control flow example: on every piece the function is a straight line through the origin.

#[allow(dead_code, reason = "an example is a program; its `main` and its plot are not run here")]
#[path = "../examples/control_flow.rs"]
mod control_flow;

#[test]
fn the_slope_is_that_of_the_path_taken() {
    for (a, slope) in [(0.1, 16384.0), (0.7, 2048.0), (400.0, 4.0), (2000.0, 2.0), (-3.0, 51200.0), (-2000.0, 200.0)] {
        assert_eq!(control_flow::f_grad(a), slope);
        assert_eq!(control_flow::f_value_and_grad(a), (control_flow::f(a), slope));
        assert_eq!(control_flow::f(a), slope * a);
    }
}
