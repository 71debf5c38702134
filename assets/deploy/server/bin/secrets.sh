#!/usr/bin/env bash
# Writes /etc/wordpress/secrets.php: from Secrets Manager where the stack names secrets, otherwise made here, once.
set -euo pipefail

file=/etc/wordpress/secrets.php
umask 077
if [ -n "${DATABASE_SECRET:-}" ]; then
    {
        aws secretsmanager get-secret-value --region "$REGION" --secret-id "$DATABASE_SECRET" --query SecretString --output text
        aws secretsmanager get-secret-value --region "$REGION" --secret-id "$SALTS_SECRET" --query SecretString --output text
        if [ -n "${CACHE_SECRET:-}" ]; then
            aws secretsmanager get-secret-value --region "$REGION" --secret-id "$CACHE_SECRET" --query SecretString --output text
        fi
    } | php "$(dirname "$0")/secrets.php" >"$file.new"
elif [ ! -f "$file" ]; then
    php "$(dirname "$0")/secrets.php" </dev/null >"$file.new"
fi
[ ! -f "$file.new" ] || mv "$file.new" "$file"
chown root:www-data "$file"
chmod 0640 "$file"
