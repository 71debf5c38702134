#!/usr/bin/env bash
# Makes the user WordPress signs in with. WordPress never has the master password: RDS keeps it and changes it every 7 days.
# It needs the Session Manager plugin and a mysql or mariadb client here, and one running web server to go through.
set -euo pipefail

cd "$(dirname "$0")/.."
# shellcheck source=/dev/null
. ./site.env
output() {
    aws cloudformation describe-stacks --region "$REGION" --stack-name "$1" \
        --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" --output text
}
secret() {
    aws secretsmanager get-secret-value --region "$REGION" --secret-id "$1" --query SecretString --output text
}
field() {
    python3 -c 'import json,sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"
}
host=$(output "$SITE-data" DatabaseEndpoint)
master=$(secret "$(output "$SITE-data" DatabaseMasterSecret)")
application=$(secret "$(output "$SITE-data" DatabaseSecret)")
server=$(aws ec2 describe-instances --region "$REGION" \
    --filters "Name=tag:Site,Values=$SITE" "Name=tag:Role,Values=web" Name=instance-state-name,Values=running \
    --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ssm start-session --region "$REGION" --target "$server" --document-name AWS-StartPortForwardingSessionToRemoteHost \
    --parameters "host=$host,portNumber=3306,localPortNumber=13306" &
tunnel=$!
trap 'kill "$tunnel"' EXIT
for _ in $(seq 30); do
    (exec 3<>/dev/tcp/127.0.0.1/13306) 2>/dev/null && break
    sleep 1
done
user=$(field username <<<"$application")
password=$(field password <<<"$application")
MYSQL_PWD=$(field password <<<"$master") mysql --host 127.0.0.1 --port 13306 --user "$(field username <<<"$master")" --ssl <<SQL
CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4;
CREATE USER IF NOT EXISTS '$user'@'%' IDENTIFIED BY '$password' REQUIRE SSL;
ALTER USER '$user'@'%' IDENTIFIED BY '$password' REQUIRE SSL;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, LOCK TABLES, CREATE TEMPORARY TABLES ON wordpress.* TO '$user'@'%';
SQL
echo "user $user is ready"
