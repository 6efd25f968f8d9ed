"""Give the role that runs the product its rights, as the role that owns the tables."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from kring.foundation.journal.roles import grant_app_role


class Command(BaseCommand):
    help = "PostgreSQL: let ROLE run the product without power over the journal. Run after each migrate."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("role", help="an existing role, for example kring_app")

    def handle(self, *_args: object, **options: Any) -> None:
        if connection.vendor != "postgresql":
            raise CommandError("Only PostgreSQL has roles; on SQLite the triggers stand alone.")
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [options["role"]])
            if cursor.fetchone() is None:
                raise CommandError(f"There is no role {options['role']}. Make it with: createuser")
        with transaction.atomic():
            grant_app_role(options["role"])
        self.stdout.write(f"{options['role']} may run the product.")
