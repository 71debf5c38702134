//! The files whose figures come from the simulated week, each figure with its reason in a comment.

use super::site::{Site, Tls};
use crate::{
    architecture::{PageCache, Webroot},
    choices::{Database, Objects},
    deploy::site::Files,
    units::{Count, text},
};

/// MiB of the system and nginx, of OPcache, and of an object cache on the server, as the sizing has them.
const SYSTEM: f64 = 512.0;
const OPCACHE: f64 = 256.0;
const OBJECTS: f64 = 256.0;

/// Seconds a page may be kept here and at the edge; it is dropped when it changes.
const PAGE_LIFETIME: u32 = 3_600;

pub(super) fn nginx(site: &Site<'_>) -> String {
    let mut out = Lines::new('#');
    out.say("The largest upload; WordPress shows it to editors.", "client_max_body_size 64m;");
    out.say(
        "Pages kept on this disk: names for 80,000 of them, and room for as many as are read.",
        "fastcgi_cache_path /var/cache/nginx/pages levels=1:2 keys_zone=pages:10m max_size=1g inactive=1d use_temp_path=off;",
    );
    out.say(
        "A page is dropped when it changes; this is for what changes without anybody publishing.",
        &format!("fastcgi_cache_valid 200 301 {PAGE_LIFETIME}s;"),
    );
    out.also("fastcgi_cache_valid 404 60s;");
    let off = u8::from(!keeps_pages(site));
    out.say("1 where no page may be kept.", &format!("map $host $pages_off {{ default {off}; }}"));
    let lifetime =
        if site.pages_at_edge() { format!("public, max-age=0, s-maxage={PAGE_LIFETIME}") } else { String::new() };
    out.say(
        "What CloudFront is told of a page that is nobody's own.",
        &format!("map $host $edge_lifetime {{ default \"{lifetime}\"; }}"),
    );
    if site.has_other_network() {
        out.say(
            "The address of a reader as Cloudflare tells it; whoever goes around Cloudflare can tell another.",
            "real_ip_header CF-Connecting-IP;",
        );
        out.also("set_real_ip_from 0.0.0.0/0;");
    } else if site.tls() == Tls::Before {
        out.say(
            "The address of a reader, not that of the load balancer or CloudFront: log-ins are limited by it.",
            "real_ip_header X-Forwarded-For;",
        );
        let inside = if site.in_vpc() { "10.20.0.0/16" } else { "172.26.0.0/16" };
        out.also(&format!("set_real_ip_from {inside};"));
        out.also("real_ip_recursive on;");
    }
    out.say(
        "Log-ins a minute from one address, beyond a burst of ten.",
        "limit_req_zone $binary_remote_addr zone=login:10m rate=20r/m;",
    );
    out.finish()
}

pub(super) fn php(site: &Site<'_>) -> String {
    let mut out = Lines::new(';');
    out.say("For the whole server: PHP refuses these in a pool, and only its log says so.", "opcache.enable = 1");
    out.say(
        "MiB for compiled files; the default of 128 is full with a few large plugins.",
        &format!("opcache.memory_consumption = {OPCACHE}"),
    );
    out.also("opcache.interned_strings_buffer = 32");
    out.say(
        &format!(
            "Half as many again as the {} files of this site; the default is 10,000.",
            text::grouped(site.demand().webroot_files.value())
        ),
        &format!("opcache.max_accelerated_files = {}", php_files(site).value().ceil()),
    );
    if looks_at_files(site) {
        let seconds = if is_remote(site) { 60 } else { 2 };
        out.say(
            "Files may change in wp-admin; each is looked at so many seconds apart.",
            "opcache.validate_timestamps = 1",
        );
        out.also(&format!("opcache.revalidate_freq = {seconds}"));
    } else {
        out.say("Only a release changes files, and it reloads PHP.", "opcache.validate_timestamps = 0");
    }
    out.also("realpath_cache_size = 4096k");
    out.also("realpath_cache_ttl = 600");
    out.also("expose_php = Off");
    out.also("upload_max_filesize = 64M");
    out.also("post_max_size = 64M");
    out.also("memory_limit = 256M");
    out.also("max_execution_time = 60");
    out.also("disable_functions = exec,passthru,shell_exec,system,proc_open,popen");
    out.finish()
}

