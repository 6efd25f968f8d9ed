"""``kring migrate`` and ``kring begin``: the tables of an installation, and the first people in it."""

import argparse
import sys

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from kring.foundation.journal.actor import SYSTEM
from kring.registry.network.models import Sector
from kring.web.partners.beginning import BegunAlready, First, begin_network

ASKED = {
    "organisation": "Name of the first organisation",
    "region": "Name of the first region (partnership)",
    "name": "Your name",
    "email": "Your e-mail address",
}


def migrate(arguments: argparse.Namespace) -> int:
    """Bring the tables up to date; a role for the app may run without power over the journal."""
    call_command("migrate", verbosity=0, interactive=False)
    if arguments.app_role:
        call_command("grant_app_role", arguments.app_role)
    print("The tables are up to date.")
    return 0


def run(arguments: argparse.Namespace) -> int:
    """Make the first organisation, region, desk and keeper, and print the keeper's link."""
    given = {name: getattr(arguments, name) or input(f"{words}: ") for name, words in ASKED.items()}
    if arguments.sector not in Sector.values:
        print(f"Sectors: {', '.join(Sector.values)}", file=sys.stderr)
        return 2
    try:
        first = First(sector=arguments.sector, **given)
        token = begin_network(first=first, by=SYSTEM, at=timezone.now())
    except BegunAlready:
        print("There is a network here already: the rest is done on its pages.", file=sys.stderr)
        return 1
    except ValidationError as wrong:
        print(" ".join(wrong.messages), file=sys.stderr)
        return 1
    print("Choose a password here; the link works once:")
    print(settings.PUBLIC_URL.rstrip("/") + reverse("use_invitation", args=[token]))
    return 0
