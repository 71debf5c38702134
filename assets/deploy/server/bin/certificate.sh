#!/usr/bin/env bash
# A certificate for the name of this server, asked for and renewed by its timer; until there is one, one of its own making.
set -euo pipefail

tls=/etc/wordpress/tls
# On shared files it outlives the server: the next one finds it there, and asks for no other.
if [ "$WEBROOT" = efs ] && [ ! -e "$tls" ]; then
    install -d -m 0700 /var/www/site/tls
    ln -s /var/www/site/tls "$tls"
fi
[ -e "$tls" ] || install -d -m 0750 "$tls"
if [ ! -s "$tls/fullchain.pem" ]; then
    openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=$DOMAIN" \
        -keyout "$tls/privkey.pem" -out "$tls/fullchain.pem" 2>/dev/null
fi
if ! command -v certbot >/dev/null; then
    # Amazon Linux has no package of it.
    python3 -m venv /opt/certbot
    /opt/certbot/bin/pip install -q certbot
    ln -sf /opt/certbot/bin/certbot /usr/local/bin/certbot
fi
mail=(--register-unsafely-without-email)
[ -z "${OPERATOR_EMAIL:-}" ] || mail=(-m "$OPERATOR_EMAIL")
# It needs the name to lead here and nginx to answer; the timer comes back twice a day.
if getent ahosts "$DOMAIN" >/dev/null && systemctl -q is-active nginx; then
    certbot certonly --config-dir "$tls/certbot" --webroot -w /var/www/acme -d "$DOMAIN" "${mail[@]}" --agree-tos -n --keep-until-expiring \
        --deploy-hook "install -m 0640 \$RENEWED_LINEAGE/*.pem $tls/ && systemctl reload nginx" || true
fi
