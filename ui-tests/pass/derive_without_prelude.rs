// Generated code needs neither the prelude nor names in scope.
#![no_implicit_prelude]

#[derive(::autograd::Differentiable)]
struct Layer<T> {
    weights: ::std::vec::Vec<T>,
    bias: ::std::option::Option<f64>,
    #[no_grad]
    name: ::std::string::String,
}

#[derive(::autograd::Differentiable)]
enum Choice<T> {
    This(T),
    That,
}

fn main() {
    let layer = Layer { weights: ::std::vec![1.0_f64], bias: ::std::option::Option::None, name: ::std::string::String::new() };
    let zero = ::autograd::Differentiable::zero_tangent(&layer);
    ::std::assert!(zero.weights == [0.0] && zero.bias == layer.bias && layer.name == "");
    let choice = ::autograd::Differentiable::zero_tangent(&Choice::This(1.0));
    ::std::assert!(choice == ChoiceTangent::This(0.0) && choice != ChoiceTangent::That);
}
