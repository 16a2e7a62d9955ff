use std::panic::{AssertUnwindSafe, catch_unwind};

/// The message of the panic that `f` ends in.
pub(crate) fn message_of(f: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(f)).expect_err("this should have panicked");
    match payload.downcast::<String>() {
        Ok(message) => *message,
        Err(payload) => payload.downcast::<&str>().expect("the payload of `panic!`").to_string(),
    }
}
