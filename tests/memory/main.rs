//! Memory: views, moves, vectors that grow, destructuring. Each function is crossed with every companion and with central
//! differences, as in the zoo.
//!
//! The functions are written as a user might, not as clippy would.
#![allow(
    clippy::needless_range_loop,
    clippy::assign_op_pattern,
    clippy::ptr_arg,
    clippy::let_and_return,
    clippy::manual_memcpy,
    clippy::manual_swap,
    clippy::mem_replace_with_default,
    clippy::vec_init_then_push,
    clippy::same_item_push,
    clippy::explicit_counter_loop,
    clippy::get_first,
    clippy::slow_vector_initialization,
    clippy::extend_with_drain,
    clippy::manual_flatten,
    clippy::needless_borrow,
    clippy::while_let_loop,
    clippy::too_many_arguments,
    clippy::useless_vec,
    reason = "the forms that lints discourage are forms that people write"
)]

#[path = "../zoo/cross.rs"]
#[macro_use]
mod cross;

mod calls;
mod moves;
mod vectors;
mod views;
