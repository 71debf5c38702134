#!/usr/bin/env bash
# Tells this server its managed database: sudo tell-database.sh HOST, then the password, which is not shown. The salts come
# from it as well, so that two servers agree on who is signed in.
set -euo pipefail

host=${1:?usage: tell-database.sh HOST}
read -r -s -p "Password of the database: " PASSWORD
export PASSWORD
umask 077
# shellcheck disable=SC2016
php -r '$p = getenv("PASSWORD"); echo json_encode(["username" => "wordpress", "password" => $p, "salt" => hash("sha256", $p)]), "\n";' |
    php /usr/local/share/wordpress/secrets.php >/etc/wordpress/secrets.php
chown root:www-data /etc/wordpress/secrets.php
chmod 0640 /etc/wordpress/secrets.php
sed -i '/^DATABASE_HOST=/d' /etc/wordpress/stack.env
echo "DATABASE_HOST=\"$host\"" >>/etc/wordpress/stack.env
systemctl reload 'php*-fpm'
echo "this server asks $host"
