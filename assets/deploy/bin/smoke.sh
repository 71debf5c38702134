#!/usr/bin/env bash
# Asks the live site what a reader, an editor and an attacker would: bin/smoke.sh https://www.example.org
set -uo pipefail

site=${1:?usage: smoke.sh https://www.example.org}
failed=0
# What is asked, the status that is right, the path, and what else curl is told.
check() {
    local name=$1 wanted=$2 path=$3
    shift 3
    local got
    got=$(curl -sS -o /dev/null -w '%{http_code}' --max-time 20 "$@" "$site$path")
    if [ "$got" = "$wanted" ]; then
        echo "ok      $name"
    else
        echo "FAILED  $name: $got instead of $wanted"
        failed=1
    fi
}
header() {
    curl -sS -o /dev/null -D - --max-time 20 "${@:2}" "$site$1" | tr -d '\r'
}
check "front page" 200 /
check "web server answers" 200 /healthz.php
check "log-in page" 200 /wp-login.php
check "dashboard asks for a log-in" 302 /wp-admin/
check "xmlrpc.php is refused" 403 /xmlrpc.php
check "wp-cron.php is refused" 403 /wp-cron.php
check "wp-config.php is refused" 403 /wp-config.php
check "dot files are refused" 403 /.git/config
check "an upload is no program" 403 /wp-content/uploads/x.php
cached='^x-cache: *(hit|refreshhit|revalidated)'
if [ "${EXPECT_CACHE:-yes}" = yes ]; then
    header / >/dev/null
    if header / | grep -qiE "$cached"; then
        echo "ok      the front page is cached"
    else
        echo "FAILED  the front page is not cached"
        failed=1
    fi
fi
if header / -H 'Cookie: wordpress_logged_in_x=1' | grep -qiE "$cached"; then
    echo "FAILED  a personal page comes from the cache"
    failed=1
else
    echo "ok      a personal page is not cached"
fi
case $site in
https://*)
    plain="http://${site#https://}/"
    got=$(curl -sS -o /dev/null -w '%{http_code}' --max-time 20 "$plain")
    case $got in
    301 | 302 | 307 | 308) echo "ok      HTTP is sent on to HTTPS" ;;
    *) echo "FAILED  HTTP answers $got"; failed=1 ;;
    esac
    ;;
esac
exit "$failed"
