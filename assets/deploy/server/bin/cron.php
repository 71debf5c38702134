<?php
/**
 * Runs each minute on every web server. It drops pages that another web server has noted as changed; then whoever gets the
 * lock in the database runs what is due, and the others leave it to him.
 */
if (PHP_SAPI !== 'cli') {
    exit(1);
}
$_SERVER['HTTPS'] = 'on';
define('DOING_CRON', true);
require '/var/www/site/current/wp-load.php';

$seen = '/var/lib/wordpress/purge/seen';
$since = is_file($seen) ? (int) file_get_contents($seen) : 0;
$host = (string) wp_parse_url(home_url(), PHP_URL_HOST);
foreach ((array) get_option('site_purges', []) as $purge) {
    // Two seconds back: servers' clocks differ a little, and dropping a page twice costs nothing.
    if (is_array($purge) && $purge['at'] >= $since - 2) {
        site_drop_pages($purge['paths'], $host);
    }
}
file_put_contents($seen, (string) time());

global $wpdb;
$lock = 'cron-' . substr(md5(DB_NAME . $wpdb->prefix), 0, 12);
if ('1' !== (string) $wpdb->get_var($wpdb->prepare('SELECT GET_LOCK(%s, 0)', $lock))) {
    exit(0);
}
foreach (wp_get_ready_cron_jobs() as $time => $hooks) {
    foreach ($hooks as $hook => $events) {
        foreach ($events as $event) {
            if ($event['schedule']) {
                wp_reschedule_event($time, $event['schedule'], $hook, $event['args']);
            }
            wp_unschedule_event($time, $hook, $event['args']);
            do_action_ref_array($hook, $event['args']);
        }
    }
}
$wpdb->query($wpdb->prepare('SELECT RELEASE_LOCK(%s)', $lock));
