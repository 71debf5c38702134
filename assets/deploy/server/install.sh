#!/usr/bin/env bash
# Makes a fresh server a web server of this site: packages, configuration, secrets, web root, services. Safe to run again.
# "packages" ends after the packages, for an image; "container" does what a container is built with, and starts nothing.
# It reads site.env, written by the kit, and /etc/wordpress/stack.env, written at boot by what created the server.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=/dev/null
. /etc/os-release
case $ID in
amzn) names=al2023 ;;
debian | ubuntu) names=debian ;;
*)
    echo "this kit knows Amazon Linux 2023, Debian and Ubuntu, not $ID" >&2
    exit 1
    ;;
esac
# What is read from here on is handed to the scripts below bin/ as well.
set -a
# shellcheck source=/dev/null
. "$here/os/$names.env"
# shellcheck source=/dev/null
. "$here/site.env"
# shellcheck source=/dev/null
[ ! -f /etc/wordpress/stack.env ] || . /etc/wordpress/stack.env
set +a

step=${1:-all}
packages=${PACKAGES:?}
[ "$WEBROOT" != container ] || packages="$packages $CONTAINER_PACKAGES"
[ "$DATABASE" != server ] || packages="$packages $DATABASE_PACKAGES"
[ "$OBJECTS" != server ] || packages="$packages $CACHE_PACKAGES"
if [ "$names" = al2023 ]; then
    # shellcheck disable=SC2086
    dnf -y -q install $packages
else
    export DEBIAN_FRONTEND=noninteractive
    if [ "$step" != container ]; then
        apt-get -q update
        # shellcheck disable=SC2086
        apt-get -qy install --no-install-recommends $packages
    fi
    version=$(php -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')
    PHP_CONF_D=${PHP_CONF_D/current/$version}
    PHP_POOL_D=${PHP_POOL_D/current/$version}
    PHP_SERVICE=php$version-fpm
fi

# An image is baked with this much.
[ "$step" != packages ] || exit 0

# One user for nginx and PHP on every system, so that both may drop a cached page.
id -u www-data >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin www-data
install -d -m 0755 /etc/wordpress /var/www/site /usr/local/share/wordpress /var/www/acme
install -m 0644 "$here/site.env" /etc/wordpress/site.env
if [ "$step" = container ]; then
    install -d -o www-data -g www-data /run/wordpress /var/cache/nginx/pages /var/lib/wordpress/purge
    ln -sf /dev/stdout /var/log/nginx/access.log
    ln -sf /dev/stderr /var/log/nginx/error.log
else
    install -m 0644 "$here/systemd/wordpress.tmpfiles" /etc/tmpfiles.d/wordpress.conf
    systemd-tmpfiles --create /etc/tmpfiles.d/wordpress.conf
fi

for file in nginx.conf rules.conf php.conf sizes.conf server.conf; do
    install -m 0644 "$here/nginx/$file" "/etc/nginx/$file"
done
"$here/bin/media.sh"
install -m 0644 "$here/php/site.ini" "$PHP_CONF_D/90-site.ini"
rm -f "$PHP_POOL_D"/*.conf
install -m 0644 "$here/php/pool.conf" "$PHP_POOL_D/site.conf"
for file in "$here"/bin/*; do
    install -m 0755 "$file" "/usr/local/share/wordpress/$(basename "$file")"
done
[ "$step" = container ] || install -m 0644 "$here"/systemd/*.service "$here"/systemd/*.timer /etc/systemd/system/
[ "$DATABASE" != server ] || install -m 0644 "$here/mariadb/site.cnf" "$DATABASE_CONF"
[ "$OBJECTS" != server ] || install -m 0644 "$here/valkey/valkey.conf" "$CACHE_CONF"

[ "$step" = container ] || "$here/bin/secrets.sh"
"$here/bin/webroot.sh"
# The database's certificate authority, where the database is one of AWS.
[ "$DATABASE" != managed ] || curl -fsS --retry 5 -o /etc/wordpress/database-ca.pem \
    https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem
[ "$step" != container ] || exit 0
[ "$TLS" = before ] || "$here/bin/certificate.sh"

systemctl daemon-reload
[ "$DATABASE" != server ] || systemctl enable --now "$DATABASE_SERVICE"
[ "$DATABASE" != server ] || "$here/bin/database.sh"
[ "$OBJECTS" != server ] || systemctl enable --now "$CACHE_SERVICE"
nginx -t
systemctl enable "$PHP_SERVICE" nginx wp-cron.timer purge-edge.timer
systemctl restart "$PHP_SERVICE" nginx wp-cron.timer purge-edge.timer
[ "$TLS" = before ] || systemctl enable --now certificate.timer
curl -fsSk --retry 10 --retry-all-errors --retry-delay 2 -o /dev/null -L http://127.0.0.1/healthz.php
