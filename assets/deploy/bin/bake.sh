#!/usr/bin/env bash
# Bakes an image of the current release and lets web servers start from it, one after another.
set -euo pipefail

cd "$(dirname "$0")/.."
# shellcheck source=/dev/null
. ./site.env
pipeline=$(aws cloudformation describe-stacks --region "$REGION" --stack-name "$SITE-delivery" \
    --query "Stacks[0].Outputs[?OutputKey=='ImagePipelineArn'].OutputValue" --output text)
build=$(aws imagebuilder start-image-pipeline-execution --region "$REGION" --image-pipeline-arn "$pipeline" \
    --query imageBuildVersionArn --output text)
while :; do
    status=$(aws imagebuilder get-image --region "$REGION" --image-build-version-arn "$build" --query image.state.status --output text)
    case $status in
    AVAILABLE) break ;;
    FAILED | CANCELLED) echo "the image ended as $status" >&2; exit 1 ;;
    *) sleep 30 ;;
    esac
done
image=$(aws imagebuilder get-image --region "$REGION" --image-build-version-arn "$build" \
    --query 'image.outputResources.amis[0].image' --output text)
aws ssm put-parameter --region "$REGION" --name "/$SITE/web-image" --type String --data-type aws:ec2:image --value "$image" --overwrite
echo "$image is named at /$SITE/web-image; with WebImage=/$SITE/web-image in parameters/, bin/deploy.sh rolls it out"
