"""``client.force_login`` gives a whole sign-in: with the second step that workers must take.

Tests of the second step itself sign in through the form.
"""

from typing import Any

from django.test import Client

from kring.foundation.accounts import second_step

_force_login = Client.force_login


def _whole_login(self: Client, user: Any, backend: str | None = None) -> None:
    _force_login(self, user, backend)
    session = self.session
    second_step.mark_done(session, user)
    session.save()


def pytest_configure() -> None:
    Client.force_login = _whole_login


def pytest_unconfigure() -> None:
    Client.force_login = _force_login
