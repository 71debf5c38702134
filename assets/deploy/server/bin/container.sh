#!/usr/bin/env bash
# Starts a container of this site: serve (what it does by itself), or once by bin/task.sh: database-user, install TITLE MAIL.
set -euo pipefail

here=/opt/wordpress/server
share=/usr/local/share/wordpress
printenv | grep -E '^(SITE|DOMAIN|REGION|DATABASE_HOST|CACHE_HOST|MEDIA_BUCKET|DISTRIBUTION)=' |
    sed 's/=\(.*\)/="\1"/' >/etc/wordpress/stack.env
umask 027
printf '%s\n' "$DATABASE_JSON" "$SALTS_JSON" "${CACHE_JSON:-}" | php "$here/bin/secrets.php" >/etc/wordpress/secrets.php
chgrp www-data /etc/wordpress/secrets.php
field() {
    # shellcheck disable=SC2016
    php -r 'echo json_decode(getenv($argv[1]), true)[$argv[2]];' "$1" "$2"
}
case ${1:-serve} in
database-user)
    MYSQL_PWD=$(field MASTER_JSON password) mariadb --host "$DATABASE_HOST" --user "$(field MASTER_JSON username)" \
        --ssl-ca /etc/wordpress/database-ca.pem --ssl-verify-server-cert <<SQL
CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4;
CREATE USER IF NOT EXISTS '$(field DATABASE_JSON username)'@'%' IDENTIFIED BY '$(field DATABASE_JSON password)' REQUIRE SSL;
ALTER USER '$(field DATABASE_JSON username)'@'%' IDENTIFIED BY '$(field DATABASE_JSON password)' REQUIRE SSL;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, LOCK TABLES, CREATE TEMPORARY TABLES ON wordpress.* TO '$(field DATABASE_JSON username)'@'%';
SQL
    echo "the user of WordPress is ready"
    ;;
install)
    runuser -u www-data -- php "$share/install-site.php" "$2" "$3"
    ;;
serve)
    unset DATABASE_JSON SALTS_JSON CACHE_JSON MASTER_JSON
    set -a
    # shellcheck source=/dev/null
    . "$here/site.env"
    # shellcheck source=/dev/null
    . /etc/wordpress/stack.env
    set +a
    "$here/bin/media.sh"
    # What timers do on a server.
    while sleep 60; do
        runuser -u www-data -- php "$share/cron.php" || true
        runuser -u www-data -- "$share/purge-edge.sh" || true
    done &
    php-fpm"$(php -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')" --nodaemonize --force-stderr &
    # When PHP is gone the health check fails, and ECS starts another container.
    exec nginx -g 'daemon off;'
    ;;
esac
