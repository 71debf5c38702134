<?php
/**
 * Plugin Name: Personal pages are not kept
 * Description: Whoever has a personal cookie gets pages that no cache on the way may keep.
 */
add_action('send_headers', static function () {
    $personal = '/^(wordpress_logged_in_|wordpress_sec_|wp-postpass_|comment_author_|woocommerce_items_in_cart|woocommerce_cart_hash|wp_woocommerce_session_)/';
    foreach (array_keys($_COOKIE) as $name) {
        if (preg_match($personal, (string) $name)) {
            nocache_headers();
            return;
        }
    }
});
