#!/usr/bin/env bash
# A certificate for the names of this server, renewed by certbot's own timer; until there is one, one of its own making.
set -euo pipefail

tls=/etc/wordpress/tls
install -d -m 0750 "$tls"
if [ ! -s "$tls/fullchain.pem" ]; then
    openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=$DOMAIN" \
        -keyout "$tls/privkey.pem" -out "$tls/fullchain.pem" 2>/dev/null
fi
# It needs the name to point here: run this again afterwards.
if getent ahosts "$DOMAIN" >/dev/null && [ -n "${OPERATOR_EMAIL:-}" ]; then
    certbot certonly --webroot -w /var/www/acme -d "$DOMAIN" -m "$OPERATOR_EMAIL" --agree-tos -n --keep-until-expiring \
        --deploy-hook "install -m 0640 \$RENEWED_LINEAGE/*.pem $tls/ && systemctl reload nginx" || true
fi
