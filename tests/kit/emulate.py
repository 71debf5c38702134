"""Creates, changes and deletes a kit's stacks in a local emulator of AWS (MiniStack), and looks at what is there afterwards.
Usage: emulate.py KIT TOOLS

Types the emulator does not know are replaced by a wait condition handle and listed in emulated.txt beside this file, so that the
list can only shrink knowingly."""

import json
import os
import pathlib
import re
import subprocess
import sys
import time
import urllib.request

HERE = pathlib.Path(__file__).parent
passed = failed = 0
PORT = 4599


def check(name: str, holds: bool, told: object = "") -> None:
    global passed, failed
    passed, failed = passed + bool(holds), failed + (not holds)
    print(f"{'ok     ' if holds else 'FAILED '} {name}{'' if holds else f': {told}'}", flush=True)


def main() -> int:
    kit, tools = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    program = tools / "kit-emulator/bin/ministack"
    if not program.exists():
        print("not run: stacks in an emulator, which cannot be had here")
        return 0
    environment = {**os.environ, "BIND_HOST": "127.0.0.1", "GATEWAY_PORT": str(PORT)}
    emulator = subprocess.Popen([program], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(150):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=1)
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.2)
        stacks(kit)
    finally:
        emulator.terminate()
        emulator.wait(20)
    print(f"test result: {'FAILED' if failed else 'ok'}. {passed} passed; {failed} failed; 0 ignored")
    return 1 if failed else 0


def stacks(kit: pathlib.Path) -> None:
    import boto3
    import yaml

    def client(name: str, region: str):
        return boto3.client(name, region_name=region, endpoint_url=f"http://127.0.0.1:{PORT}", aws_access_key_id="test", aws_secret_access_key="test")

    class Loader(yaml.SafeLoader):
        pass

    def tagged(loader, suffix, node):
        value = loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else loader.construct_sequence(node, deep=True)
        if suffix == "GetAtt":
            return {"Fn::GetAtt": value.split(".", 1)}
        return {suffix if suffix == "Ref" else f"Fn::{suffix}": value}

    Loader.add_multi_constructor("!", tagged)
    known = (HERE / "emulated.txt").read_text().split() if (HERE / "emulated.txt").exists() else []
    replaced: set[str] = set()
    given = {"Site": "site", "DomainName": "www.example.org", "OperatorEmail": "operator@example.org", "Repository": "owner/site",
             "CloudFrontPrefixList": "pl-12345678", "ZoneOfServer": "eu-central-1a", "Editors": "203.0.113.7/32"}
    made = []
    client("ssm", "eu-central-1").put_parameter(Name="/test/image", Value="ami-12345678", Type="String")
    zone = client("route53", "us-east-1").create_hosted_zone(Name="example.org", CallerReference="test")["HostedZone"]["Id"]
    given["HostedZone"] = zone.rsplit("/", 1)[-1]
    for file in sorted((kit / "cloudformation").iterdir()):
        name = file.stem.split("-", 1)[1]
        region = "us-east-1" if name == "edge" else "eu-central-1"
        template = yaml.load(file.read_text(), Loader)
        for id, resource in template["Resources"].items():
            if resource["Type"] in known:
                replaced.add(resource["Type"])
                template["Resources"][id] = {"Type": "AWS::CloudFormation::WaitConditionHandle"}
        gone = {id for id, resource in template["Resources"].items() if resource["Type"] == "AWS::CloudFormation::WaitConditionHandle"}
        text = json.dumps(template)
        for id in gone:
            text = re.sub(r'\{"Fn::GetAtt": \["' + id + r'", "[^"]*"\]\}', f'"{id}"', text)
            text = re.sub(r"\$\{" + id + r"\.[A-Za-z.]+\}", id, text)
        # The emulator's databases keep no master secret, which RDS does.
        text = re.sub(r'\{"Fn::GetAtt": \["\w+", "MasterUserSecret.SecretArn"\]\}', '"kept by RDS"', text)
        # The emulator has no public parameters of AWS's images.
        text = text.replace("AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", "String")
        wanted = template.get("Parameters", {})
        parameters = [{"ParameterKey": key, "ParameterValue": given[key]} for key in wanted if key in given]
        cloudformation = client("cloudformation", region)
        cloudformation.create_stack(StackName=f"site-{name}", TemplateBody=text, Parameters=parameters, Capabilities=["CAPABILITY_IAM"])
        stack = settled(cloudformation, f"site-{name}")
        reasons = [(event["LogicalResourceId"], event.get("ResourceStatusReason")) for event in cloudformation.describe_stack_events(StackName=f"site-{name}")["StackEvents"] if "FAILED" in event["ResourceStatus"]]
        check(f"stack {name} is created", stack["StackStatus"] == "CREATE_COMPLETE", reasons or stack.get("StackStatusReason"))
        given.update({output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])})
        made.append((name, region, text, parameters))
    check(f"{len(replaced)} types stand for what the emulator does not know, at most 15", len(replaced) <= 15, replaced)
    name, region, text, parameters = next((one for one in made if one[0] == "data"), made[0])
    if '"db.' in text:
        larger = re.sub(r'"Default": "db\.t4g\.\w+"', '"Default": "db.t4g.large"', text)
        cloudformation = client("cloudformation", region)
        cloudformation.update_stack(StackName="site-data", TemplateBody=larger, Parameters=parameters, Capabilities=["CAPABILITY_IAM"])
        check("stack data takes a larger class", settled(cloudformation, "site-data")["StackStatus"] == "UPDATE_COMPLETE")
    s3 = client("s3", "eu-central-1")
    for bucket in s3.list_buckets()["Buckets"]:
        try:
            block = s3.get_public_access_block(Bucket=bucket["Name"])["PublicAccessBlockConfiguration"]
            check(f"bucket {bucket['Name'].split('-')[1]} is closed to the public four times", all(block.values()) and len(block) == 4, block)
        except Exception as fault:
            check(f"bucket {bucket['Name']} says who may read it", False, fault)
    buckets = len(s3.list_buckets()["Buckets"])
    secrets = len(client("secretsmanager", "eu-central-1").list_secrets()["SecretList"])
    for name, region, _, _ in reversed(made):
        cloudformation = client("cloudformation", region)
        cloudformation.delete_stack(StackName=f"site-{name}")
        time.sleep(0.5)
    check(f"all {buckets} buckets are there after every stack was deleted", len(s3.list_buckets()["Buckets"]) == buckets)
    left = len(client("secretsmanager", "eu-central-1").list_secrets()["SecretList"])
    check(f"all {secrets} secrets are there as well", left == secrets, left)


def settled(cloudformation, name: str) -> dict:
    for _ in range(300):
        stack = cloudformation.describe_stacks(StackName=name)["Stacks"][0]
        if not stack["StackStatus"].endswith("IN_PROGRESS"):
            return stack
        time.sleep(0.2)
    return stack


sys.exit(main())
