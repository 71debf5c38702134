#!/usr/bin/env bash
# Looks at what would stop a deployment half way, before anything is created.
set -uo pipefail

cd "$(dirname "$0")/.." || exit 1
# shellcheck source=/dev/null
. ./site.env
: "${SITE:?}" "${DOMAIN:?}" "${REGION:?}" "${OPERATOR_EMAIL:?}"
failed=0
fail() {
    echo "FAILED  $1" >&2
    failed=1
}
tools="aws python3 tar curl"
[ ! -f container/push.sh ] || tools="$tools docker composer"
[ ! -f bin/export.sh ] || tools="$tools wget"
for tool in $tools; do
    command -v "$tool" >/dev/null || fail "$tool is not installed"
done
case "$DOMAIN$OPERATOR_EMAIL${EDITORS:-}" in
*example.org* | *203.0.113.*) fail "site.env still has an example in it" ;;
esac
bin/check-versions.sh >/dev/null || fail "a version is past its end of support: bin/check-versions.sh"
aws sts get-caller-identity --query Account --output text >/dev/null || fail "nobody is signed in to AWS"
if [ -n "${HOSTED_ZONE:-}" ]; then
    aws route53 get-hosted-zone --id "$HOSTED_ZONE" --query HostedZone.Name --output text >/dev/null ||
        fail "there is no hosted zone $HOSTED_ZONE in this account"
fi
if [ -f cloudformation/10-lightsail.yaml ]; then
    blueprint=$(sed -n 's/.*Default: \(ubuntu[a-z0-9_]*\)$/\1/p' cloudformation/10-lightsail.yaml | head -n 1)
    aws lightsail get-blueprints --region "$REGION" --query "blueprints[?blueprintId=='$blueprint'].blueprintId" --output text |
        grep -q . || fail "Lightsail has no blueprint $blueprint in $REGION"
fi
for template in cloudformation/*.yaml; do
    [ -f "$template" ] || continue
    region=$REGION
    [ "$(basename "$template")" != 40-edge.yaml ] || region=us-east-1
    aws cloudformation validate-template --region "$region" --template-body "file://$template" --query Description --output text \
        >/dev/null || fail "CloudFormation does not take $template"
done
exit "$failed"
