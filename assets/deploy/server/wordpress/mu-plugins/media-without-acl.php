<?php
/**
 * Plugin Name: Media without ACLs
 * Description: Buckets made since April 2023 have ACLs disabled; S3-Uploads would send public-read, which is an error there.
 */
add_filter('s3_uploads_putObject_params', static function ($params) {
    unset($params['ACL']);
    return $params;
});
