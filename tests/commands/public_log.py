"""A body's public log as outsiders check it: with the script that needs nothing of ours, and a witness."""
import contextlib
import functools
import http.server
import json
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

VERIFIER = Path(__file__).resolve().parents[2] / "tools" / "verify_log.py"
PASSWORD = "长江后浪推前浪一浪高一浪\n"
TOWN = "900121-3"
PATIENCE = 60  # seconds; sanitizers are slow


def free_port():
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        return it.getsockname()[1]


def settings(data, **given):
    (data / "settings").mkdir(exist_ok=True)
    (data / "settings" / "public_log.json").write_text(json.dumps(given), encoding="utf-8")


def fetched(url):
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return answer.read()
    except urllib.error.HTTPError:
        return None


def awaited(what, get):
    """What `get` gives once it gives something."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            if (got := get()) is not None:
                return got
        time.sleep(0.1)
    raise TimeoutError(what)


@contextlib.contextmanager
def serving(case, *arguments):
    program = subprocess.Popen([case.program, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        program.stdout.readline()  # it has started
        yield
    finally:
        program.terminate()
        program.communicate(timeout=PATIENCE)


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def mirror(folder, port):
    """Somebody who gives out files in the place of the program."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Silent, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def verified(*arguments):
    run = subprocess.run([sys.executable, VERIFIER, *map(str, arguments)], capture_output=True, text=True, timeout=300, check=False)
    return run.returncode, run.stdout + run.stderr


def size_of(checkpoint):
    return int(checkpoint.split(b"\n")[1])


def whole_checkpoint(site):
    """The checkpoint once it stands for all that is in the journal."""
    size = json.loads(fetched(f"{site}/api/public/organs/{TOWN}/tree-head"))["size"]

    def get():
        note = fetched(f"{site}/log/{TOWN}/checkpoint")
        return note if note and size_of(note) == size else None
    return awaited("a checkpoint", get)


def kept(prefix, folder, checkpoint):
    """All files of a log, as a mirror has them."""
    size = size_of(checkpoint)
    paths, level = ["checkpoint", "keys"], 0
    while size >> (8 * level):
        count = size >> (8 * level)
        names = [f"tile/{level}/"] + (["tile/entries/"] if level == 0 else [])
        for number in range((count + 255) // 256):
            width = min(256, count - 256 * number)
            paths += [f"{name}{number:03}" + ("" if width == 256 else f".p/{width}") for name in names]
        level += 1
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(fetched(f"{prefix}/{path}"))


def swapped(tile):
    return tile[32:64] + tile[:32] + tile[64:]


def entry_changed(bundle):
    """The first entry that can be read, with another last byte."""
    at = 0
    while not (length := int.from_bytes(bundle[at:at + 2], "big")):
        at += 2
    end = at + 2 + length
    return bundle[:end - 1] + bytes([bundle[end - 1] ^ 1]) + bundle[end:]


def tampered_mirrors(case, site, folder):
    """A mirror that is true holds; one that changes, drops or reorders anything does not."""
    base = folder / "log" / TOWN
    tile, bundle = (next(path for path in sorted(base.rglob("*")) if path.is_file() and part in path.as_posix())
                    for part in ("tile/0/", "tile/entries/"))
    for what, path, change in (("nothing", tile, lambda data: data), ("a changed hash", tile, lambda data: b"x" + data[1:]),
                               ("reordered", tile, swapped), ("cut off", tile, lambda data: data[:-32]),
                               ("a changed entry", bundle, entry_changed), ("an entry gone", bundle, lambda data: data[2:]),
                               ("another root", base / "checkpoint", lambda data: data.replace(b"\n", b"\n1", 1))):
        other = folder.with_name("other")
        shutil.copytree(folder, other)
        altered = other / path.relative_to(folder)
        altered.write_bytes(change(path.read_bytes()))
        with mirror(other, int(site.rpartition(":")[2])):
            status, said = verified(f"{site}/log/{TOWN}")
        case.equal(f"a mirror with {what}: {said}", status, 0 if what == "nothing" else 1)
        shutil.rmtree(other)


def a_public_log(case):
    """The log is fetched, checked, mirrored, followed and cosigned."""
    data, port, folder = case.folder / "log", free_port(), case.folder / "mirror"
    site = f"http://127.0.0.1:{port}"
    prefix, seen = f"{site}/log/{TOWN}", case.folder / "seen"
    case.equal("demo", case.run("demo", "--data", data).returncode, 0)
    settings(data, address=site)
    with serving(case, "serve", "--data", data, "--port", port):
        awaited("the site", lambda: fetched(f"{site}/help"))
        checkpoint = whole_checkpoint(site)
        keys = fetched(f"{prefix}/keys").decode().split()
        case.equal("the log", verified(prefix, "--key", keys[0], "--seen", seen)[0], 0)
        case.equal("the log again", verified(prefix, "--key", keys[0], "--seen", seen)[0], 0)
        case.equal("by another key", verified(prefix, "--key", "Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")[0], 1)
        leaf = fetched(f"{prefix}/tile/0/000.p/1").hex()
        receipt = f"{site}/verify?log={TOWN}&entry=0&leaf="
        case.equal("a receipt", verified(receipt + leaf, "--key", keys[0])[0], 0)
        case.equal("another's receipt", verified(receipt + leaf[::-1], "--key", keys[0])[0], 1)
        kept(prefix, folder / "log" / TOWN, checkpoint)
    tampered_mirrors(case, site, folder)
    cosigned_log(case, data, site, keys)


def cosigned_log(case, data, site, keys):
    """The county's installation follows the town's log, and its cosignature is published."""
    county, port = case.folder / "county", free_port()
    created = case.run("admin", "create", "--login", "first", "--region", "900121", "--data", county, typed=PASSWORD)
    case.equal("the county's installation", created.returncode, 0)
    case.has("before it is set", case.run("witness", "key", "--data", county).stderr, "witness_name")
    origin = site.removeprefix("http://") + f"/log/{TOWN}"
    settings(county, witness_name="county.example/witness", follows=[{"origin": origin, "key": keys[0]}])
    case.has("never yet", case.run("witness", "list", "--data", county).stdout, "还没有共同签名过")
    key = case.run("witness", "key", "--data", county).stdout.strip()
    settings(data, address=site, witnesses=[{"key": key, "url": f"http://127.0.0.1:{port}/witness"}])
    with serving(case, "witness", "serve", "--data", county, "--port", port), \
            serving(case, "serve", "--data", data, "--port", site.rpartition(":")[2]):
        awaited("a cosignature", lambda: fetched(f"{site}/log/{TOWN}/cosigned"))
        status, said = verified(f"{site}/log/{TOWN}", "--key", keys[0], "--witness", key)
        case.equal(f"cosigned: {said}", status, 0)
        case.equal("the witness's key", fetched(f"http://127.0.0.1:{port}/witness/key").decode().strip(), key)
        other = "w+" + key.split("+", 1)[1]
        case.equal("by another witness", verified(f"{site}/log/{TOWN}", "--witness", other)[0], 1)
    case.equal("remembered", bool(re.search(r"\t\d+ 条\t", case.run("witness", "list", "--data", county).stdout)), True)
