#!/usr/bin/env bash
# Puts WordPress, plugins and themes together to one web root and packs it: site/release.sh NAME. The same on a laptop, in
# CodeBuild and in GitHub Actions.
set -euo pipefail

name=${1:?usage: site/release.sh NAME}
cd "$(dirname "$0")"
composer validate --strict --no-check-publish
composer install --no-dev --no-interaction --no-progress
rm -rf release
mkdir -p release/wp-content
cp -a wordpress/. release/
cp -a content/. release/wp-content/
cp -a vendor release/wp-content/vendor
# The object cache's plugin is asked before any other: WordPress looks for its drop-in beside the plugins.
drop_in=release/wp-content/plugins/redis-cache/includes/object-cache.php
[ ! -f "$drop_in" ] || cp "$drop_in" release/wp-content/object-cache.php
# Composer's own classes, for plugins that came by it.
mkdir -p release/wp-content/mu-plugins
printf '%s\n' '<?php' "require_once WP_CONTENT_DIR . '/vendor/autoload.php';" >release/wp-content/mu-plugins/0-composer.php
find release -name '*.php' -newer composer.json -print0 | xargs -0 -r -n 50 -P 2 php -l >/dev/null
tar --sort=name --owner=0 --group=0 --mtime=@0 -czf "$name.tar.gz" -C release .
echo "$name.tar.gz"
