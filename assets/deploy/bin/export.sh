#!/usr/bin/env bash
# Makes every page of the WordPress people write in a file, puts the files into the closed bucket, and tells CloudFront.
#   bin/export.sh            fetches and publishes; run it where the AWS command line is signed in, from an address of EDITORS
#   bin/export.sh --list     lists earlier exports
#   bin/export.sh --back N   publishes an earlier one again
set -euo pipefail

cd "$(dirname "$0")/.."
# shellcheck source=/dev/null
. ./site.env
source=${SOURCE:-https://edit.$DOMAIN}
host=${source#*://}
bucket=$(bin/output.sh pages PagesBucket)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pages=$work/pages
mkdir "$pages"

publish() {
    # What a page asks for is there before the page; what is gone goes last. Old versions stay in the bucket for 35 days.
    for folder in wp-content wp-includes; do
        [ ! -d "$pages/$folder" ] || aws s3 sync --region "$REGION" "$pages/$folder" "s3://$bucket/pages/$folder" \
            --only-show-errors --cache-control 'public, max-age=2592000'
    done
    aws s3 sync --region "$REGION" "$pages" "s3://$bucket/pages" --only-show-errors --cache-control 'public, max-age=300'
    aws s3 cp --region "$REGION" "$pages" "s3://$bucket/pages" --recursive --exclude '*' --include '*feed/index.html' \
        --only-show-errors --cache-control 'public, max-age=300' --content-type application/rss+xml
    aws s3 sync --region "$REGION" "$pages" "s3://$bucket/pages" --only-show-errors --delete --size-only
    # One wildcard is one path, and is paid as one.
    aws cloudfront create-invalidation --distribution-id "$(bin/output.sh edge DistributionId)" --paths '/*' \
        --query Invalidation.Id --output text
}

case ${1:-} in
--list)
    aws s3 ls --region "$REGION" "s3://$bucket/exports/"
    exit
    ;;
--back)
    aws s3 cp --region "$REGION" "s3://$bucket/exports/${2:?which export: bin/export.sh --list}" - | tar -xzf - -C "$pages"
    publish
    exit
    ;;
esac

named() {
    curl -fsSL --retry 3 "$1" | sed 's/<loc>/\n&/g' | sed -n 's/^<loc>\([^<]*\)<.*/\1/p'
}
# What a sitemap names is fetched though nothing may link to it.
maps=$(named "$source/wp-sitemap.xml")
for map in $maps; do
    named "$map"
done >"$work/named"
printf '%s\n' "$source/" "$source/wp-sitemap.xml" "$source/wp-sitemap.xsl" "$source/wp-sitemap-index.xsl" "$source/robots.txt" "$maps" |
    cat - "$work/named" >"$work/addresses"
# 8 is a page that was not there; it is counted below.
wget --no-verbose --recursive --level inf --page-requisites --no-host-directories --directory-prefix "$pages" --domains "$host" \
    --reject-regex '/wp-admin/|/wp-login\.php|/wp-json|/xmlrpc\.php|/comments/feed|[?&](p|s|page_id|rest_route|replytocom)=' \
    --execute robots=off --input-file "$work/addresses" --append-output "$work/log" || [ $? -eq 8 ]
curl -sS -o "$pages/404.html" "$source/not-there-$(date +%s)/"
# A file is named without the version behind it; CloudFront does not look at that.
find "$pages" -name '*\?*' -print0 | while IFS= read -r -d '' file; do
    mv -f "$file" "${file%%\?*}"
done
grep -rlIZ "$host" "$pages" | xargs -0 -r sed -i "s#${host//./\\.}#$DOMAIN#g"

[ -s "$pages/index.html" ] || { echo "the front page was not fetched; nothing was published" >&2; exit 1; }
fetched=$(find "$pages" -name index.html | wc -l)
named=$(wc -l <"$work/named")
if [ "$fetched" -lt $((named * 9 / 10)) ]; then
    echo "only $fetched pages were fetched of $named that the sitemap names; nothing was published:" >&2
    grep -B1 'ERROR' "$work/log" >&2 || true
    exit 1
fi
tar -czf - -C "$pages" . | aws s3 cp --region "$REGION" - "s3://$bucket/exports/$(date -u +%Y%m%d-%H%M%S).tar.gz"
publish
echo "$fetched pages are live; $(grep -c 'ERROR 404' "$work/log" || true) links led nowhere"
