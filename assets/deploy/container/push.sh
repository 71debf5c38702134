#!/usr/bin/env bash
# Builds an image and makes it the current one: container/push.sh NAME REPOSITORY. The same on a laptop, in CodeBuild and in
# GitHub Actions.
set -euo pipefail

name=${1:?usage: container/push.sh NAME REPOSITORY}
repository=${2:?usage: container/push.sh NAME REPOSITORY}
cd "$(dirname "$0")/.."
site/release.sh "$name"
aws ecr get-login-password | docker login --username AWS --password-stdin "${repository%%/*}"
docker build --platform linux/arm64 -f container/Dockerfile -t "$repository:$name" -t "$repository:current" .
docker push "$repository:$name"
docker push "$repository:current"
