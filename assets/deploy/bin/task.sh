#!/usr/bin/env bash
# Runs something once in a container of its own and shows what it says:
#   bin/task.sh database-user               makes the user WordPress signs in with
#   bin/task.sh install "Title" MAIL        installs a new site, and says the password once
set -euo pipefail

cd "$(dirname "$0")/.."
# shellcheck source=/dev/null
. ./site.env
network=$(aws ecs describe-services --region "$REGION" --cluster "$SITE" --services "$SITE" --query 'services[0].networkConfiguration' --output json)
command=$(python3 -c 'import json, sys; print(json.dumps({"containerOverrides": [{"name": "web", "command": sys.argv[1:]}]}))' "$@")
task=$(aws ecs run-task --region "$REGION" --cluster "$SITE" --task-definition "$SITE-setup" --launch-type FARGATE \
    --network-configuration "$network" --overrides "$command" --query 'tasks[0].taskArn' --output text)
aws ecs wait tasks-stopped --region "$REGION" --cluster "$SITE" --tasks "$task"
aws logs get-log-events --region "$REGION" --log-group-name "/$SITE/web" --log-stream-name "web/web/${task##*/}" \
    --query 'events[].message' --output text
code=$(aws ecs describe-tasks --region "$REGION" --cluster "$SITE" --tasks "$task" --query 'tasks[0].containers[0].exitCode' --output text)
[ "$code" = 0 ]
