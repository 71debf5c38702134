"""Looks at kits with the tools that read them in production: cfn-lint, checkov, shellcheck, yamllint, nginx, PHP, composer,
cloud-init, zizmor, gixy, Node. Usage: lint.py KITS TOOLS [PART]…

KITS holds a folder for each example client, and in it a kit for each form. TOOLS holds Python environments by name. What cannot
be had here is said in a line that begins with "not run"."""

import collections
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

KITS, TOOLS = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
WORK = pathlib.Path(tempfile.mkdtemp(prefix="kit-lint-"))
passed = failed = 0
missing: list[str] = []
# Reasons are in the templates; here stands how many different checks may be left out in all.
MOST_SKIPS = 8
# The major version of a database alone is what RDS takes: one written ignore.
MOST_IGNORES = 2
# Advice of gixy on speed that boot.py shows to be wrong here: with open files remembered, a page that was dropped is still served.
NOT_FOLLOWED = {"try_files_is_evil_too"}


def check(name: str, holds: bool, told: object = "") -> None:
    global passed, failed
    passed, failed = passed + bool(holds), failed + (not holds)
    print(f"{'ok     ' if holds else 'FAILED '} {name}{'' if holds else f': {told}'}", flush=True)


def tool(environment: str, name: str) -> pathlib.Path | None:
    program = TOOLS / environment / "bin" / name
    found = program if program.exists() else shutil.which(name)
    if not found:
        missing.append(name)
    return pathlib.Path(found) if found else None


def run(*command: object, **options: object) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)


def unique(pattern: str) -> list[pathlib.Path]:
    """One of each: most kits share most files. Each is named by what it is and where it was found first."""
    found: dict[str, pathlib.Path] = {}
    for file in sorted(KITS.glob(f"*/*/{pattern}")):
        if file.is_file():
            found.setdefault(file.name + hashlib.sha256(file.read_bytes()).hexdigest(), file)
    return list(found.values())


def as_literal(text: str) -> str:
    """Defaults written in: cfn-lint judges classes and instance types only where they are literal."""
    for name, default in re.findall(r"^  (\w+):\n(?:    .*\n)*?    Default: (\S+)\n", text, re.M):
        if name in ("WebType", "DatabaseClass", "CacheNode", "FilesType", "StagingType"):
            text = text.replace(f"!Ref {name}\n", f"{default}\n")
            text = re.sub(rf"^  {name}:\n(?:    .*\n)+", "", text, flags=re.M)
    return text


