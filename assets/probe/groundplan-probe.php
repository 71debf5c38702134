<?php
/*
 * What Groundplan asks a WordPress site about itself. It reads and changes nothing: no table, no option, no file of the
 * site. Run it on the server, in the folder WordPress is in, and drop the file it writes on Groundplan's page:
 *
 *     php groundplan-probe.php > probe.json         or        wp eval-file groundplan-probe.php > probe.json
 *
 * It renders up to five public pages four times each, without page cache, in PHP processes of their own; compiled files
 * are kept in a temporary folder meanwhile, as OPcache keeps them in a server's memory. What it prints are figures only.
 */

if (PHP_SAPI !== 'cli') {
    exit('Run it on the command line.');
}

if (($argv[1] ?? '') === '--render') {
    // One page, as a reader without a cookie gets it.
    [, , $root, $address] = $argv;
    $url = parse_url($address);
    $_SERVER['HTTP_HOST'] = $url['host'] . (isset($url['port']) ? ":{$url['port']}" : '');
    $_SERVER['SERVER_NAME'] = $url['host'];
    $_SERVER['SERVER_PORT'] = $url['port'] ?? ($url['scheme'] === 'https' ? 443 : 80);
    $_SERVER['HTTPS'] = $url['scheme'] === 'https' ? 'on' : '';
    // Plug-ins that cache pages leave a query of its own alone.
    $_SERVER['QUERY_STRING'] = ($url['query'] ?? '') . (isset($url['query']) ? '&' : '') . 'groundplan=' . getmypid();
    $_SERVER['REQUEST_URI'] = ($url['path'] ?? '/') . '?' . $_SERVER['QUERY_STRING'];
    $_SERVER['REQUEST_METHOD'] = 'GET';
    $_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
    $_SERVER['REMOTE_ADDR'] = '127.0.0.1';
    parse_str($_SERVER['QUERY_STRING'], $_GET);
    ini_set('display_errors', '0');
    define('SAVEQUERIES', true);
    define('DISABLE_WP_CRON', true);
    define('WP_USE_THEMES', true);
    register_shutdown_function(function () {
        while (ob_get_level() > 0) {
            ob_end_clean();
        }
        $used = getrusage();
        $cpu = $used['ru_utime.tv_sec'] * 1e3 + $used['ru_utime.tv_usec'] / 1e3
            + $used['ru_stime.tv_sec'] * 1e3 + $used['ru_stime.tv_usec'] / 1e3;
        global $wpdb;
        fwrite(STDOUT, json_encode([
            'status' => http_response_code() ?: 200,
            'php_ms' => $cpu,
            'database_ms' => array_sum(array_column($wpdb->queries ?? [], 1)) * 1e3,
            'queries' => $wpdb->num_queries ?? 0,
            'files' => count(get_included_files()),
            'memory_mb' => memory_get_peak_usage(true) / 1048576,
        ]));
    });
    ob_start();
    require "$root/wp-blog-header.php";
    exit;
}

if (!defined('ABSPATH')) {
    if (!is_file('wp-load.php')) {
        fwrite(STDERR, "Run it in the folder that wp-load.php is in.\n");
        exit(1);
    }
    define('DISABLE_WP_CRON', true);
    // What the site or its plug-ins print is no part of the answer.
    ob_start();
    require './wp-load.php';
}
ini_set('display_errors', 'stderr');

$groundplan_pages = function (): array {
    $posts = get_posts(['post_type' => ['post', 'page', 'product'], 'post_status' => 'publish', 'has_password' => false,
        'numberposts' => 4, 'orderby' => 'date']);
    return array_slice(array_unique(array_filter(array_merge([home_url('/')], array_map('get_permalink', $posts)))), 0, 5);
};

$groundplan_size = function (string $folder): float {
    $sum = 0;
    if (is_dir($folder)) {
        $files = new RecursiveIteratorIterator(
            new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS),
            RecursiveIteratorIterator::LEAVES_ONLY,
            RecursiveIteratorIterator::CATCH_GET_CHILD
        );
        foreach ($files as $file) {
            $sum += $file->isFile() && !$file->isLink() ? $file->getSize() : 0;
        }
    }
    return $sum;
};

