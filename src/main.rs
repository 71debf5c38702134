//! The page on wasm32, the command line everywhere else.

fn main() {}
