"""What the tests need from the machine: a browser and a PostgreSQL server."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = 0


def missing_packages() -> list[str]:
    """Debian packages that hold what is not there."""
    missing = []
    if not (shutil.which("chromium") or os.environ.get("KRING_CHROMIUM")):
        missing.append("chromium")
    server = list(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or shutil.which("initdb")
    if not server and not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        missing.append("postgresql")
    return missing


def bring_what_is_missing() -> bool:
    """Install what is missing when this is root on Debian; else say what to install.

    False where something is still missing: a missing lane is a failure, never a skip.
    """
    missing = missing_packages()
    if missing and os.geteuid() == ROOT and shutil.which("apt-get"):
        print(f"Installing {' and '.join(missing)}", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
        subprocess.run(install, check=False, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
        missing = missing_packages()
    if missing:
        print(f"Install first: {', '.join(missing)}. On Debian, as root:", file=sys.stderr)
        print(f"  apt-get install {' '.join(missing)}", file=sys.stderr)
    return not missing
