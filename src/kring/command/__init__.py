"""The ``kring`` command: what an installation can be told to do.

It stands above every floor. What needs the models is named by its dotted path and loaded after
Django is set up, so that ``kring test`` and ``kring keys`` need neither keys nor database.
"""

import argparse
import os
import sys
from pathlib import Path

import django
from django.utils.module_loading import import_string

from kring.command.benching import run_bench
from kring.command.preparing import prepare
from kring.command.testing import run_tests
from kring.foundation.keys.keyring import KeysMissing, write_new_keyring

AFTER_SETUP = {
    "demo": "kring.command.demo.run",
    "migrate": "kring.command.begin.migrate",
    "begin": "kring.command.begin.run",
    "serve": "kring.command.serving.run",
    "check": "kring.tools.check.command.run",
    "tick": "kring.command.tick.run",
    "load": "kring.command.load.run",
    "export": "kring.command.export.run",
    "keys": "kring.command.rotating.run",
}
CHECKS_KEYS = ("begin", "serve", "check", "tick", "load")
CHECK_KEYS = "kring.foundation.rotation.queries.check_keys"


def parser() -> argparse.ArgumentParser:
    """What can be typed after ``kring``."""
    top = argparse.ArgumentParser(prog="kring", description="One question, one holder, one plan.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    demo = commands.add_parser("demo", help="make demo data (once) and serve it")
    demo.add_argument("--no-serve", action="store_true", help="only prepare")
    demo.add_argument("--families", type=int, default=600, metavar="N")
    demo.add_argument("--seed", type=int, default=1, metavar="S")
    demo.add_argument("--port", type=int, default=8000)
    _beginning(commands)
    serve = commands.add_parser("serve", help="serve this installation")
    serve.add_argument("--port", type=int, default=8000)
    commands.add_parser("check", help="prove that the data hold together")
    bench = commands.add_parser("bench", help="measure and hold against a limit")
    bench.add_argument("name", help="plan, worklist, requests, search or mutation")
    bench.add_argument("--database", choices=["sqlite", "postgresql"], help="only this one")
    bench.add_argument("--small", action="store_true", help="smaller counts, the same shape")
    bench.add_argument("--sizes", help="search: numbers of services for its growth, with commas")
    bench.add_argument("--share", help="mutation: of the changes a sample of this share (0.1)")
    bench.add_argument("--seed", help="mutation: which sample")
    bench.add_argument("--only", help="mutation: of the files those whose name holds one of these")
    bench.add_argument("--at-once", help="mutation: how many changes are tried beside each other")
    commands.add_parser("tick", help="do what is due: messages, reminders, anchors")
    load = commands.add_parser("load", help="read a file into the installation")
    load.add_argument("kind", help="requests, hsds")
    load.add_argument("file", help="a file; for hsds also an address")
    load.add_argument("options", nargs=argparse.REMAINDER)
    export = commands.add_parser("export", help="write what is public into a file")
    export.add_argument("kind", help="hsds")
    export.add_argument("file", help="its name ends in .json or, for the tables, in .zip")
    export.add_argument("--language", default="nl", choices=["nl", "fr", "en"])
    keys = commands.add_parser("keys", help="make the key file, or rotate the keys of sealed fields")
    keys.add_argument("deed", nargs="?", choices=["make", "show", "rotate", "drop"], default="make")
    keys.add_argument("key", nargs="?", help="the old key to drop")
    test = commands.add_parser("test", help="run what CI runs; ARGS go to pytest")
    test.add_argument("--full", action="store_true", help="with the large counts")
    test.add_argument("--fast", action="store_true", help="on SQLite, without what takes long")
    return top


def _beginning(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What makes an installation out of nothing."""
    migrate = commands.add_parser("migrate", help="make the tables, or bring them up to date")
    migrate.add_argument("--app-role", metavar="ROLE", help="PostgreSQL: the role that runs the product")
    begin = commands.add_parser("begin", help="the first organisation, region, desk and keeper")
    begin.add_argument("--organisation", help="its name")
    begin.add_argument("--sector", default="hvhk", help="of the organisation: hvhk, caw, local…")
    begin.add_argument("--region", help="name of the partnership that it leads")
    begin.add_argument("--name", help="who keeps the network from now on")
    begin.add_argument("--email", help="with which that person signs in")


def main(words: list[str] | None = None) -> int:
    """Run one command; the return value is the exit code."""
    words = sys.argv[1:] if words is None else words
    if words[:1] == ["test"]:
        flags = {"--full", "--fast"} & set(words)
        rest = [word for word in words[1:] if word not in flags]
        return run_tests(rest, full="--full" in flags, fast="--fast" in flags)
    arguments = parser().parse_args(words)
    if arguments.command == "keys" and arguments.deed == "make":
        return make_keys()
    if arguments.command == "bench":
        sample = {name: getattr(arguments, name) for name in ("share", "seed", "only", "at_once")}
        return run_bench(
            arguments.name,
            database=arguments.database,
            small=arguments.small,
            sample=sample,
            sizes=arguments.sizes or "",
        )
    if arguments.command == "demo" or (arguments.command == "check" and only_a_demo_is_here()):
        enter_demo()
    if arguments.command in ("demo", "serve", "begin"):
        prepare()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.settings")
    try:
        return start(arguments)
    except KeysMissing as refused:
        print(refused, file=sys.stderr)
        return 2


def start(arguments: argparse.Namespace) -> int:
    """Set up and run; raises KeysMissing when there are no keys, or not those of the data."""
    django.setup()
    if arguments.command in CHECKS_KEYS:
        import_string(CHECK_KEYS)()
    return int(import_string(AFTER_SETUP[arguments.command])(arguments))


def only_a_demo_is_here() -> bool:
    """Whether nothing is installed here but the data of ``kring demo``: then that is what is meant."""
    root = Path(os.environ.get("KRING_ROOT", "."))
    named = {"DATABASE_URL", "KRING_DATA_DIR", "KRING_KEYS_FILE"} & set(os.environ)
    installed = named or (root / "data/keys.json").exists()
    return not installed and (root / "data/demo/demo-is-complete").exists()


def enter_demo() -> None:
    """The demo lives in its own folder with its own SQLite database and keys."""
    os.environ["KRING_DEMO"] = "1"
    root = Path(os.environ.get("KRING_ROOT", "."))
    os.environ.setdefault("KRING_DATA_DIR", str((root / "data/demo").resolve()))
    for name in ("DATABASE_URL", "KRING_KEYS_FILE", "KRING_ANCHOR_DIR", "KRING_FILES_DIR"):
        os.environ.pop(name, None)


def make_keys() -> int:
    """Write the key file of a new installation; an existing one is never touched."""
    folder = Path(os.environ.get("KRING_DATA_DIR", "data"))
    path = Path(os.environ.get("KRING_KEYS_FILE", folder / "keys.json"))
    try:
        write_new_keyring(path)
    except FileExistsError:
        print(f"{path} exists already: nothing was changed", file=sys.stderr)
        return 1
    print(f"Keys in {path}. Keep a copy outside this machine: without them the data are lost.")
    return 0
