//! The table of scalar derivatives: one line per float method of std.
