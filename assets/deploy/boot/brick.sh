#!/bin/bash
# One brick of a replicated GlusterFS volume, on Debian: Amazon Linux has no GlusterFS, and Red Hat ended its own product on
# 2024-12-31. bin/create-gluster-volume.sh joins the three bricks once they are all there.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
apt-get -q update
apt-get -qy install --no-install-recommends glusterfs-server xfsprogs curl ca-certificates
arch=$(dpkg --print-architecture)
curl -fsS -o /root/ssm.deb "https://s3.amazonaws.com/ec2-downloads-linux/SSMAgent/latest/debian_$arch/amazon-ssm-agent.deb"
dpkg -i /root/ssm.deb
disk=/dev/nvme1n1
for _ in $(seq 120); do [ -b "$disk" ] && break; sleep 2; done
blkid "$disk" || mkfs.xfs -L brick -i size=512 "$disk"
mkdir -p /srv/brick
grep -q ' /srv/brick ' /etc/fstab || echo 'LABEL=brick /srv/brick xfs defaults,nofail 0 2' >> /etc/fstab
mountpoint -q /srv/brick || mount /srv/brick
mkdir -p /srv/brick/site
systemctl enable --now glusterd
