<?php
/** JSON objects in, one a line; a PHP file of constants out. What is not there is made: eight salts and a database password. */
$known = [];
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES) as $line) {
    $known += json_decode($line, true, 4, JSON_THROW_ON_ERROR);
}
$made = static fn () => rtrim(strtr(base64_encode(random_bytes(48)), '+/', '-_'), '=');
$constants = [
    'DB_USER' => $known['username'] ?? 'wordpress',
    'DB_PASSWORD' => $known['password'] ?? $made(),
];
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    // One long secret gives all eight, each by its own name.
    $salt = static fn ($kind) => isset($known['salt']) ? hash_hmac('sha256', $name . $kind, $known['salt']) : $made();
    $constants[$name . '_KEY'] = $salt('_KEY');
    $constants[$name . '_SALT'] = $salt('_SALT');
}
if (isset($known['token'])) {
    $constants['WP_REDIS_PASSWORD'] = $known['token'];
}
echo "<?php\n";
foreach ($constants as $name => $value) {
    echo 'define(', var_export($name, true), ', ', var_export($value, true), ");\n";
}
