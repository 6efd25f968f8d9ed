"""Settings of the tests: those of the product, with keys and data in a throw-away folder.

Each process has its own folder below one that the first process made and removes at its end.
The database is the one of ``DATABASE_URL``, else an SQLite file; ``sqlite://:memory:`` keeps it in
memory, where a fork takes it along.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "KRING_TEST_DIR" not in os.environ:
    os.environ["KRING_TEST_DIR"] = tempfile.mkdtemp(prefix="kring-test-")
    atexit.register(shutil.rmtree, os.environ["KRING_TEST_DIR"], ignore_errors=True)

_OWN_DIR = Path(tempfile.mkdtemp(dir=os.environ["KRING_TEST_DIR"]))
(_OWN_DIR / "static").mkdir()
os.environ["KRING_DATA_DIR"] = str(_OWN_DIR)
os.environ["KRING_DEMO"] = "1"
for _name in (
    "KRING_KEYS_FILE",
    "KRING_ANCHOR_DIR",
    "KRING_FILES_DIR",
    "KRING_PUBLIC_URL",
    "KRING_HOSTS",
):
    os.environ.pop(_name, None)

from kring.settings import *  # noqa: E402, F403
from kring.settings import ALLOWED_HOSTS, DATABASES  # noqa: E402

DEMO = False
ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]

# Fast instead of careful: tests of lost power start the product itself, with its own settings.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EVEN_ANSWER_SECONDS = 0.0
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    if DATABASES["default"]["NAME"] != ":memory:":
        DATABASES["default"]["TEST"] = {"NAME": str(_OWN_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "; PRAGMA synchronous=OFF"
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 0

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
