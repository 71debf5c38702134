//! The worked examples of the founding articles, and those of attacks.

#[cfg(test)]
mod bot_flood;
pub(super) mod cat_site;
pub mod two_servers;
