//! Who may do what: the roles of all kits as a table a person reads, and questions asked of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{everywhere, sites, stacks};

/// A resource or principal as it is written, without the ways of writing names.
fn word(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(word).collect::<Vec<_>>().join(", "),
        Value::Object(map) => {
            let entries = map.iter().map(|(key, inner)| match (key.as_str(), inner) {
                ("Ref", Value::String(name)) => format!("${{{name}}}"),
                ("Fn::GetAtt", Value::Array(path)) => {
                    format!("${{{}}}", path.iter().map(word).collect::<Vec<_>>().join("."))
                }
                ("Fn::Sub", inner) => word(inner),
                (key, inner) => format!("{key} {}", word(inner)),
            });
            entries.collect::<Vec<_>>().join(" and ")
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

fn list(value: &Value) -> Vec<String> {
    value.as_array().map_or_else(|| vec![word(value)], |items| items.iter().map(word).collect())
}

#[test]
fn every_role_may_do_what_the_table_says() {
    // By role and right, the forms that have it.
    let mut rows: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for (name, site) in sites() {
        let form = name.rsplit(' ').next().unwrap_or_default().to_owned();
        let stacks = stacks::all(&site);
        for role in everywhere(&stacks).filter(|resource| resource.kind == "AWS::IAM::Role") {
            let mut row = |right: String| {
                rows.entry((role.id.clone(), right)).or_default().insert(form.clone());
            };
            for trust in role.properties["AssumeRolePolicyDocument"]["Statement"].as_array().unwrap() {
                let only = trust.get("Condition").map(|of| format!("only if {}", word(of))).unwrap_or_default();
                row(format!("is taken by {} | {only}", word(&trust["Principal"])));
            }
            for policy in role.properties["ManagedPolicyArns"].as_array().into_iter().flatten() {
                row(format!("what AWS's {} says |", word(policy).rsplit('/').next().unwrap_or_default()));
            }
            for policy in role.properties["Policies"].as_array().into_iter().flatten() {
                for statement in policy["PolicyDocument"]["Statement"].as_array().unwrap() {
                    let on = word(&statement["Resource"]).replace("arn:${AWS::Partition}:", "");
                    let only = statement.get("Condition").map(|of| format!(", only if {}", word(of)));
                    row(format!("{} | {on}{}", word(&statement["Action"]), only.unwrap_or_default()));
                }
            }
        }
    }
    let mut table = String::from("# Who may do what\n\n| role | may | on | in the kits |\n|---|---|---|---|\n");
    for ((role, right), forms) in rows {
        table.push_str(&format!("| {role} | {right} | {} |\n", forms.into_iter().collect::<Vec<_>>().join(", ")));
    }
    expect_test::expect_file!["../../../tests/goldens/kit-roles.md"].assert_eq(&table);
}

/// Whether a text is one that a pattern with stars means.
fn means(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((start, rest)) => text.strip_prefix(start).is_some_and(|left| {
            (0..=left.len()).filter(|at| left.is_char_boundary(*at)).any(|at| means(rest, &left[at..]))
        }),
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Answer {
    Allowed,
    /// Only under a condition.
    Sometimes,
    Denied,
}

#[test]
fn nobody_may_more_than_is_asked_for() {
    use Answer::{Allowed, Denied, Sometimes};
    let s3 = |rest: &str| format!("arn:${{AWS::Partition}}:s3:::{rest}");
    let ours = |service: &str, rest: &str| {
        format!("arn:${{AWS::Partition}}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{rest}")
    };
    let asked: &[(&str, &str, &str, String, Answer)] = &[
        ("git", "WebRole", "s3:PutObject", s3("${MediaBucket}/wp-content/uploads/2026/a.jpg"), Allowed),
        ("git", "WebRole", "s3:PutObject", s3("${MediaBucket}/wp-config.php"), Denied),
        ("git", "WebRole", "s3:PutObjectAcl", s3("${MediaBucket}/wp-content/uploads/2026/a.jpg"), Denied),
        ("git", "WebRole", "s3:GetObject", s3("${Releases}/server.tar.gz"), Allowed),
        ("git", "WebRole", "s3:PutObject", s3("${Releases}/server.tar.gz"), Denied),
        ("git", "WebRole", "s3:GetObject", s3("somebody-elses/x"), Denied),
        ("git", "WebRole", "secretsmanager:GetSecretValue", "${DatabaseSecret}".into(), Allowed),
        ("git", "WebRole", "secretsmanager:GetSecretValue", "${DatabaseMasterSecret}".into(), Denied),
        ("git", "WebRole", "secretsmanager:PutSecretValue", "${DatabaseSecret}".into(), Denied),
        ("git", "WebRole", "iam:PassRole", "${WebRole}".into(), Denied),
        ("git", "WebRole", "ec2:AssociateAddress", ours("ec2", "elastic-ip/${Address.AllocationId}"), Denied),
        ("git", "BuildRole", "ssm:SendCommand", ours("ec2", "instance/i-1"), Sometimes),
        ("git", "BuildRole", "secretsmanager:GetSecretValue", "${DatabaseSecret}".into(), Denied),
        ("git", "PipelineRole", "ssm:SendCommand", ours("ec2", "instance/i-1"), Denied),
        (
            "ec2-self-healing",
            "WebRole",
            "ec2:AssociateAddress",
            ours("ec2", "elastic-ip/${Address.AllocationId}"),
            Allowed,
        ),
        ("ec2-self-healing", "WebRole", "ec2:AssociateAddress", ours("ec2", "elastic-ip/another"), Denied),
        ("ec2-self-healing", "WebRole", "ec2:AssociateAddress", ours("ec2", "instance/i-1"), Sometimes),
        ("fargate", "WebRole", "s3:DeleteObject", s3("${MediaBucket}/wp-content/uploads/2026/a.jpg"), Allowed),
        ("fargate", "WebRole", "secretsmanager:GetSecretValue", "${DatabaseSecret}".into(), Denied),
        ("fargate", "StartRole", "secretsmanager:GetSecretValue", "${DatabaseSecret}".into(), Allowed),
        ("fargate", "StartRole", "secretsmanager:GetSecretValue", "${DatabaseMasterSecret}".into(), Denied),
        ("fargate", "SetupRole", "secretsmanager:GetSecretValue", "${DatabaseMasterSecret}".into(), Allowed),
        ("fargate", "BuildRole", "ecr:PutImage", ours("ecr", "repository/${Site}"), Allowed),
        ("fargate", "BuildRole", "ecr:DeleteRepository", ours("ecr", "repository/${Site}"), Denied),
        ("fargate", "BuildRole", "ecs:UpdateService", ours("ecs", "service/${Site}/another"), Denied),
        ("fargate", "BuildRole", "ecs:RunTask", ours("ecs", "task-definition/${Site}-setup"), Denied),
    ];
    let mut answered = 0;
    for (name, site) in sites().filter(|(name, _)| name.starts_with("shop on ")) {
        let stacks = stacks::all(&site);
        for (form, id, action, on, wanted) in asked.iter().filter(|ask| name == format!("shop on {}", ask.0)) {
            let role = everywhere(&stacks).find(|resource| resource.id == *id).unwrap();
            let statements = role.properties["Policies"]
                .as_array()
                .into_iter()
                .flatten()
                .flat_map(|policy| policy["PolicyDocument"]["Statement"].as_array().into_iter().flatten());
            let mut got = Denied;
            for statement in statements {
                let fits = list(&statement["Action"]).iter().any(|pattern| means(pattern, action))
                    && list(&statement["Resource"]).iter().any(|pattern| means(pattern, on));
                match (fits, statement.get("Condition"), got) {
                    (true, None, _) => got = Allowed,
                    (true, Some(_), Denied) => got = Sometimes,
                    (true, Some(_), _) | (false, ..) => {}
                }
            }
            assert_eq!(got, *wanted, "{form}: {id} {action} on {on}");
            answered += 1;
        }
    }
    assert_eq!(answered, asked.len());
}