def templates() -> None:
    originals = unique("cloudformation/*.yaml")
    lint = tool("kit-lint", "cfn-lint")
    if lint:
        copies = WORK / "templates"
        copies.mkdir()
        for at, file in enumerate(originals):
            form = file.parent.parent.name
            (copies / f"{at:03}-{form}-{file.name}").write_text(as_literal(file.read_text()))
        regions = ["us-east-1", "us-west-2", "eu-central-1", "eu-west-1", "ap-southeast-2", "ap-northeast-1", "sa-east-1", "ap-south-1"]
        here, there = [], []
        for copy in sorted(copies.iterdir()):
            (there if copy.name.endswith("40-edge.yaml") else here).append(copy)
        for files, where in [(here, regions), (there, ["us-east-1"])]:
            done = run(lint, "--format", "parseable", "--regions", *where, "--", *files)
            found = collections.Counter(row.split(":")[-2] for row in done.stdout.splitlines() if row.count(":") > 4)
            check(f"cfn-lint: {len(files)} templates, {len(where)} Regions, 0 errors and 0 warnings", done.returncode == 0, f"{dict(found)}\n{done.stdout[:3000]}{done.stderr[:500]}")
        ignores = {code for file in originals for row in re.findall(r"ignore_checks:\n((?: +- .*\n)+)", file.read_text()) for code in re.findall(r"[EWI]\d{4}", row)}
        check(f"cfn-lint: {len(ignores)} written ignores, at most {MOST_IGNORES}", len(ignores) <= MOST_IGNORES, ignores)
    checkov = tool("kit-checkov", "checkov")
    if checkov:
        folder = WORK / "policies"
        folder.mkdir()
        for at, file in enumerate(originals):
            shutil.copy(file, folder / f"{at:03}-{file.parent.parent.name}-{file.name}")
        done = run(checkov, "-d", folder, "--framework", "cloudformation", "--quiet", "-o", "json")
        told = json.loads(done.stdout[done.stdout.index("{" if not done.stdout.startswith("[") else "["):])
        results = [told] if isinstance(told, dict) else told
        bad = [(entry["check_id"], entry["resource"], entry["file_path"]) for result in results for entry in result["results"]["failed_checks"]]
        good = sum(result["summary"]["passed"] for result in results)
        skipped = {code for file in originals for code in re.findall(r"id: (CKV2?_AWS_\d+)", file.read_text())}
        check(f"checkov: {len(originals)} templates, {good} passed, 0 failed", not bad, bad[:20])
        check(f"checkov: {len(skipped)} checks left out with a reason, at most {MOST_SKIPS}", len(skipped) <= MOST_SKIPS, sorted(skipped))
        docker = unique("container/Dockerfile")
        done = run(checkov, "-f", *docker, "--framework", "dockerfile", "--compact", "--quiet", "-o", "json")
        told = json.loads(done.stdout[done.stdout.index("{"):])
        check(f"checkov: {len(docker)} Dockerfile, {told['summary']['passed']} passed, 0 failed", told["summary"]["failed"] == 0, done.stdout[:2000])
        for form in ["git"]:
            one = sorted((KITS / "shop").glob(f"{form}-kit/cloudformation"))
            done = run(checkov, "-d", one[0], "--framework", "cloudformation", "--compact", "--quiet", "-o", "json")
            told = json.loads(done.stdout)
            check(f"checkov: the {form} form alone passes {told['summary']['passed']}, at least 80", told["summary"]["passed"] >= 80)


def scripts() -> None:
    shellcheck = tool("kit-lint", "shellcheck")
    files = unique("**/*.sh")
    check(f"bash reads {len(files)} scripts", all(run("bash", "-n", file).returncode == 0 for file in files))
    if shellcheck:
        found = [(file, done.stdout) for file in files for done in [run(shellcheck, "-S", "style", "-x", file.name, cwd=file.parent)] if done.returncode]
        check(f"shellcheck: {len(files)} scripts, 0 findings of any weight", not found, "\n".join(text for _, text in found)[:3000])
    fences = 0
    broken = []
    for file in unique("**/*.md"):
        for block in re.findall(r"```bash\n(.*?)```", file.read_text(), re.S):
            fences += 1
            done = run("bash", "-n", input=block)
            if done.returncode:
                broken.append((file.name, done.stderr))
    check(f"bash reads {fences} commands in documents", not broken, broken)


