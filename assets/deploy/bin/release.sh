#!/usr/bin/env bash
# Makes a release the current one on all web servers, forward or back: bin/release.sh NAME. Without a name it lists them.
set -euo pipefail

cd "$(dirname "$0")/.."
# shellcheck source=/dev/null
. ./site.env
bucket=$(aws cloudformation describe-stacks --region "$REGION" --stack-name "$SITE-data" \
    --query "Stacks[0].Outputs[?OutputKey=='Releases'].OutputValue" --output text)
if [ $# -eq 0 ]; then
    aws s3 ls --region "$REGION" "s3://$bucket/" | grep -E 'release-.*\.tar\.gz'
    exit 0
fi
aws s3api head-object --region "$REGION" --bucket "$bucket" --key "$1.tar.gz" --query ContentLength --output text
echo "$1" | aws s3 cp --region "$REGION" - "s3://$bucket/current"
id=$(aws ssm send-command --region "$REGION" --document-name AWS-RunShellScript \
    --targets "Key=tag:Site,Values=$SITE" "Key=tag:Role,Values=web" --max-concurrency 1 --max-errors 0 \
    --parameters 'commands=["set -a; . /opt/wordpress/server/site.env; . /etc/wordpress/stack.env; set +a; /opt/wordpress/server/bin/webroot.sh && systemctl reload php*-fpm && curl -fsS http://127.0.0.1/healthz.php"]' \
    --query Command.CommandId --output text)
while :; do
    status=$(aws ssm list-commands --region "$REGION" --command-id "$id" --query 'Commands[0].Status' --output text)
    case $status in
    Success) break ;;
    Pending | InProgress) sleep 5 ;;
    *) echo "roll-out $id ended as $status" >&2; exit 1 ;;
    esac
done
echo "$1 is live"
