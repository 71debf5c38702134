#!/bin/bash
# Forwards what private servers send out, behind its own address. Nothing is kept here: a new one needs no more than this.
set -euo pipefail
dnf -y -q install nftables
echo net.ipv4.ip_forward=1 > /etc/sysctl.d/90-nat.conf
sysctl -q --system
cat > /etc/sysconfig/nftables.conf <<'RULES'
table ip nat {
    chain postrouting {
        type nat hook postrouting priority srcnat;
        ip saddr 10.20.0.0/16 masquerade
    }
}
RULES
systemctl enable --now nftables
