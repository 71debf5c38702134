#!/usr/bin/env bash
# Makes an image the current one, forward or back: bin/release.sh NAME. Without a name it lists them.
set -euo pipefail

cd "$(dirname "$0")/.."
# shellcheck source=/dev/null
. ./site.env
if [ $# -eq 0 ]; then
    aws ecr describe-images --region "$REGION" --repository-name "$SITE" --output text \
        --query "sort_by(imageDetails,&imagePushedAt)[-10:].[imagePushedAt,imageTags[0],imageTags[1]]"
    exit 0
fi
manifest=$(aws ecr batch-get-image --region "$REGION" --repository-name "$SITE" --image-ids "imageTag=$1" \
    --query 'images[0].imageManifest' --output text)
aws ecr put-image --region "$REGION" --repository-name "$SITE" --image-tag current --image-manifest "$manifest" --query image.imageId.imageTag --output text || true
aws ecs update-service --region "$REGION" --cluster "$SITE" --service "$SITE" --force-new-deployment --query service.status --output text
aws ecs wait services-stable --region "$REGION" --cluster "$SITE" --services "$SITE"
echo "$1 is live"
