# Debian brings neither the AWS command line nor the Systems Manager agent.
export DEBIAN_FRONTEND=noninteractive
apt-get -q update
apt-get -qy install --no-install-recommends awscli curl ca-certificates glusterfs-client
arch=$(dpkg --print-architecture)
curl -fsS -o /root/ssm.deb "https://s3.amazonaws.com/ec2-downloads-linux/SSMAgent/latest/debian_$arch/amazon-ssm-agent.deb"
dpkg -i /root/ssm.deb
