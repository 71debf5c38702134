#!/usr/bin/env bash
# Packs server/ and puts it where servers fetch it at their first start.
set -euo pipefail

cd "$(dirname "$0")/.."
# shellcheck source=/dev/null
. ./site.env
bucket=$(aws cloudformation describe-stacks --region "$REGION" --stack-name "$SITE-data" \
    --query "Stacks[0].Outputs[?OutputKey=='Releases'].OutputValue" --output text)
tar --sort=name --owner=0 --group=0 --mtime=@0 -czf - server | aws s3 cp --region "$REGION" - "s3://$bucket/server.tar.gz"
echo "server/ is at s3://$bucket/server.tar.gz"