pub(super) fn pool(site: &Site<'_>) -> String {
    let mut out = Lines::new(';');
    out.also("[site]");
    out.also("user = www-data");
    out.also("group = www-data");
    out.also("listen = /run/wordpress/php.sock");
    out.also("listen.owner = www-data");
    out.also("listen.group = www-data");
    out.also("listen.mode = 0660");
    let each = site.demand().worker_memory.value() * 1_024.0;
    out.say(
        &format!(
            "The workers the simulated week asks for, about {} MiB each, all of them there before a peak.",
            text::trimmed(each, 0)
        ),
        "pm = static",
    );
    out.also(&format!("pm.max_children = {}", site.workers()));
    out.say("A plugin that leaks is let go of.", "pm.max_requests = 500");
    out.also("request_terminate_timeout = 60s");
    out.also("request_slowlog_timeout = 5s");
    out.also("slowlog = /var/log/php-slow.log");
    out.also("catch_workers_output = yes");
    if site.in_containers() {
        out.say(
            "Where the container's role is asked for; PHP would not hand it on.",
            "env[AWS_CONTAINER_CREDENTIALS_RELATIVE_URI] = $AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        );
    }
    out.finish()
}

/// What is left of a server's memory for the tables, in MiB: three fifths of it, as its connections need some too.
fn pool_size(site: &Site<'_>) -> f64 {
    let objects = if site.design().objects == Objects::Server { OBJECTS } else { 0.0 };
    let php = site.demand().worker_memory.value() * 1_024.0 * f64::from(site.workers());
    let left = memory(site) - SYSTEM - OPCACHE - objects - php;
    let share = if site.design().database == Database::Server { left * 0.6 } else { 0.0 };
    // In steps of 128 MiB, as MariaDB rounds it up to anyway; not less than its default.
    ((share / 128.0).floor() * 128.0).max(128.0)
}

pub(super) fn mariadb(site: &Site<'_>) -> String {
    let mut out = Lines::new('#');
    out.also("[mariadbd]");
    out.also("bind-address = 127.0.0.1");
    out.say(
        "Tables in memory: three fifths of what PHP, the system and the caches leave.",
        &format!("innodb_buffer_pool_size = {}M", pool_size(site)),
    );
    out.also("innodb_log_file_size = 128M");
    out.say("An order that was confirmed is on disk.", "innodb_flush_log_at_trx_commit = 1");
    out.say(
        "A connection for each PHP worker, and some for cron and the console.",
        &format!("max_connections = {}", site.workers() + 20),
    );
    out.also("character-set-server = utf8mb4");
    out.also("skip-name-resolve = 1");
    out.also("slow_query_log = 1");
    out.also("long_query_time = 1");
    out.finish()
}

pub(super) fn valkey(_: &Site<'_>) -> String {
    let mut out = Lines::new('#');
    out.also("bind 127.0.0.1");
    out.also("port 6379");
    out.say("A cache forgets what is asked for least.", &format!("maxmemory {OBJECTS}mb"));
    out.also("maxmemory-policy allkeys-lru");
    out.say("Nothing in it has to outlive a restart.", "save \"\"");
    out.also("appendonly no");
    out.finish()
}

/// A file of settings, one a line, some with their reason above them.
struct Lines {
    comment: char,
    text: String,
}

impl Lines {
    const fn new(comment: char) -> Self {
        Self { comment, text: String::new() }
    }

    fn say(&mut self, reason: &str, setting: &str) {
        self.text.push_str(&format!("{} {reason}\n{setting}\n", self.comment));
    }

    fn also(&mut self, setting: &str) {
        self.text.push_str(setting);
        self.text.push('\n');
    }

    fn finish(self) -> String {
        self.text
    }
}

/// Whether a server keeps pages itself.
fn keeps_pages(site: &Site<'_>) -> bool {
    site.assessment.architecture.web.page_cache != PageCache::Off
}

/// Whether PHP has to look whether a file has changed: never where only a release changes files.
fn looks_at_files(site: &Site<'_>) -> bool {
    match (site.assessment.architecture.web.webroot, site.files()) {
        (Webroot::Local, Files::Git | Files::Image | Files::Container) => false,
        (Webroot::Local | Webroot::Efs(_) | Webroot::Nfs | Webroot::Gluster, _) => true,
    }
}

/// Memory of a web server in MiB.
fn memory(site: &Site<'_>) -> f64 {
    site.assessment.architecture.web.machine.memory.value() * 1_024.0
}

/// PHP files OPcache should have room for: half as many again as there are.
fn php_files(site: &Site<'_>) -> Count {
    Count::new((site.demand().webroot_files.value() * 1.5).max(20_000.0))
}

/// Whether the server has the network's file system before it.
fn is_remote(site: &Site<'_>) -> bool {
    match site.files() {
        Files::Efs | Files::FileServer | Files::Gluster => true,
        Files::OnServer | Files::OnEach | Files::Git | Files::Image | Files::Container => false,
    }
}
