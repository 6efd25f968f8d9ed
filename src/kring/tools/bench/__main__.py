"""One measurement on one database: ``python -m kring.tools.bench NAME [--small]``."""

import argparse
import sys

import django
from django.core.management import call_command
from django.utils.module_loading import import_string

MEASUREMENTS = {
    "plan": "kring.tools.bench.plan.measure",
    "worklist": "kring.tools.bench.worklist.measure",
    "requests": "kring.tools.bench.requests.measure",
    "search": "kring.tools.bench.search.measure",
}


def main() -> int:
    words = argparse.ArgumentParser(prog="kring bench")
    words.add_argument("name", choices=sorted(MEASUREMENTS))
    words.add_argument("--small", action="store_true")
    words.add_argument("--sizes", help="search: how many services, with commas")
    arguments = words.parse_args()
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    more = {"sizes": arguments.sizes} if arguments.sizes else {}
    return int(import_string(MEASUREMENTS[arguments.name])(small=arguments.small, **more))


if __name__ == "__main__":
    sys.exit(main())
