"""Boots a real WordPress from a kit's own server/ on this machine: two web servers over one database, and asks it what a
reader, an editor and an attacker would; then exports its pages by another kit's own script. Usage: boot.py KIT EXPORTING_KIT CACHE

Files are used as they are but for their places: every absolute path is moved below a folder of the test. What cannot be had
here is said in a line that begins with "not run"."""

import hashlib
import http.client
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse

import wordpress

HOST = "www.example.org"
PLACES = [
    ("/etc/nginx/", "nginx/"), ("/run/nginx.pid", "nginx.pid"), ("/run/wordpress", "run"), ("/var/cache/nginx/pages", "pages"),
    ("/var/www/site", "site"), ("/var/www/acme", "acme"), ("/etc/wordpress", "etc"), ("/var/lib/wordpress", "lib"),
    ("/var/log", "log"), ("/usr/local/share/wordpress", "share"),
]
failed = 0
passed = 0


def check(name: str, holds: bool, told: object = "") -> None:
    global failed, passed
    passed, failed = passed + bool(holds), failed + (not holds)
    print(f"{'ok     ' if holds else 'FAILED '} {name}{'' if holds else f': {told}'}", flush=True)


def moved(text: str, node: pathlib.Path) -> str:
    for old, new in PLACES:
        text = text.replace(old, f"{node}/{new}")
    return text


class Node:
    """One web server: nginx and PHP from server/, everything below one folder."""

    def __init__(self, kit: pathlib.Path, work: pathlib.Path, name: str, port: int, fpm: str):
        self.home, self.port, self.fpm = work / name, port, fpm
        for folder in ["nginx", "run", "pages", "site", "etc", "lib/purge", "log/nginx", "share", "tmp", "conf.d"]:
            (self.home / folder).mkdir(parents=True)
        server = kit / "server"
        for file in (server / "nginx").iterdir():
            text = moved(file.read_text(), self.home).replace("listen 80 default_server", f"listen 127.0.0.1:{port}")
            (self.home / "nginx" / file.name).write_text(text.replace("set_real_ip_from 10.20.0.0/16", "set_real_ip_from 127.0.0.1"))
        shutil.copy("/etc/nginx/mime.types", self.home / "nginx/mime.types")
        (self.home / "nginx/media.conf").write_text("")
        (self.home / "conf.d/90-site.ini").write_text((server / "php/site.ini").read_text())
        pool = moved((server / "php/pool.conf").read_text(), self.home)
        (self.home / "fpm.conf").write_text(f"[global]\npid = {self.home}/fpm.pid\nerror_log = {self.home}/log/fpm.log\n{pool}")
        for file in (server / "bin").iterdir():
            (self.home / "share" / file.name).write_text(moved(file.read_text(), self.home))
        for folder in ["pages", "lib", "lib/purge", "run", "log", "tmp"]:
            shutil.chown(self.home / folder, "www-data", "www-data")

    def webroot(self, kit: pathlib.Path, root: pathlib.Path) -> None:
        site = self.home / "site/current"
        wordpress.webroot(root, site)
        source = kit / "server/wordpress"
        for file in ["wp-config.php", "healthz.php", "db.php"]:
            to = site / ("wp-content" if file == "db.php" else "") / file
            to.write_text(moved((source / file).read_text(), self.home))
        plugins = site / "wp-content/mu-plugins"
        plugins.mkdir(parents=True)
        for file in (source / "mu-plugins").iterdir():
            (plugins / file.name).write_text(moved(file.read_text(), self.home))
        (site / "wp-content/uploads").mkdir(exist_ok=True)
        subprocess.run(["chown", "-R", "www-data:www-data", site / "wp-content/uploads"], check=True)

    def start(self) -> None:
        scan = {**os.environ, "PHP_INI_SCAN_DIR": f":{self.home}/conf.d"}
        for test in [[self.fpm, "-t", "-y", self.home / "fpm.conf"], ["nginx", "-t", "-c", self.home / "nginx/nginx.conf"]]:
            done = subprocess.run(test, capture_output=True, text=True, env=scan)
            check(f"{self.home.name}: {pathlib.Path(test[0]).name} takes its configuration", done.returncode == 0, done.stderr)
        subprocess.run([self.fpm, "-y", self.home / "fpm.conf", "--daemonize"], check=True, env=scan)
        subprocess.run(["nginx", "-c", self.home / "nginx/nginx.conf"], check=True)

    def stop(self) -> None:
        for pid in ["nginx.pid", "fpm.pid"]:
            file = self.home / pid
            if file.exists() and file.read_text().strip():
                subprocess.run(["kill", file.read_text().strip()], check=False)

    def cron(self) -> subprocess.CompletedProcess:
        return subprocess.run(["runuser", "-u", "www-data", "--", "php", self.home / "share/cron.php"], capture_output=True, text=True)


