#!/usr/bin/env bash
# Sends one invalidation for what has been published since the last one. A file in the queue holds paths, one a line.
# A path waits until no web server holds the old page any more, or CloudFront would fetch that one again.
set -euo pipefail

queue=/var/lib/wordpress/purge
[ "${DISTRIBUTION:-none}" != none ] || exit 0
mapfile -t due < <(find "$queue" -name '*.paths' -not -newermt "-${PURGE_DELAY:-0} seconds" | sort)
[ "${#due[@]}" -gt 0 ] || exit 0
mapfile -t paths < <(sort -u "${due[@]}")
# Beyond ten paths one wildcard is cheaper, and is counted as one path.
[ "${#paths[@]}" -le 10 ] || paths=('/*')
aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths "${paths[@]}" --query Invalidation.Id --output text
rm -f "${due[@]}"
