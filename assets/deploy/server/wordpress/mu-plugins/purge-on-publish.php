<?php
/**
 * Plugin Name: Published posts are seen
 * Description: Drops the pages a change shows on: here at once, on other web servers within a minute, at CloudFront after that.
 */

/** Removes pages from this server's cache. The name of a file is as nginx makes it: levels=1:2, and the key of php.conf. */
function site_drop_pages(array $paths, string $host): void
{
    $cache = '/var/cache/nginx/pages/';
    if (in_array('/*', $paths, true)) {
        foreach (glob($cache . '?/??/*') ?: [] as $file) {
            @unlink($file);
        }
        return;
    }
    foreach ($paths as $path) {
        foreach (['GET', 'HEAD'] as $method) {
            $name = md5($method . '|' . $host . '|' . $path);
            @unlink($cache . substr($name, -1) . '/' . substr($name, -3, 2) . '/' . $name);
        }
    }
}

/** Drops pages here, notes them for the other web servers (cron.php looks each minute), and queues them for CloudFront. */
function site_purge(array $paths): void
{
    $paths = array_values(array_unique($paths));
    site_drop_pages($paths, (string) wp_parse_url(home_url(), PHP_URL_HOST));
    $noted = array_slice((array) get_option('site_purges', []), -200);
    $noted[] = ['at' => time(), 'paths' => $paths];
    update_option('site_purges', $noted, false);
    $queue = '/var/lib/wordpress/purge';
    if (is_dir($queue) && is_writable($queue)) {
        file_put_contents($queue . '/' . uniqid('', true) . '.paths', implode("\n", $paths) . "\n");
    }
}

/** The pages a post shows on: its own, the front page, the feed, and those of its categories and tags. */
function site_pages_of(WP_Post $post): array
{
    $urls = [home_url('/'), get_permalink($post), get_feed_link(), get_post_type_archive_link($post->post_type)];
    foreach (get_object_taxonomies($post->post_type) as $taxonomy) {
        foreach (get_the_terms($post, $taxonomy) ?: [] as $term) {
            $urls[] = is_object($term) ? get_term_link($term) : null;
        }
    }
    return array_map(static fn ($url) => (string) (wp_parse_url($url, PHP_URL_PATH) ?: '/'), array_filter($urls, 'is_string'));
}

add_action('transition_post_status', static function ($new, $old, $post) {
    if (('publish' === $new || 'publish' === $old) && is_post_type_viewable($post->post_type)) {
        site_purge(site_pages_of($post));
    }
}, 10, 3);
add_action('wp_update_comment_count', static function ($id) {
    $path = wp_parse_url((string) get_permalink($id), PHP_URL_PATH);
    site_purge([$path ?: '/']);
});
foreach (['switch_theme', 'customize_save_after', 'wp_update_nav_menu', 'activated_plugin', 'deactivated_plugin'] as $everywhere) {
    add_action($everywhere, static fn () => site_purge(['/*']));
}
