#!/usr/bin/env bash
# Lets nginx hand media on from the bucket, by the network's own way to S3, where no CloudFront does.
set -euo pipefail

conf=/etc/nginx/media.conf
if [ "${MEDIA_BY:-}" != server ]; then
    : >"$conf"
    exit 0
fi
cat >"$conf" <<NGINX
location ^~ /wp-content/uploads/ {
    location ~* \\.(?:php|phtml|phar)\$ { deny all; }
    access_log off;
    resolver 169.254.169.253 valid=60s;
    set \$bucket $MEDIA_BUCKET.s3.$REGION.amazonaws.com;
    proxy_pass https://\$bucket\$uri;
    proxy_set_header Host \$bucket;
    proxy_set_header Cookie "";
    proxy_set_header Authorization "";
    proxy_hide_header x-amz-id-2;
    proxy_hide_header x-amz-request-id;
    expires 30d;
}
NGINX
