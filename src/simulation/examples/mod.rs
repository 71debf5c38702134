//! The worked examples of the founding articles.

pub(super) mod cat_site;
pub mod two_servers;
