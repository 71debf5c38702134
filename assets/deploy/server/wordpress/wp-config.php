<?php
/**
 * The same file for every server. What the site is stands in /etc/wordpress/site.env and stack.env, what nobody may read in
 * /etc/wordpress/secrets.php (root:www-data, 0640), all of it outside the web root.
 */
require '/etc/wordpress/secrets.php';
$known = static fn ($file) => is_readable($file) ? (parse_ini_file($file, false, INI_SCANNER_RAW) ?: []) : [];
$site = $known('/etc/wordpress/stack.env') + $known('/etc/wordpress/site.env');

define('DB_NAME', 'wordpress');
define('DB_HOST', $site['DATABASE_HOST'] ?? 'localhost');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
if ('managed' === $site['DATABASE']) {
    // db.php looks at the database's certificate by this file.
    define('SITE_DATABASE_CA', '/etc/wordpress/database-ca.pem');
}
$table_prefix = $site['TABLE_PREFIX'] ?? 'wp_';

// Every cached page names the site as its readers do, whatever server wrote it.
define('WP_HOME', 'https://' . $site['DOMAIN']);
define('WP_SITEURL', 'https://' . $site['DOMAIN']);
define('FORCE_SSL_ADMIN', true);
// A systemd timer runs what is due; see cron.php.
define('DISABLE_WP_CRON', true);
define('WP_MEMORY_LIMIT', $site['PHP_MEMORY']);
define('WP_DEBUG', false);
define('WP_POST_REVISIONS', 20);
define('AUTOSAVE_INTERVAL', 120);
// The theme and plugin editors are never needed on a live site, and are what an intruder uses first.
define('DISALLOW_FILE_EDIT', true);
if ('wp-admin' !== $site['CHANGES']) {
    // A release or an image brings plugins; what wp-admin installed here would be gone with the server.
    define('DISALLOW_FILE_MODS', true);
}

if ('none' !== $site['OBJECTS']) {
    // The plugin goes on without the cache when it cannot be reached within a second.
    define('WP_REDIS_HOST', $site['CACHE_HOST'] ?? '127.0.0.1');
    define('WP_REDIS_SCHEME', 'cluster' === $site['OBJECTS'] ? 'tls' : 'tcp');
    define('WP_REDIS_TIMEOUT', 1);
    define('WP_REDIS_READ_TIMEOUT', 1);
    define('WP_REDIS_GRACEFUL', true);
    // Two sites on one cache would read each other's pages without it.
    define('WP_REDIS_PREFIX', $site['SITE'] . ':');
    define('WP_REDIS_DISABLE_BANNERS', true);
}
if ('s3' === $site['MEDIA'] && isset($site['MEDIA_BUCKET'])) {
    // By the server's role: there is no key to lose.
    define('S3_UPLOADS_BUCKET', $site['MEDIA_BUCKET'] . '/wp-content');
    define('S3_UPLOADS_REGION', $site['REGION']);
    define('S3_UPLOADS_USE_INSTANCE_PROFILE', true);
    define('S3_UPLOADS_BUCKET_URL', 'https://' . $site['DOMAIN'] . '/wp-content');
    define('S3_UPLOADS_OBJECT_ACL', null);
}

if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
