#!/usr/bin/env python3
"""The first page of the operating guide, followed to the letter on a bare Debian 12: the package is built and
linted, installed, started by its unit, given an administrator and bodies, backed up, upgraded from an older
package with its data kept, removed, purged, and installed again over the same data.

Usage: package.py [--program GONGKAI] [--old GONGKAI]
  --old  an older program, whose package is the one that is upgraded; without it the same program is packed
         under a lower version number, which tries the scripts and not the data

Prints a line a fault and `N passed, N failed`; exits 1 if anything failed.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import machine
from machine import ROOT, Machine

UNIT = ROOT / "packaging" / "gongkai.service"
OLDER = "0.9.0"
PASSWORD = "云溪县公开办公室的口令"
DATABASE_PASSWORD = "kanarie-77-secret"
PDF = ROOT / "data" / "demo" / "finance-bureau-2024.pdf"
BODIES = "/usr/share/doc/gongkai/examples/bodies.csv"
AS_SERVICE = ("runuser", "-u", "gongkai", "--")


def built(program, *more):
    done = subprocess.run([ROOT / "packaging" / "build.sh", "--program", program, *more], capture_output=True, text=True,
                          check=True)
    return ROOT / done.stdout.split()[-1]


class Trial:
    """What was tried on one machine, and what was not as it should be."""

    def __init__(self, here):
        self.here, self.faults, self.tried = here, [], 0

    def holds(self, what, right, said=""):
        self.tried += 1
        if not right:
            self.faults.append(f"{what}: {str(said)[-600:]}")
            print(self.faults[-1], flush=True)

    def done(self, what, *words, typed="", status=0):
        it = self.here.run(*words, typed=typed)
        self.holds(what, it.returncode == status, f"{it.returncode} {it.stdout[-300:]}{it.stderr[-300:]}")
        return it.stdout + it.stderr

    def gongkai(self, what, *words, typed="", status=0):
        return self.done(what, *AS_SERVICE, "gongkai", *words, typed=typed, status=status)

    def install(self, what, package):
        (self.here.file("/tmp") / package.name).write_bytes(package.read_bytes())
        return self.done(what, "apt-get", "install", "-qq", "--yes", "--no-install-recommends", f"/tmp/{package.name}")

    def ready(self, what, seconds=60):
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            if self.here.fetch("http://127.0.0.1:8080/readyz") == (200, b"ready\n"):
                self.holds(what, True)
                return
            time.sleep(0.2)
        self.holds(what, False, self.here.run("journalctl", "-u", "gongkai", "-n", "20", "-o", "cat").stdout)

    def signed_in(self, what):
        status, body = self.here.fetch("http://127.0.0.1:8080/api/session", "--header", "Content-Type: application/json",
                                       "--data", json.dumps({"login": "yunxi.admin", "password": PASSWORD}))
        self.holds(what, status == 200, (status, body))

    def has_body(self, what):
        status, body = self.here.fetch("http://127.0.0.1:8080/")
        self.holds(what, status == 200 and "示例县示例镇人民政府".encode() in body, status)


def lint(trial, package):
    said = subprocess.run(["lintian", "--allow-root", "--fail-on", "error,warning", package], capture_output=True, text=True,
                          check=False)
    trial.holds("lintian", said.returncode == 0, said.stdout + said.stderr)
    exposure = subprocess.run(["systemd-analyze", "security", "--offline=true", "--threshold=24", UNIT],
                              capture_output=True, text=True, check=False)
    trial.holds("exposure of the unit below 2.5", exposure.returncode == 0, exposure.stdout[-100:] + exposure.stderr)


def ten_minutes(trial, package):
    """Install, first administrator, first bodies."""
    trial.install("install", package)
    trial.ready("it serves after one command")
    status, body = trial.here.fetch("http://127.0.0.1:8080/")
    trial.holds("the front page", status == 200 and "政府信息公开".encode() in body, status)
    trial.gongkai("first administrator", "admin", "create", "--login", "yunxi.admin", "--region", "900121", "--name", "林静",
                  typed=PASSWORD + "\n")
    trial.signed_in("he signs in")
    trial.gongkai("first bodies, tried", "organs", "import", "--dry-run", "--region", "900121", BODIES)
    trial.gongkai("first bodies", "organs", "import", "--region", "900121", BODIES)
    trial.has_body("they are on the front page")


def unit_as_it_runs(trial):
    """What the unit lets the program do, and no more."""
    here = trial.here
    trial.holds("the service's user", here.run("systemctl", "show", "-P", "User", "gongkai").stdout.strip() == "gongkai")
    for folder in ("/var/lib/gongkai", "/var/lib/gongkai-key"):
        trial.holds(f"{folder} is closed to others", oct(here.file(folder).stat().st_mode)[-3:] == "700")
    status, body = here.fetch("http://127.0.0.1:8080/api/check", "--header", "Content-Type: application/octet-stream",
                              "--data-binary", f"@{PDF}")
    trial.holds("a stranger's PDF is read in its cell", status == 200, (status, body[:300]))
    said = trial.done("commands of root would lock the service out, and are refused", "gongkai", "journal", "verify", status=3)
    trial.holds("with the command to use (office.user)", "runuser -u gongkai -- gongkai" in said, said)


def doctor(trial):
    here = trial.here
    said = trial.gongkai("doctor finds nothing wrong", "doctor")
    trial.holds("doctor looks at all of it",
                all(f"] {topic}" in said for topic in ("设置", "数据文件夹", "密钥", "磁盘", "数据库", "检查点", "备份", "时钟",
                                                       "辅助程序", "端口")), said)
    trial.holds("doctor sees bubblewrap and the running service", "bubblewrap 的隔离" in said and "程序正在运行" in said, said)
    conf = here.file("/etc/gongkai/gongkai.conf")
    before = conf.read_text(encoding="utf-8")
    conf.write_text(before.replace("port = 8080", "port = 八零八零")
                    + f"database = mysql://gongkai:{DATABASE_PASSWORD}@127.0.0.1/x\n", encoding="utf-8")
    said = trial.gongkai("doctor finds wrong settings", "doctor", status=1)
    line = 1 + before[:before.index("port = 8080")].count("\n")
    trial.holds("with file, line and what to write", f"/etc/gongkai/gongkai.conf 第 {line} 行：port 要写 0 到 65535" in said, said)
    again = trial.gongkai("nothing starts with wrong settings", "serve", status=3)
    trial.holds("and says the same", f"第 {line} 行：port" in again, again)
    trial.holds("no password in what is said", DATABASE_PASSWORD not in said + again, said + again)
    conf.write_text(before, encoding="utf-8")
    key = here.file("/var/lib/gongkai-key/gongkai.key")
    key.rename(key.with_suffix(".away"))
    said = trial.gongkai("doctor finds a key that is gone", "doctor", status=1)
    trial.holds("and says where it should be", "找不到密钥文件 /var/lib/gongkai-key/gongkai.key" in said, said)
    key.with_suffix(".away").rename(key)


def backed_up(trial):
    here = trial.here
    conf = here.file("/etc/gongkai/gongkai.conf")
    trial.done("a folder for backups", "install", "-d", "-m", "0700", "-o", "gongkai", "-g", "gongkai", "/srv/gongkai-backup")
    conf.write_text(conf.read_text(encoding="utf-8").replace("# backup =", "backup =").replace("# metrics-port", "metrics-port"),
                    encoding="utf-8")
    trial.done("restart with new settings", "systemctl", "restart", "gongkai")
    trial.ready("it serves with them")
    trial.done("backup", "systemctl", "start", "gongkai-backup")
    trial.done("backup every night", "systemctl", "enable", "--now", "gongkai-backup.timer")
    trial.gongkai("backup by hand", "backup")
    trial.gongkai("check of the backup", "backup", "--check")
    figures = here.fetch("http://127.0.0.1:9480/metrics")[1].decode()
    trial.holds("metrics know the backup's age", re.search(r"^gongkai_backup_age_seconds \d", figures, re.MULTILINE), figures[-400:])


def upgraded(trial, package):
    here = trial.here
    began = here.run("systemctl", "show", "-P", "MainPID", "gongkai").stdout.strip()
    trial.install("upgrade", package)
    trial.ready("it serves after the upgrade")
    trial.holds("the new program runs", here.run("systemctl", "show", "-P", "MainPID", "gongkai").stdout.strip() != began)
    version = here.run("gongkai", "--version").stdout.strip()
    trial.holds("the new version", version and version in package.name, version)
    trial.signed_in("accounts are kept")
    trial.has_body("bodies are kept")
    trial.holds("the administrator's settings are kept",
                "\nbackup = /srv/gongkai-backup" in here.file("/etc/gongkai/gongkai.conf").read_text(encoding="utf-8"))
    trial.gongkai("the journal verifies", "journal", "verify")


def behind_nginx(trial):
    """The example with TLS, as it stands but for its name and certificate."""
    here = trial.here
    trial.done("nginx", "apt-get", "install", "-qq", "--yes", "--no-install-recommends", "nginx-light")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=gongkai.example",
                    "-keyout", here.file("/etc/ssl/private/gongkai.key"), "-out", here.file("/etc/ssl/certs/gongkai.pem")],
                   check=True, capture_output=True)
    trial.done("the example", "cp", "/usr/share/doc/gongkai/examples/nginx.conf", "/etc/nginx/conf.d/gongkai.conf")
    trial.done("without the welcome page", "rm", "-f", "/etc/nginx/sites-enabled/default")
    trial.done("nginx takes it", "nginx", "-t")
    trial.done("nginx starts", "systemctl", "restart", "nginx")
    name = ("--insecure", "--resolve", "gongkai.example:443:127.0.0.1", "--resolve", "gongkai.example:80:127.0.0.1")
    status, body = here.fetch("https://gongkai.example/", *name)
    trial.holds("the portal over HTTPS", status == 200 and "政府信息公开".encode() in body, status)
    trial.holds("HTTP leads there", here.fetch("http://gongkai.example/", *name)[0] == 301)
    trial.holds("health is this machine's own", here.fetch("https://gongkai.example/readyz", *name)[0] == 404)


def removed(trial, package):
    here, data = trial.here, "/var/lib/gongkai/gongkai.sqlite"
    said = trial.done("remove", "apt-get", "remove", "-qq", "--yes", "gongkai")
    trial.holds("nobody serves", here.fetch("http://127.0.0.1:8080/")[0] == 0)
    trial.holds("data are kept and it is said where", here.file(data).exists() and "/var/lib/gongkai 仍在" in said, said)
    said = trial.done("purge", "apt-get", "purge", "-qq", "--yes", "gongkai")
    trial.holds("the settings go", not here.file("/etc/gongkai/gongkai.conf").exists())
    trial.holds("data and key stay, and it is said where",
                here.file(data).exists() and here.file("/var/lib/gongkai-key/gongkai.key").exists()
                and "/var/lib/gongkai-key 仍在" in said, said)
    trial.install("install again", package)
    trial.ready("it serves again")
    trial.signed_in("with the same accounts")


def stops_in_order(trial):
    trial.done("stop", "systemctl", "stop", "gongkai")
    result = trial.here.run("systemctl", "show", "-P", "Result", "gongkai").stdout.strip()
    trial.holds("it ends by itself when told", result == "success", result)
    trial.done("start", "systemctl", "start", "gongkai")
    trial.ready("it serves again after a stop")


def on_a_machine(trial, package, options):
    if missing := machine.why_not():
        raise machine.NoMachine(missing)
    older = built(options.old or options.program, "--version", OLDER)
    with tempfile.TemporaryDirectory() as folder, Machine(machine.base(package), Path(folder) / "root") as here:
        trial.here = here
        ten_minutes(trial, older)
        unit_as_it_runs(trial)
        doctor(trial)
        backed_up(trial)
        upgraded(trial, package)
        behind_nginx(trial)
        stops_in_order(trial)
        removed(trial, package)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=ROOT / "build/release/gongkai")
    parser.add_argument("--old", default="")
    options = parser.parse_args()
    package = built(options.program)
    trial = Trial(None)
    lint(trial, package)
    try:
        on_a_machine(trial, package, options)
    except machine.NoMachine as why:
        print(f"SKIP: the package was not installed anywhere: {why}")
    print(f"{trial.tried - len(trial.faults)} passed, {len(trial.faults)} failed")
    return 1 if trial.faults else 0


if __name__ == "__main__":
    sys.exit(main())
