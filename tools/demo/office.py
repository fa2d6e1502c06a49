"""Runs LibreOffice once for many files, with a profile of its own."""
import os
import subprocess
import tempfile


def convert(sources, target, folder, epoch=None):
    """Converts `sources` to `target` (a suffix, or suffix:filter:options) into `folder`."""
    if not sources:
        return
    environment = dict(os.environ)
    if epoch is not None:
        environment["SOURCE_DATE_EPOCH"] = str(epoch)
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless",
                        "--norestore", "--convert-to", target, "--outdir", folder, *sources],
                       check=True, env=environment, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, timeout=900)
