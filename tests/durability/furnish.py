"""Makes the tables and the network of the Kempen in a fresh installation."""

import django
from django.core.management import call_command

if __name__ == "__main__":
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)

    from tests.cast import kempen  # after Django is set up

    kempen()
    from kring.registry.network.models import Desk

    Desk.objects.filter(kind="intake").update(fallback=True)
