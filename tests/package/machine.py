"""A bare Debian 12 machine for the tests of the package: a root made by mmdebstrap, booted by its own systemd in
namespaces of its own, with a network that ends at its loopback. Wants root, as apt and mounts do."""
import os
import shutil
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOTS = ROOT / "build" / "roots"
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LANG": "C.UTF-8"}
BOOTED_IN, DONE_IN, MACHINE_STOPS_IN = 120, 600, 1800  # seconds

# Mounts what systemd wants to find, makes the root the root (a chroot may not make user namespaces), and becomes it.
BOOT = """set -e
cd "$1"
mount --bind . .
cd "$1"
mount -t proc proc proc
mount -t sysfs sysfs sys
mount -t tmpfs tmpfs run
if [ -d /sys/fs/cgroup/systemd ]; then
  mount -t tmpfs tmpfs sys/fs/cgroup
  mkdir sys/fs/cgroup/systemd
  mount -t cgroup -o none,name=systemd systemd sys/fs/cgroup/systemd
else
  mount -t cgroup2 cgroup2 sys/fs/cgroup
fi
ip link set lo up
mkdir -p old
pivot_root . old
exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin /bin/sh -c \
  'umount -l /old; exec /lib/systemd/systemd --log-target=null --unit=multi-user.target'
"""


class NoMachine(Exception):
    """There is no mirror to make one from, or none may be booted here: says nothing of the package."""


def why_not():
    """What stands in the way of a machine here; empty where nothing does."""
    if os.geteuid() != 0:
        return "only root can make and boot a Debian root"
    for program in ("mmdebstrap", "unshare", "nsenter", "ip", "curl", "dpkg-deb"):
        if not shutil.which(program):
            return f"{program} is not installed (tools/install.sh test)"
    made = subprocess.run(["unshare", "--mount", "--pid", "--fork", "--net", "true"], capture_output=True, check=False)
    return "" if made.returncode == 0 else f"namespaces are not allowed here: {made.stderr.decode().strip()}"


def base(package):
    """A bare root as an archive, made once: Debian's minimum, systemd, and what `package` will be installed with,
    downloaded and not installed, so that later installations need no mirror."""
    archive = ROOTS / "bookworm.tar"
    if archive.exists():
        return archive
    ROOTS.mkdir(parents=True, exist_ok=True)
    part = archive.with_suffix(".part.tar")
    made = subprocess.run(
        ["mmdebstrap", "--variant=apt", "--include=systemd,ca-certificates", "--skip=cleanup/apt/lists,cleanup/apt/cache",
         f"--customize-hook=copy-in {package} /tmp",
         f"--customize-hook=chroot \"$1\" apt-get install -qq --yes --download-only --no-install-recommends"
         f" /tmp/{package.name} nginx-light", f"--customize-hook=rm \"$1\"/tmp/{package.name}", "bookworm", str(part)],
        check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if made.returncode != 0:
        part.unlink(missing_ok=True)
        raise NoMachine(f"mmdebstrap makes no root: {made.stderr[-300:]}")
    part.rename(archive)
    return archive


class Machine:
    """Boots on entering, is gone on leaving."""

    def __init__(self, archive, folder):
        self.root = Path(folder)
        self.root.mkdir()
        subprocess.run(["tar", "-xf", str(archive), "-C", str(self.root), "--exclude=./dev/*"], check=True)
        for name in ("null", "zero", "full", "random", "urandom", "tty"):
            subprocess.run(["cp", "-a", f"/dev/{name}", str(self.root / "dev")], check=True)
        # No terminals are there to log in at.
        for unit in ("getty.target", "console-getty.service"):
            (self.root / "etc/systemd/system" / unit).symlink_to("/dev/null")

    def __enter__(self):
        self._outer = subprocess.Popen(
            ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--uts", "--ipc", "--net", "--cgroup", "--propagation",
             "private", "sh", "-c", BOOT, "boot", str(self.root)], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            self._wait_until_up()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        # Its first process takes all others of the machine with it.
        self._outer.kill()
        self._outer.wait(60)
        shutil.rmtree(self.root, ignore_errors=True)

    def _first(self):
        children = Path(f"/proc/{self._outer.pid}/task/{self._outer.pid}/children").read_text(encoding="ascii").split()
        return children[0] if children else None

    def _wait_until_up(self):
        began = time.monotonic()
        while time.monotonic() - began < BOOTED_IN:
            if self._outer.poll() is not None:
                raise NoMachine(f"the machine does not boot: {self._outer.stderr.read().decode()}")
            if self._first() and self.run("systemctl", "is-system-running").stdout.strip() in ("running", "degraded"):
                return
            time.sleep(0.5)
        raise NoMachine("the machine does not come up")

    def _command(self, words, net_only=False):
        where = ["--net"] if net_only else ["--mount", "--pid", "--net", "--uts", "--ipc", "--cgroup", "--root", "--wd"]
        return ["nsenter", "--target", self._first(), *where, *words]

    def run(self, *words, typed=""):
        """A command as root on the machine."""
        return subprocess.run(self._command(map(str, words)), input=typed, capture_output=True, text=True, check=False,
                              env=ENVIRONMENT, timeout=DONE_IN)

    def fetch(self, address, *more):
        """(status, body) as a client on the machine has them; status 0 where nobody answers."""
        done = subprocess.run(
            self._command(["curl", "--silent", "--max-time", "30", "--noproxy", "*", "--output", "-", "--write-out",
                           "\n%{http_code}", *more, address], net_only=True), capture_output=True, check=False)
        body, _, status = done.stdout.rpartition(b"\n")
        return int(status or 0), body

    def file(self, path):
        return self.root / path.lstrip("/")
