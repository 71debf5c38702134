<?php
/** Installs a new site, as nobody may over the web: install-site.php TITLE EMAIL. It says the administrator's password once. */
if (PHP_SAPI !== 'cli' || $argc < 3) {
    exit("usage: install-site.php TITLE EMAIL\n");
}
define('WP_INSTALLING', true);
$_SERVER['HTTPS'] = 'on';
require '/var/www/site/current/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
if (is_blog_installed()) {
    exit("there is a site already\n");
}
$password = bin2hex(random_bytes(12));
wp_install($argv[1], 'editor', $argv[2], true, '', $password);
update_option('permalink_structure', '/%postname%/');
flush_rewrite_rules();
echo "editor $password\n";