class Answer:
    def __init__(self, response: http.client.HTTPResponse, body: bytes):
        self.status, self.body = response.status, body
        self.headers = [(name.lower(), value) for name, value in response.getheaders()]

    def header(self, name: str) -> str:
        return "; ".join(value for key, value in self.headers if key == name)

    @property
    def cached(self) -> str:
        return self.header("x-cache")


def ask(node: Node, path: str, method: str = "GET", body: object = None, cookies: dict | None = None, **headers: str) -> Answer:
    """A request as the load balancer hands it on: HTTPS at the reader, the reader's address in X-Forwarded-For."""
    sent = {"Host": HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9", "Accept": "*/*"}
    sent.update({name.replace("_", "-"): value for name, value in headers.items()})
    if cookies:
        sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    if isinstance(body, dict):
        body, sent["Content-Type"] = urllib.parse.urlencode(body), "application/x-www-form-urlencoded"
    connection = http.client.HTTPConnection("127.0.0.1", node.port, timeout=60)
    connection.request(method, path, body, sent)
    response = connection.getresponse()
    answer = Answer(response, response.read())
    connection.close()
    return answer


def sign_in(node: Node, password: str) -> dict:
    answer = ask(node, "/wp-login.php", "POST", {"log": "editor", "pwd": password, "wp-submit": "Log In", "testcookie": "1"},
                 {"wordpress_test_cookie": "WP%20Cookie%20check"}, X_Forwarded_For="203.0.113.50")
    cookies = {}
    for name, value in answer.headers:
        if name == "set-cookie":
            key, rest = value.split("=", 1)
            cookies[key] = rest.split(";", 1)[0]
            if "wordpress_logged_in" in key or "wordpress_sec" in key:
                check(f"cookie {key[:18]} is only sent by HTTPS", "secure" in value.lower(), value)
    check("the editor signs in", answer.status == 302 and any("logged_in" in name for name in cookies), (answer.status, answer.body[:200]))
    return cookies


def database(work: pathlib.Path) -> tuple[subprocess.Popen, int, str]:
    """A MariaDB of the test's own that takes encrypted connections alone, with an authority of its own."""
    data, port, password = work / "mysql", 13390, os.urandom(16).hex()
    data.mkdir()
    tls = work / "tls"
    tls.mkdir()
    def openssl(*words: str) -> None:
        subprocess.run(["openssl", *words], check=True, capture_output=True, cwd=tls)
    for name in ["ca", "other"]:
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.pem")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-keyout", "server.key", "-out", "server.csr")
    (tls / "san").write_text("subjectAltName=IP:127.0.0.1,DNS:localhost\n")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "san", "-out", "server.pem")
    subprocess.run(["chown", "-R", "mysql:mysql", data, tls], check=True)
    work.chmod(0o755)
    tls.chmod(0o755)
    conf = work / "my.cnf"
    conf.write_text(
        f"[mariadbd]\ndatadir={data}\nport={port}\nbind-address=127.0.0.1\nsocket={data}/sock\npid-file={data}/pid\n"
        f"ssl_cert={tls}/server.pem\nssl_key={tls}/server.key\nssl_ca={tls}/ca.pem\nrequire_secure_transport=ON\n"
        "innodb_buffer_pool_size=64M\nskip-name-resolve=1\nskip-log-bin\n"
    )
    subprocess.run(["mariadb-install-db", f"--defaults-file={conf}", "--user=mysql", "--auth-root-authentication-method=normal"], check=True, capture_output=True)
    server = subprocess.Popen(["mariadbd", f"--defaults-file={conf}", "--user=mysql"], stderr=open(work / "mysql.log", "w"))
    sql = (
        "CREATE DATABASE wordpress CHARACTER SET utf8mb4;"
        f"CREATE USER 'wordpress'@'127.0.0.1' IDENTIFIED BY '{password}' REQUIRE SSL; GRANT ALL ON wordpress.* TO 'wordpress'@'127.0.0.1';"
    )
    for _ in range(100):
        if subprocess.run(["mariadb", "--no-defaults", "-S", f"{data}/sock", "-u", "root", "-e", sql], capture_output=True).returncode == 0:
            return server, port, password
        time.sleep(0.2)
    raise RuntimeError((work / "mysql.log").read_text())


def main() -> int:
    kit, exporting, cache = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
    fpm = next((f"/usr/sbin/php-fpm{v}" for v in ["8.4", "8.3", "8.2"] if shutil.which(f"/usr/sbin/php-fpm{v}")), None)
    missing = [name for name in ["nginx", "mariadbd", "mariadb-install-db", "openssl", "apt-get", "runuser", "php"] if not shutil.which(name)]
    if missing or not fpm or os.geteuid() != 0:
        print(f"not run: WordPress from the kit's server/ needs root, php-fpm, and {', '.join(missing) or 'nothing else'}")
        return 0
    try:
        root = wordpress.fetch(cache)
    except (subprocess.CalledProcessError, OSError) as fault:
        print(f"not run: WordPress from the kit's server/, Debian's archive was not reached ({fault})")
        return 0
    work = pathlib.Path(tempfile.mkdtemp(prefix="kit-boot-"))
    started = time.monotonic()
    server, nodes = None, []
    try:
        server, port, password = database(work)
        nodes = [Node(kit, work, name, 18480 + at, fpm) for at, name in enumerate(["a", "b"])]
        secrets = subprocess.run(["php", kit / "server/bin/secrets.php"], check=True, capture_output=True, text=True,
                                 input=json.dumps({"username": "wordpress", "password": password}) + "\n" + json.dumps({"salt": "s" * 48}) + "\n").stdout
        for node in nodes:
            node.webroot(kit, root)
            (node.home / "etc/secrets.php").write_text(secrets)
            environment = (kit / "server/site.env").read_text()
            (node.home / "etc/site.env").write_text(re.sub('OBJECTS=".*"', 'OBJECTS="none"', re.sub('MEDIA=".*"', 'MEDIA="disk"', environment)))
            (node.home / "etc/stack.env").write_text(f'DOMAIN="{HOST}"\nDATABASE_HOST="127.0.0.1:{port}"\nDATABASE="managed"\n')
            shutil.copy(work / "tls/ca.pem", node.home / "etc/database-ca.pem")
        installer = ["runuser", "-u", "www-data", "--", "php", nodes[0].home / "share/install-site.php", "Kit", "editor@example.org"]
        done = subprocess.run(installer, capture_output=True, text=True)
        check("WordPress installs over an encrypted connection whose certificate is looked at", done.stdout.startswith("editor "), done.stdout[-600:] + done.stderr[-600:])
        password = done.stdout.split()[-1]
        again = subprocess.run(installer, capture_output=True, text=True)
        check("and not a second time", "already" in again.stdout, again.stdout[-300:])
        for node in nodes:
            node.start()
        print(f"        up after {time.monotonic() - started:.1f} s")
        look(nodes, work, password)
        export(nodes[0], exporting, work)
    finally:
        for node in nodes:
            node.stop()
        if server:
            server.terminate()
            server.wait(20)
        if failed:
            for node in nodes:
                for log in ["log/nginx/error.log", "log/fpm.log"]:
                    if (node.home / log).exists():
                        print(f"-- {node.home.name} {log}\n" + (node.home / log).read_text()[-1500:])
        shutil.rmtree(work, ignore_errors=True)
    print("not run: the object cache stopped and S3 uploads, as their plugins come from registries that are not asked here")
    print(f"test result: {'FAILED' if failed else 'ok'}. {passed} passed; {failed} failed; 0 ignored; in {time.monotonic() - started:.0f} s")
    return 1 if failed else 0


def look(nodes: list[Node], work: pathlib.Path, password: str) -> None:
    a, b = nodes
    check("/healthz.php answers", ask(a, "/healthz.php").status == 200)
    readers(a)
    attackers(a)
    editors(a, b, password)
    probe(a, work)
    tls_to_database(a, work)


def readers(a: Node) -> None:
    head = ask(a, "/?first=head", "HEAD")
    get = ask(a, "/?first=head")
    check("a HEAD that comes first leaves no empty page behind", head.status == 200 and len(get.body) > 1_000, (head.status, len(get.body)))
    first, second = ask(a, "/"), ask(a, "/")
    check("the front page is made once and kept", (first.status, first.cached, second.cached) == (200, "MISS", "HIT"), (first.status, first.cached, second.cached))
    check("workers run as www-data, so no page is a 502", second.status == 200)
    check("another query is another page", ask(a, "/?utm_source=x").cached == "MISS")
    check("a cookie of analytics changes nothing", ask(a, "/", cookies={"_ga": "1"}).cached == "HIT")
    for name in ["wordpress_logged_in_x", "wp-postpass_x", "comment_author_x", "woocommerce_items_in_cart", "wp_woocommerce_session_x"]:
        answer = ask(a, "/", cookies={name: "1"})
        check(f"{name} is never answered from the cache", answer.cached == "BYPASS", answer.cached)
        check(f"{name} gets a page that nobody keeps", "no-store" in answer.header("cache-control"), answer.header("cache-control"))
    check("the log-in page is not kept", {ask(a, "/wp-login.php", X_Forwarded_For="203.0.113.60").cached for _ in range(2)} == {"BYPASS"})
    check("a POST is not kept", ask(a, "/", "POST", {"s": "x"}).cached in ("", "BYPASS"))
    missing = [ask(a, "/no-such-page/") for _ in range(2)]
    check("a missing page is a 404", missing[0].status == 404)
    login = ask(a, "/wp-login.php", X_Forwarded_For="203.0.113.61").body
    check("the site names itself by HTTPS alone", b"https://www.example.org/" in login and b"http://www.example.org" not in login)
    sheet = ask(a, "/wp-includes/css/dashicons.min.css")
    check("files may be kept for 30 days", "max-age=2592000" in sheet.header("cache-control"), sheet.headers)
    check("/wp-admin/ leads to the log-in by HTTPS", ask(a, "/wp-admin/").header("location").startswith("https://www.example.org/wp-login.php"), ask(a, "/wp-admin/").headers)


def attackers(a: Node) -> None:
    for path in ["/xmlrpc.php", "/wp-cron.php", "/wp-config.php", "/.git/config", "/.env", "/wp-content/uploads/x.php", "/wp-admin/install.php",
                 "/readme.html", "/wp-content/debug.log", "/backup.sql"]:
        check(f"{path} is refused", ask(a, path).status == 403, ask(a, path).status)
    check("a POST to xmlrpc.php is refused", ask(a, "/xmlrpc.php", "POST", "<x/>").status == 403)
    statuses = [ask(a, "/wp-login.php", "POST", {"log": "x", "pwd": "x"}, X_Forwarded_For="203.0.113.66").status for _ in range(16)]
    check("log-ins beyond the burst are refused", 429 in statuses and statuses[0] == 200, statuses)
    check("whoever tries another address may still come", ask(a, "/wp-login.php", X_Forwarded_For="203.0.113.67").status == 200)
    spoofed = [ask(a, "/wp-login.php", "POST", {"log": "x", "pwd": "x"}, X_Forwarded_For=f"10.9.9.{at}, 203.0.113.68").status for at in range(16)]
    check("a made-up X-Forwarded-For does not get around that", 429 in spoofed, spoofed)


def editors(a: Node, b: Node, password: str) -> None:
    cookies = sign_in(a, password)
    page = ask(a, "/wp-admin/", cookies=cookies)
    check("the dashboard opens", page.status == 200 and b"dashboard" in page.body.lower(), page.status)
    check("who is signed in at one server is at the other", ask(b, "/wp-admin/", cookies=cookies).status == 200)
    nonce = ask(a, "/wp-admin/admin-ajax.php?action=rest-nonce", cookies=cookies).body.decode()
    check("plugins cannot be installed where a release brings them", ask(a, "/wp-admin/plugin-install.php", cookies=cookies).status == 403)
    ask(a, "/"), ask(b, "/")
    check("both servers have the front page", (ask(a, "/").cached, ask(b, "/").cached) == ("HIT", "HIT"))
    post = ask(a, "/wp-json/wp/v2/posts", "POST", json.dumps({"title": "Fresh from the kit", "status": "publish"}), cookies,
               X_WP_Nonce=nonce, Content_Type="application/json")
    check("a post is published", post.status == 201, (post.status, post.body[:300]))
    check("it shows on the front page at once", b"Fresh from the kit" in ask(a, "/").body)
    stale = ask(b, "/")
    done = b.cron()
    check("cron runs on the other server", done.returncode == 0, done.stdout + done.stderr)
    check("after its next minute it shows there, too", b"Fresh from the kit" not in stale.body and b"Fresh from the kit" in ask(b, "/").body, stale.cached)
    check("the change is queued for CloudFront", any((a.home / "lib/purge").glob("*.paths")))
    picture = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000" "1f15c4890000000d49444154789c6360000002000001" "e221bc330000000049454e44ae426082")
    media = ask(a, "/wp-json/wp/v2/media", "POST", picture, cookies, X_WP_Nonce=nonce, Content_Type="image/png", Content_Disposition='attachment; filename="dot.png"')
    check("a picture is uploaded", media.status == 201, (media.status, media.body[:300]))
    if media.status == 201:
        path = urllib.parse.urlparse(json.loads(media.body)["source_url"]).path
        check("it is there on the server it was uploaded to", ask(a, path).status == 200)
        check("and missing on the other, as local uploads are: hence the bucket", ask(b, path).status == 404, ask(b, path).status)
    at_once = [subprocess.Popen(["runuser", "-u", "www-data", "--", "php", node.home / "share/cron.php"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for node in (a, b, a)]
    check("cron on several servers at once goes well", all(process.wait(60) == 0 for process in at_once))


def probe(a: Node, work: pathlib.Path) -> None:
    """The script that asks a site about itself: it tells what is there, changes nothing, and the program takes what it prints."""
    site, script = a.home / "site/current", work / "groundplan-probe.php"
    shutil.copy(pathlib.Path(__file__).resolve().parents[2] / "assets/probe/groundplan-probe.php", script)

    def sums() -> tuple:
        dump = ["mariadb-dump", "--no-defaults", "-S", work / "mysql/sock", "-u", "root", "--skip-dump-date", "wordpress"]
        tables = subprocess.run(dump, capture_output=True, check=True).stdout
        files = sorted((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in site.rglob("*") if file.is_file())
        return hashlib.sha256(tables).hexdigest(), files

    before = sums()
    run = ["runuser", "-u", "www-data", "--", "php", script]
    done = subprocess.run(run, capture_output=True, text=True, cwd=site, timeout=300)
    check("the probe runs on a real WordPress", done.returncode == 0 and done.stdout.lstrip().startswith("{"), done.stdout[-400:] + done.stderr[-400:])
    check("it changes no table and no file of the site", sums() == before)
    if not done.stdout.lstrip().startswith("{"):
        return
    told = json.loads(done.stdout)
    version = re.search(r"wp_version = '([^']+)'", (site / "wp-includes/version.php").read_text()).group(1)
    check("it names the version that is installed", told["wordpress"] == version, (told["wordpress"], version))
    check("it rendered public pages three times each", told["pages"] >= 2 and told["renders"] == 3 * told["pages"], (told["pages"], told["renders"]))
    check("a page takes time, queries and files", all(told[what] and 0 < told[what][0] <= told[what][1] for what in ["php_ms", "queries", "files", "memory_mb"]), told)
    check("the theme is a block theme and there is no shop", (told["theme"], told["shop"]) == ("block", False), told["theme"])
    uploads = sum(file.stat().st_size for file in (site / "wp-content/uploads").rglob("*") if file.is_file()) / 1e9
    check("uploads are as large as they are", abs(told["uploads_gb"] - uploads) < 0.002, (told["uploads_gb"], uploads))
    check("it tells no name, address or path", not re.search(r"example|/|@|editor|www-data", done.stdout), done.stdout)
    noise = site / "wp-content/mu-plugins/noise.php"
    noise.write_text("<?php echo 'noise'; trigger_error('noise', E_USER_WARNING);")
    noisy = subprocess.run([*run[:-1], "-d", "display_errors=1", script], capture_output=True, text=True, cwd=site, timeout=300)
    noise.unlink()
    check("what plugins print is no part of it", noisy.stdout.startswith("{") and "noise" not in noisy.stdout, noisy.stdout[:300])
    outside = subprocess.run(run, capture_output=True, text=True, cwd=work)
    check("outside WordPress it says where to run it", outside.returncode == 1 and "wp-load.php" in outside.stderr, outside.stderr)
    groundplan = os.environ.get("GROUNDPLAN_PROGRAM")
    if not groundplan:
        print("not run: what the probe prints was not handed to the program, as GROUNDPLAN_PROGRAM does not name it")
        return
    (work / "probe.json").write_text(done.stdout)
    answers = subprocess.run([groundplan, "presets", "blog"], capture_output=True, check=True).stdout
    advised = subprocess.run([groundplan, "advise", "-", "--probe", work / "probe.json", "--format", "json"], input=answers, capture_output=True)
    check("the program takes what it prints", advised.returncode == 0 and version.encode() in advised.stdout, advised.stderr[-400:])


# Stands for the AWS command line: buckets are folders, and what was asked for is noted.
AWS = """#!/usr/bin/env bash
set -euo pipefail
echo "$*" >>"$BUCKETS/asked"
words=("$@")
from=${words[4]} to=${words[5]:-}
folder() { if [[ $1 = s3://* ]]; then echo "$BUCKETS/${1#s3://}"; else echo "$1"; fi; }
case "$1 $2" in
"cloudformation describe-stacks") if [[ $* = *PagesBucket* ]]; then echo pages-bucket; else echo E123; fi ;;
"cloudfront create-invalidation") echo I123 ;;
"s3 sync")
    mkdir -p "$(folder "$to")"
    gone=(); [[ $* != *--delete* ]] || gone=(--delete)
    rsync -a "${gone[@]}" "$(folder "$from")/" "$(folder "$to")/" ;;
"s3 cp")
    if [ "$from" = - ]; then mkdir -p "$(dirname "$(folder "$to")")"; cat >"$(folder "$to")"
    elif [ "$to" = - ]; then cat "$(folder "$from")"; fi ;;
"s3 ls") ls "$(folder "$from")" ;;
esac
"""


def export(a: Node, kit: pathlib.Path, work: pathlib.Path) -> None:
    """WordPress as people write in it, by HTTP and under its own name, and the script that makes files of it."""
    if missing := [name for name in ["wget", "curl", "rsync"] if not shutil.which(name)]:
        print(f"not run: the export of pages, {', '.join(missing)} cannot be had here")
        return
    config = a.home / "site/current/wp-config.php"
    config.write_text(config.read_text().replace("'https://'", "'http://'"))
    stack = a.home / "etc/stack.env"
    stack.write_text(stack.read_text().replace(HOST, "edit.example.org"))
    # PHP looks at a file once only, as a release brings them.
    subprocess.run(["kill", "-USR2", (a.home / "fpm.pid").read_text().strip()], check=True)
    for page in (a.home / "pages").rglob("*"):
        if page.is_file():
            page.unlink()
    for _ in range(100):
        if "http://edit.example.org/" in ask(a, f"/wp-login.php?at={time.monotonic()}", X_Forwarded_For="203.0.113.80").body.decode():
            break
        time.sleep(0.2)
    copy, buckets = work / "export-kit", work / "buckets"
    shutil.copytree(kit, copy)
    (work / "bin").mkdir()
    (work / "bin/aws").write_text(AWS)
    (work / "bin/aws").chmod(0o755)
    buckets.mkdir()
    plain = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    environment = {**plain, "PATH": f"{work}/bin:{os.environ['PATH']}", "BUCKETS": str(buckets), "SOURCE": "http://edit.example.org",
                   "http_proxy": f"http://127.0.0.1:{a.port}"}
    done = subprocess.run([copy / "bin/export.sh"], capture_output=True, text=True, env=environment)
    check("pages are exported", done.returncode == 0 and "pages are live" in done.stdout, done.stdout[-800:] + done.stderr[-2500:])
    live = buckets / "pages-bucket/pages"
    front = (live / "index.html").read_text() if (live / "index.html").exists() else ""
    check("the front page is a file with the published post on it", "Fresh from the kit" in front, front[:300])
    check("it names the site readers know, and nowhere the one people write in", HOST in front and "edit.example.org" not in front)
    check("a post, its feed, the sitemap and a page for what is missing are files", all([
        list(live.glob("**/fresh-from-the-kit/index.html")), list(live.glob("**/feed/index.html")), (live / "wp-sitemap.xml").exists(), (live / "404.html").exists()]),
        sorted(str(file.relative_to(live)) for file in live.rglob("*.html"))[:40])
    check("style sheets and scripts have no version in their names", not list(live.glob("**/*?ver=*")) and list(live.glob("wp-includes/**/*.css")))
    check("nothing of wp-admin was taken along", not (live / "wp-admin").exists() and not (live / "wp-login.php").exists())
    asked = (buckets / "asked").read_text()
    check("CloudFront was told once, by one wildcard", asked.count("create-invalidation") == 1 and "--paths /*" in asked)
    if not (buckets / "pages-bucket/exports").exists():
        return
    first = next((buckets / "pages-bucket/exports").iterdir()).name
    (live / "index.html").write_text("spoiled")
    done = subprocess.run([copy / "bin/export.sh", "--back", first], capture_output=True, text=True, env=environment)
    check("an earlier export comes back", done.returncode == 0 and (live / "index.html").read_text() == front, done.stderr[-800:])
    a.stop()
    done = subprocess.run([copy / "bin/export.sh"], capture_output=True, text=True, env=environment)
    check("with WordPress gone nothing is published, and nothing is lost", done.returncode != 0 and (live / "index.html").read_text() == front, done.stdout[-300:])


def tls_to_database(a: Node, work: pathlib.Path) -> None:
    ask(a, "/")
    shutil.copy(work / "tls/other.pem", a.home / "etc/database-ca.pem")
    refused = ask(a, "/wp-login.php?again=1", X_Forwarded_For="203.0.113.70")
    check("a database with another authority's certificate is refused", refused.status == 500, refused.status)
    check("and the page says so, without a name or a password", b"database connection" in refused.body, refused.body[:200])
    check("pages that were kept are served meanwhile", ask(a, "/").status == 200)
    shutil.copy(work / "tls/ca.pem", a.home / "etc/database-ca.pem")
    status = [ask(a, "/wp-login.php?again=2", X_Forwarded_For="203.0.113.71").status]
    check("with the right one it is there again", status == [200], status)
    told = ask(a, "/healthz.php")
    check("the health check never asked the database", told.status == 200 and "no-store" in told.header("cache-control"), told.headers)


sys.exit(main())
