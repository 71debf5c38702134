#!/usr/bin/env bash
# Brings the web root to /var/www/site/current, the way this site is kept: mounted, released, baked, or there already.
set -euo pipefail

site=/var/www/site
mounted() {
    mountpoint -q "$site" || mount "$site"
}
entry() {
    grep -qF " $site " /etc/fstab || echo "$1 $site $2" >>/etc/fstab
}
case $WEBROOT in
git)
    # Before the first release there is a plain WordPress, so that servers become ready and the pipeline finds them.
    release=$(aws s3 cp "s3://$RELEASES/current" - 2>/dev/null | tr -d '[:space:]' || true)
    release=${release:-none}
    install -d "$site/releases/$release"
    if [ "$release" != none ] && [ ! -f "$site/releases/$release/wp-load.php" ]; then
        aws s3 cp "s3://$RELEASES/$release.tar.gz" - | tar -xz -C "$site/releases/$release"
    fi
    ln -sfn "releases/$release" "$site/next"
    mv -Tf "$site/next" "$site/current"
    ;;
efs)
    # Attributes are trusted for a minute, as OPcache is told to: every file would otherwise be asked for on every request.
    entry "$FILE_SYSTEM" "efs tls,iam,_netdev,actimeo=60,noresvport 0 0"
    mounted
    ;;
nfs)
    entry "$FILE_SERVER:/srv/site" "nfs4 _netdev,actimeo=60,hard 0 0"
    mounted
    ;;
gluster)
    entry "$FILE_SERVER:/site" "glusterfs _netdev,backup-volfile-servers=$FILE_SERVERS_TOO 0 0"
    mounted
    ;;
image | server | container) ;;
esac
if [ ! -f "$site/current/wp-load.php" ]; then
    # A first web root: WordPress itself, its checksum from its makers. What a site of its own needs is moved in afterwards.
    work=$(mktemp -d)
    curl -fsS --retry 5 -o "$work/wordpress.tar.gz" https://wordpress.org/latest.tar.gz
    sum=$(curl -fsS --retry 5 https://wordpress.org/latest.tar.gz.sha1)
    echo "$sum  $work/wordpress.tar.gz" | sha1sum -c -
    tar -xzf "$work/wordpress.tar.gz" -C "$work"
    install -d "$site/current"
    cp -a "$work/wordpress/." "$site/current/"
    rm -rf "$work"
fi
here=$(cd "$(dirname "$0")/.." && pwd)
install -m 0644 "$here/wordpress/wp-config.php" "$here/wordpress/healthz.php" "$site/current/"
install -d "$site/current/wp-content/mu-plugins"
install -m 0644 "$here"/wordpress/mu-plugins/*.php "$site/current/wp-content/mu-plugins/"
[ "$DATABASE" != managed ] || install -m 0644 "$here/wordpress/db.php" "$site/current/wp-content/db.php"
# Whoever may change plugins in wp-admin needs to write; where a release brings them, nobody does.
if [ "$CHANGES" = wp-admin ]; then
    chown -R www-data:www-data "$site/current/wp-content"
else
    install -d -o www-data -g www-data "$site/current/wp-content/uploads"
fi