$groundplan_render = function (array $pages): array {
    $kept = sys_get_temp_dir() . '/groundplan-' . bin2hex(random_bytes(6));
    mkdir($kept, 0700);
    $script = __FILE__;
    if (!is_file($script) || strpos($script, "eval()'d") !== false) {
        $script = $GLOBALS['argv'][2] ?? 'groundplan-probe.php';
    }
    $found = [];
    foreach ($pages as $page) {
        for ($round = 0; $round < 4; $round++) {
            $command = [PHP_BINARY, '-d', 'opcache.enable=1', '-d', 'opcache.enable_cli=1', '-d', 'opcache.file_cache_only=1',
                '-d', "opcache.file_cache=$kept", '-d', 'memory_limit=512M', $script, '--render', rtrim(ABSPATH, '/'), $page];
            $child = proc_open($command, [1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes);
            $said = is_resource($child) ? json_decode(stream_get_contents($pipes[1]), true) : null;
            is_resource($child) && proc_close($child);
            // The first of each compiles.
            if ($round > 0 && is_array($said) && $said['status'] < 400) {
                $found[] = $said;
            }
        }
    }
    foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($kept, FilesystemIterator::SKIP_DOTS),
        RecursiveIteratorIterator::CHILD_FIRST) as $file) {
        $file->isDir() ? rmdir($file->getPathname()) : unlink($file->getPathname());
    }
    rmdir($kept);
    return $found;
};

$groundplan_tell = function (array $found, string $what): ?array {
    $values = array_column($found, $what);
    sort($values);
    $count = count($values);
    $at = fn (float $share) => round($values[max(0, (int) ceil($share * $count) - 1)], 1);
    return $count > 0 ? [$at(0.5), $at(0.95)] : null;
};

$groundplan_pages = $groundplan_pages();
$groundplan_found = $groundplan_render($groundplan_pages);
$groundplan_tables = $GLOBALS['wpdb']->get_results('SHOW TABLE STATUS', ARRAY_A) ?: [];
$groundplan_megabytes = fn (string $text) => round(wp_convert_hr_to_bytes($text) / 1048576);
$groundplan_builder = defined('ELEMENTOR_VERSION') || defined('ET_BUILDER_VERSION') || defined('WPB_VC_VERSION')
    || defined('FL_BUILDER_VERSION') || defined('BRICKS_VERSION') || defined('CT_VERSION');
while (ob_get_level() > 0) {
    ob_end_clean();
}
echo json_encode([
    'groundplan_probe' => 1,
    'wordpress' => get_bloginfo('version'),
    'php' => PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION,
    'opcache' => extension_loaded('Zend OPcache'),
    'opcache_mb' => (int) ini_get('opcache.memory_consumption'),
    'memory_limit_mb' => $groundplan_megabytes(WP_MEMORY_LIMIT),
    'object_cache' => (bool) wp_using_ext_object_cache(),
    'page_cache' => defined('WP_CACHE') && WP_CACHE,
    'theme' => $groundplan_builder ? 'builder' : (function_exists('wp_is_block_theme') && wp_is_block_theme() ? 'block' : 'classic'),
    'shop' => class_exists('WooCommerce'),
    'plugins' => count((array) get_option('active_plugins', [])) + count((array) get_site_option('active_sitewide_plugins', [])),
    'uploads_gb' => round($groundplan_size(wp_upload_dir(null, false)['basedir']) / 1e9, 3),
    'database_gb' => round((array_sum(array_column($groundplan_tables, 'Data_length'))
        + array_sum(array_column($groundplan_tables, 'Index_length'))) / 1e9, 3),
    'largest_tables_mb' => (function (array $tables) {
        $sizes = array_map(fn ($table) => round(($table['Data_length'] + $table['Index_length']) / 1e6, 1), $tables);
        rsort($sizes);
        return array_slice($sizes, 0, 5);
    })($groundplan_tables),
    'pages' => count($groundplan_pages),
    'renders' => count($groundplan_found),
    'php_ms' => $groundplan_tell($groundplan_found, 'php_ms'),
    'database_ms' => $groundplan_tell($groundplan_found, 'database_ms'),
    'queries' => $groundplan_tell($groundplan_found, 'queries'),
    'files' => $groundplan_tell($groundplan_found, 'files'),
    'memory_mb' => $groundplan_tell($groundplan_found, 'memory_mb'),
], JSON_PRETTY_PRINT), "\n";
