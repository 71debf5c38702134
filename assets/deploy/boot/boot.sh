# Fetches the kit's server folder, installs the server with it, and tells the group that it is ready. A server that does not
# become healthy says nothing: the launch then counts as failed, and no half-built server ever gets a request.
set -euo pipefail
exec > >(tee -a /var/log/wordpress-boot.log) 2>&1
install -d -m 0755 /etc/wordpress
printenv | grep -E "^(SITE_NAME|DOMAIN|REGION|RELEASES|DATABASE|OBJECTS|MEDIA|WEBROOT|CHANGES|TLS|SALTS_|CACHE_|FILE_|DISTRIBUTION)" | sed "s/^SITE_NAME=/SITE=/; s/=\(.*\)/=\"\1\"/" > /etc/wordpress/stack.env
install -d /opt/wordpress
aws s3 cp --region "$REGION" "s3://$RELEASES/server.tar.gz" - | tar -xz -C /opt/wordpress
/opt/wordpress/server/install.sh
if [ -n "$GROUP" ]; then
  # It is ready: a group of one takes the site's address over now, and only then the old server goes.
  token=$(curl -fsS -X PUT -H "X-aws-ec2-metadata-token-ttl-seconds: 300" http://169.254.169.254/latest/api/token)
  instance=$(curl -fsS -H "X-aws-ec2-metadata-token: $token" http://169.254.169.254/latest/meta-data/instance-id)
  [ -z "$ADDRESS" ] || aws ec2 associate-address --region "$REGION" --allocation-id "$ADDRESS" --instance-id "$instance" --allow-reassociation
  aws autoscaling complete-lifecycle-action --region "$REGION" --auto-scaling-group-name "$GROUP" --lifecycle-hook-name ready --instance-id "$instance" --lifecycle-action-result CONTINUE
fi
