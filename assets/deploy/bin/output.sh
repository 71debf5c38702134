#!/usr/bin/env bash
# What a stack gives: bin/output.sh data DatabaseId
set -euo pipefail

cd "$(dirname "$0")/.."
# shellcheck source=/dev/null
. ./site.env
: "${SITE:?}" "${REGION:?}"
region=$REGION
[ "$1" != edge ] || region=us-east-1
aws cloudformation describe-stacks --region "$region" --stack-name "$SITE-$1" \
    --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" --output text
