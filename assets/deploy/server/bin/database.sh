#!/usr/bin/env bash
# Makes the database and its user on this server, and lets the user in from this server only. Safe to run again.
set -euo pipefail

value() {
    # shellcheck disable=SC2016
    php -r 'require "/etc/wordpress/secrets.php"; echo constant($argv[1]);' "$1"
}
mariadb <<SQL
CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4;
CREATE USER IF NOT EXISTS '$(value DB_USER)'@'localhost';
ALTER USER '$(value DB_USER)'@'localhost' IDENTIFIED BY '$(value DB_PASSWORD)';
GRANT ALL PRIVILEGES ON wordpress.* TO '$(value DB_USER)'@'localhost';
SQL
