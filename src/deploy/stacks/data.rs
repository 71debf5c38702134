//! What must survive: keys, secrets, database, cache, files. The stack is protected from being deleted, and what holds data
//! stays when it is deleted all the same.

use super::{
    cache, database, file_servers, key,
    parameters::{data_subnets, site_name},
    secrets, shared_files, storage,
};
use crate::{
    deploy::site::Files,
    deploy::{site::Site, template::Template},
};

pub(super) fn stack(site: &Site<'_>) -> Template {
    let mut stack = Template {
        name: "data",
        order: 20,
        description: "What must survive of a WordPress site: key, secrets, database, cache, media and files".to_owned(),
        parameters: vec![site_name()],
        ..Template::default()
    };
    key::add(&mut stack);
    secrets::add(&mut stack, site);
    storage::add(&mut stack, site);
    if site.has_database() {
        stack.take(data_subnets());
        database::add(&mut stack, site);
    }
    if site.has_cache() {
        stack.take(data_subnets());
        cache::add(&mut stack, site);
    }
    match site.files() {
        Files::Efs => shared_files::add(&mut stack, site),
        Files::FileServer | Files::Gluster => file_servers::add(&mut stack, site),
        Files::Container => storage::images(&mut stack),
        Files::OnServer | Files::OnEach | Files::Git | Files::Image => {}
    }
    stack
}
