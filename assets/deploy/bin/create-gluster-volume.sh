#!/usr/bin/env bash
# Joins the three bricks to one replicated volume. Once, after the data stack.
set -euo pipefail

cd "$(dirname "$0")/.."
# shellcheck source=/dev/null
. ./site.env
mapfile -t addresses < <(aws ec2 describe-instances --region "$REGION" --output text \
    --filters "Name=tag:Site,Values=$SITE" "Name=tag:Role,Values=files" Name=instance-state-name,Values=running \
    --query 'sort_by(Reservations[].Instances[], &PrivateIpAddress)[].PrivateIpAddress' | tr '\t' '\n')
first=$(aws ec2 describe-instances --region "$REGION" --output text \
    --filters "Name=private-ip-address,Values=${addresses[0]}" --query 'Reservations[0].Instances[0].InstanceId')
commands="gluster peer probe ${addresses[1]} && gluster peer probe ${addresses[2]} && sleep 5"
commands="$commands && gluster volume create site replica 3"
for address in "${addresses[@]}"; do
    commands="$commands $address:/srv/brick/site"
done
commands="$commands && gluster volume start site && gluster volume status site"
aws ssm send-command --region "$REGION" --instance-ids "$first" --document-name AWS-RunShellScript \
    --parameters "commands=[\"$commands\"]" --query Command.CommandId --output text
