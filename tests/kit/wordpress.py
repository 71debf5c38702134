"""Brings a real WordPress from Debian's archive, without touching the system: packages of trixie, unpacked into a folder."""

import os
import pathlib
import shutil
import subprocess

PACKAGES = [
    "wordpress", "wordpress-theme-twentytwentyfive", "libjs-cropper", "libjs-lodash", "libjs-underscore", "php-getid3",
    "libphp-phpmailer",
]


def fetch(cache: pathlib.Path) -> pathlib.Path:
    """The unpacked packages; fetched once, kept in the cache."""
    root = cache / "wordpress-trixie"
    if (root / "usr/share/wordpress/wp-load.php").exists():
        return root
    work = cache / "wordpress-apt"
    shutil.rmtree(work, ignore_errors=True)
    for folder in ["lists/partial", "cache/archives/partial", "debs"]:
        (work / folder).mkdir(parents=True)
    keys = "/usr/share/keyrings/debian-archive-keyring.gpg"
    # The archive this machine's own packages come from has the other release as well.
    targets = ["apt-get", "indextargets", "--format", "$(SITE)", "Created-By: Packages", "Origin: Debian", "Label: Debian"]
    sites = subprocess.run(targets, check=True, capture_output=True, text=True).stdout.split()
    if not sites:
        raise OSError("apt has no archive of Debian")
    (work / "sources.list").write_text(f"deb [signed-by={keys}] {sites[0]} trixie main\n")
    options = [
        "-q", "-o", f"Dir::Etc::sourcelist={work}/sources.list", "-o", "Dir::Etc::sourceparts=/dev/null",
        "-o", f"Dir::State::lists={work}/lists", "-o", f"Dir::Cache={work}/cache", "-o", "APT::Sandbox::User=root",
    ]
    subprocess.run(["apt-get", *options, "update"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["apt-get", *options, "download", *PACKAGES], check=True, cwd=work / "debs", stdout=subprocess.DEVNULL)
    new = work / "root"
    for package in sorted((work / "debs").glob("*.deb")):
        subprocess.run(["dpkg-deb", "-x", package, new], check=True)
    new.rename(root)
    shutil.rmtree(work)
    return root


def webroot(root: pathlib.Path, to: pathlib.Path) -> None:
    """A plain webroot: links become files, Debian's own configuration stays behind."""
    copy(root, root / "usr/share/wordpress", to)
    (to / "wp-config.php").unlink(missing_ok=True)
    copy(root, root / "var/lib/wordpress/wp-content", to / "wp-content")


def copy(root: pathlib.Path, source: pathlib.Path, to: pathlib.Path) -> None:
    to.mkdir(parents=True, exist_ok=True)
    for entry in source.iterdir():
        inside = entry
        while inside.is_symlink():
            target = os.readlink(inside)
            inside = root / target.lstrip("/") if target.startswith("/") else inside.parent / target
        if inside.is_dir():
            copy(root, inside, to / entry.name)
        elif inside.exists():
            shutil.copy(inside, to / entry.name)
