#!/usr/bin/env bash
# Creates or changes the stacks, one after another: what one gives is a parameter of the next. Safe to run again.
#   bin/deploy.sh           shows what would change and asks
#   bin/deploy.sh --yes     does not ask
set -euo pipefail

cd "$(dirname "$0")/.."
# shellcheck source=/dev/null
. ./site.env
: "${SITE:?}" "${DOMAIN:?}" "${REGION:?}" "${OPERATOR_EMAIL:?}"
bin/preflight.sh
given=("Site=$SITE" "DomainName=$DOMAIN" "OperatorEmail=$OPERATOR_EMAIL" "HostedZone=${HOSTED_ZONE:-}" "Repository=${REPOSITORY:-}")
[ -z "${ZONE_OF_SERVER:-}" ] || given+=("ZoneOfServer=$ZONE_OF_SERVER")
[ -z "${ZONE_OF_OTHER:-}" ] || given+=("ZoneOfOther=$ZONE_OF_OTHER")
[ -z "${EDITORS:-}" ] || given+=("Editors=$EDITORS")
mapfile -t sizes < <(python3 -c '
import json, sys
for entry in json.load(open(sys.argv[1])):
    print(entry["ParameterKey"] + "=" + entry["ParameterValue"])' "parameters/${ENVIRONMENT:-production}.json")
given+=("${sizes[@]}")
list=$(aws ec2 describe-managed-prefix-lists --region "$REGION" --query 'PrefixLists[0].PrefixListId' --output text \
    --filters Name=prefix-list-name,Values=com.amazonaws.global.cloudfront.origin-facing)
given+=("CloudFrontPrefixList=$list")

deploy() {
    local template=$1 name region
    name=$(basename "$template" .yaml)
    name=${name#*-}
    region=$REGION
    [ "$name" != edge ] || region=us-east-1
    local balancer command
    command=(aws cloudformation deploy --region "$region" --stack-name "$SITE-$name" --template-file "$template"
        --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset
        --tags "Site=$SITE" "Environment=${ENVIRONMENT:-production}" --parameter-overrides "${given[@]}")
    if [ "${answer:-}" != --yes ]; then
        "${command[@]}" --no-execute-changeset
        read -r -p "Carry out these changes of $SITE-$name? [y/N] " reply
        [ "$reply" = y ] || exit 1
    fi
    "${command[@]}"
    if [ "$name" = data ]; then
        aws cloudformation update-termination-protection --region "$region" --stack-name "$SITE-$name" \
            --enable-termination-protection --output text
    fi
    mapfile -t outputs < <(aws cloudformation describe-stacks --region "$region" --stack-name "$SITE-$name" \
        --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' --output text | tr '\t' '=')
    given+=("${outputs[@]}")
    if [ "$name" = data ] && [ -f bin/upload-server.sh ]; then
        bin/upload-server.sh
    fi
    # Containers start from an image, so the first one is there before them.
    if [ "$name" = data ] && [ -f container/push.sh ]; then
        bin/release.sh | grep -q current || container/push.sh first "$(bin/output.sh data ImagesUri)"
    fi
    # A load balancer of Lightsail has a name that no stack gives.
    if [ "$name" = lightsail ] && grep -q AWS::Lightsail::LoadBalancer "$template"; then
        balancer=$(aws lightsail get-load-balancer --region "$region" --load-balancer-name "$SITE-web" --query loadBalancer.dnsName --output text)
        given+=("OriginName=$balancer")
    fi
}

answer=${1:-}
for template in cloudformation/*.yaml; do
    deploy "$template"
done
# The web servers learn which distribution to tell of new posts only once there is one.
if [ -f cloudformation/40-edge.yaml ] && [ -f cloudformation/30-web.yaml ]; then
    deploy cloudformation/30-web.yaml
fi
echo "Next: CHECKLIST.md, then bin/smoke.sh https://$DOMAIN"
