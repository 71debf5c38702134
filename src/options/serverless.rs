//! What speaks for and against a database that grows and shrinks by itself, wherever it is chosen.

use super::{Argument, sources::AURORA_SERVERLESS};
use crate::{
    architecture::{Architecture, Service},
    catalog::SERVERLESS,
};

/// For it.
pub(super) const FOR: Argument =
    Argument::pro("its database grows for a rush within seconds and shrinks after it", AURORA_SERVERLESS)
        .where_built(is_serverless);
/// Against it.
pub(super) const AGAINST: Argument = Argument::con(
    "serverless capacity costs three to four times what an instance of the same memory does, and the least of it is always paid",
    AURORA_SERVERLESS,
)
.where_built(is_serverless);

fn is_serverless(built: &Architecture) -> bool {
    built.has(|service| matches!(service, Service::Aurora(database) if database.class == SERVERLESS))
}
