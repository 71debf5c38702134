#!/bin/bash
# One NFS server on a disk of its own. When it is gone, so is the site: README.md says so first.
set -euo pipefail
dnf -y -q install nfs-utils xfsprogs
disk=/dev/sdf
for _ in $(seq 120); do [ -b "$disk" ] && break; sleep 2; done
blkid "$disk" || mkfs.xfs -L site "$disk"
mkdir -p /srv/site
grep -q ' /srv/site ' /etc/fstab || echo 'LABEL=site /srv/site xfs defaults,nofail 0 2' >> /etc/fstab
mountpoint -q /srv/site || mount /srv/site
echo '/srv/site 10.20.0.0/16(rw,sync,no_root_squash,no_subtree_check)' > /etc/exports
systemctl enable --now nfs-server
exportfs -ra
