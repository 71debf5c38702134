//! What nobody may read: made here, read by the servers' role, never in a parameter, an output or user data.

use serde_json::json;

use crate::deploy::{
    site::Site,
    template::{Keep, Resource, Template, reference, sub},
};

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    let user = if site.has_database() {
        "{\"username\": \"wordpress\"}"
    } else {
        "{\"username\": \"wordpress\", \"host\": \"localhost\"}"
    };
    secret(stack, "DatabaseSecret", "database", "The database user of WordPress", user, "password");
    secret(stack, "SaltsSecret", "salts", "What sign-ins and forms are signed with", "{}", "salt");
    if site.has_cache() {
        secret(stack, "CacheSecret", "cache", "The token of the object cache", "{}", "token");
    }
}

/// A secret of 48 letters and digits; a new one is made by the runbook that also tells the other side of it.
fn secret(stack: &mut Template, id: &str, name: &str, what: &str, template: &str, key: &str) {
    stack.add(
        Resource::new(
            id,
            "AWS::SecretsManager::Secret",
            json!({
                "Name": sub(format!("${{Site}}/{name}")),
                "Description": what,
                "KmsKeyId": reference("Key"),
                "GenerateSecretString": {
                    "SecretStringTemplate": template,
                    "GenerateStringKey": key,
                    "PasswordLength": 48,
                    "ExcludePunctuation": true,
                },
            }),
        )
        .keep(Keep::Itself),
    );
    let what = match id {
        "DatabaseSecret" => "Where the password of the database user is",
        "SaltsSecret" => "Where the salts are",
        _ => "Where the token of the cache is",
    };
    stack.give(id, what, reference(id));
}