def documents() -> None:
    yamllint = tool("kit-lint", "yamllint")
    if yamllint:
        rules = "{extends: default, rules: {line-length: disable, document-start: disable, braces: disable, brackets: disable, comments: {min-spaces-from-content: 1, require-starting-space: false}, truthy: {check-keys: false}, quoted-strings: disable, indentation: {spaces: 2, indent-sequences: consistent}}}"
        files = unique("cloudformation/*.yaml") + unique("**/*.yml") + unique("cloud-init.yaml")
        done = run(yamllint, "-f", "parsable", "-d", rules, *files)
        check(f"yamllint: {len(files)} files, 0 findings", done.returncode == 0 and not done.stdout, done.stdout[:2000])
    for file in unique("**/*.json"):
        json.loads(file.read_text())
    check(f"{len(unique('**/*.json'))} JSON files read", True)
    if cloud_init := shutil.which("cloud-init"):
        files = unique("cloud-init.yaml")
        done = [run(cloud_init, "schema", "--config-file", file) for file in files]
        check(f"cloud-init takes {len(files)} files", all(one.returncode == 0 for one in done), [one.stdout + one.stderr for one in done if one.returncode])
    else:
        missing.append("cloud-init")
    zizmor = tool("kit-lint", "zizmor")
    if zizmor:
        flows = unique(".github/workflows/*.yml")
        done = run(zizmor, "--offline", "--no-progress", *flows)
        check(f"zizmor: {len(flows)} workflows, 0 findings", done.returncode == 0, done.stdout[-2500:])
    if composer := shutil.which("composer"):
        for file in unique("site/composer.json"):
            done = run(composer, "validate", "--strict", "--no-check-lock", "--no-interaction", file)
            check("composer takes composer.json", done.returncode == 0, done.stdout + done.stderr)
    else:
        missing.append("composer")
    if analyze := shutil.which("systemd-analyze"):
        units = unique("server/systemd/*.timer")
        folder = WORK / "units"
        folder.mkdir()
        for file in unique("server/systemd/*.timer") + unique("server/systemd/*.service"):
            # What is run is there on a server only.
            (folder / file.name).write_text(re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", file.read_text()).replace("EnvironmentFile=/", "EnvironmentFile=-/"))
        done = run(analyze, "verify", "--man=no", *[folder / unit.name for unit in units])
        check(f"systemd takes {len(units)} timers and their services", done.returncode == 0, done.stderr[:1500])
    else:
        missing.append("systemd-analyze")


def server() -> None:
    if php := shutil.which("php"):
        files = unique("**/*.php")
        bad = [done.stdout for file in files for done in [run(php, "-l", file)] if done.returncode]
        check(f"PHP reads {len(files)} files", not bad, bad)
    else:
        missing.append("php")
    gixy = tool("kit-lint", "gixy")
    nginx = shutil.which("nginx")
    if not nginx:
        missing.append("nginx")
    seen, refused, found = set(), [], []
    for sizes in unique("server/nginx/sizes.conf"):
        source = sizes.parent
        key = sizes.read_text() + (source / "server.conf").read_text()
        if key in seen:
            continue
        seen.add(key)
        home = WORK / f"nginx-{len(seen)}"
        (home / "tls").mkdir(parents=True)
        run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=x", "-keyout", home / "tls/privkey.pem", "-out", home / "tls/fullchain.pem")
        for file in source.iterdir():
            text = file.read_text().replace("/etc/nginx/", f"{home}/").replace("/etc/wordpress/tls", f"{home}/tls")
            text = text.replace("/var/cache/nginx/pages", f"{home}/pages").replace("/var/log/nginx", str(home)).replace("/run/nginx.pid", f"{home}/pid")
            (home / file.name).write_text(text)
        (home / "media.conf").write_text("")
        shutil.copy("/etc/nginx/mime.types", home / "mime.types") if pathlib.Path("/etc/nginx/mime.types").exists() else (home / "mime.types").write_text("types { text/html html; }\n")
        if nginx:
            done = run(nginx, "-t", "-c", home / "nginx.conf")
            if done.returncode:
                refused.append(done.stderr)
        if gixy:
            done = run(gixy, "-l", "-l", "-f", "json", home / "nginx.conf")
            entries = [entry for entry in json.loads(done.stdout or "[]") if entry.get("severity") in ("HIGH", "MEDIUM") and entry["plugin"] not in NOT_FOLLOWED]
            found += [(entry["plugin"], entry["summary"], entry.get("config", "")[:300]) for entry in entries]
    if nginx:
        check(f"nginx takes {len(seen)} configurations", not refused, refused)
    if gixy:
        check(f"gixy: {len(seen)} configurations, 0 findings of weight high or medium, {len(NOT_FOLLOWED)} advice not followed with a reason", not found, found)


FUNCTION = """
const assert = require('assert'); const fs = require('fs');
const handler = new Function(fs.readFileSync(process.argv[1], 'utf8') + '; return handler;')();
const ask = (cookies, query, headers) => handler({ request: { uri: '/', method: 'GET', headers: headers || {}, querystring: query || {},
  cookies: Object.fromEntries(Object.entries(cookies || {}).map(([name, value]) => [name, { value }])) } });
const personal = (...given) => (ask(...given).headers['x-personal'] || {}).value;
const value = (text) => ({ value: text });
const cases = [
  () => assert.equal(personal({}), undefined),
  () => assert.equal(personal({ _ga: '1', wordpress_test_cookie: 'x' }), undefined),
  () => assert.equal(personal({ wordpress_logged_in_ab: '7' }), 'wordpress_logged_in_ab=7'),
  () => assert.equal(personal({ wordpress_sec_ab: '7' }), 'wordpress_sec_ab=7'),
  () => assert.equal(personal({ 'wp-postpass_ab': '7' }), 'wp-postpass_ab=7'),
  () => assert.equal(personal({ comment_author_ab: 'me' }), 'comment_author_ab=me'),
  () => assert.equal(personal({ woocommerce_items_in_cart: '1' }), 'woocommerce_items_in_cart=1'),
  () => assert.equal(personal({ wp_woocommerce_session_ab: '1', woocommerce_cart_hash: '2' }), 'woocommerce_cart_hash=2;wp_woocommerce_session_ab=1'),
  () => assert.equal(personal({ woocommerce_cart_hash: '2', wp_woocommerce_session_ab: '1' }), 'woocommerce_cart_hash=2;wp_woocommerce_session_ab=1'),
  () => assert.equal(personal({}, {}, { 'x-personal': value('made up') }), undefined),
  () => assert.deepEqual(Object.keys(ask({}, { utm_source: value('a'), p: value('1'), gclid: value('b'), fbclid: value('c') }).querystring), ['p']),
  () => assert.deepEqual(Object.keys(ask({}, { s: value('x'), paged: value('2') }).querystring), ['paged', 's']),
];
cases.forEach((one) => one());
console.log(cases.length);
"""


INDEX = """
const assert = require('assert'); const fs = require('fs');
const handler = new Function(fs.readFileSync(process.argv[1], 'utf8') + '; return handler;')();
const ask = (uri) => { const got = handler({ request: { uri } }); return got.uri || [got.statusCode, got.headers.location.value]; };
const cases = [
  ['/', '/index.html'], ['/about/', '/about/index.html'], ['/about', [301, '/about/']], ['/style.css', '/style.css'],
  ['/feed/', '/feed/index.html'], ['//evil.example/', '/evil.example/index.html'], ['//evil', [301, '/evil/']],
];
cases.forEach(([uri, wanted]) => assert.deepEqual(ask(uri), wanted));
console.log(cases.length);
"""


def edge() -> None:
    if node := shutil.which("node"):
        functions = {re.search(r"FunctionCode: \|\n((?: {8}.*\n|\n)+)", file.read_text()).group(1) for file in unique("cloudformation/40-edge.yaml") if "FunctionCode" in file.read_text()}
        for text in functions:
            file = WORK / "function.js"
            file.write_text("\n".join(row[8:] for row in text.splitlines()))
            what, cases, wanted = ("of pages", INDEX, "7") if "index.html" in text else ("of the site", FUNCTION, "12")
            done = run(node, "-e", cases, file)
            check(f"the CloudFront function {what} decides {wanted} cases rightly", done.returncode == 0 and done.stdout.strip() == wanted, done.stderr[:800])
            check("and is small enough for CloudFront Functions (10 KB)", file.stat().st_size < 10_240)
    else:
        missing.append("node")


def archives() -> None:
    files = sorted(KITS.glob("*.zip"))
    for file in files:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            good = archive.testzip() is None and all(not name.startswith("/") and ".." not in name and "\\" not in name for name in names)
            runs = all((entry.external_attr >> 16) & 0o111 for entry in archive.infolist() if entry.filename.endswith(".sh"))
            check(f"{file.name}: {file.stat().st_size} bytes, at most 102,400, opens, {len(names)} files with their modes", good and runs and file.stat().st_size <= 102_400)


def main() -> int:
    for part in [templates, scripts, documents, server, edge, archives]:
        if not sys.argv[3:] or part.__name__ in sys.argv[3:]:
            part()
    shutil.rmtree(WORK, ignore_errors=True)
    if missing:
        print(f"not run: {', '.join(sorted(set(missing)))}, which cannot be had here")
    print(f"test result: {'ok' if not failed else 'FAILED'}. {passed} passed; {failed} failed; 0 ignored")
    return 1 if failed else 0


sys.exit(main())
