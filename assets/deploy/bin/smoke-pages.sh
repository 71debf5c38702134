#!/usr/bin/env bash
# Asks the live site what a reader and an attacker would: bin/smoke.sh https://www.example.org
set -uo pipefail

site=${1:?usage: smoke.sh https://www.example.org}
failed=0
check() {
    local got
    got=$(curl -sS -o /dev/null -w '%{http_code}' --max-time 20 "$site$3")
    if [ "$got" = "$2" ]; then
        echo "ok      $1"
    else
        echo "FAILED  $1: $got instead of $2"
        failed=1
    fi
}
check "front page" 200 /
check "sitemap" 200 /wp-sitemap.xml
check "a page that is not there" 404 /not-there/
check "a folder without its slash is sent on" 301 /not-there
for path in /wp-login.php /xmlrpc.php /wp-json/ /wp-config.php; do
    check "nothing of WordPress answers at $path" 404 "$path"
done
curl -sS -o /dev/null --max-time 20 "$site/"
if curl -sS -o /dev/null -D - --max-time 20 "$site/" | grep -qiE '^x-cache: *(hit|refreshhit)'; then
    echo "ok      the front page is cached"
else
    echo "FAILED  the front page is not cached"
    failed=1
fi
exit "$failed"
