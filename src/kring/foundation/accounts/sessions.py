"""The session of a request and its account: two reads of every page, built once.

Django's own store and backend, looked up by prepared reads; nothing is kept between requests.
"""

from datetime import datetime
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from kring.foundation.accounts.models import Account
from kring.foundation.accounts.moment import moment_of_a_session
from kring.foundation.records.prepared import Prepared


def _session(*, key: str, at: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=at)


_SESSION = Prepared(_session)
_ACCOUNT = Prepared(lambda number: Account.objects.filter(pk=number))


class SessionStore(db.SessionStore):
    """Sessions in the table of Django."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Session | None:
        found: Session | None = None
        if self.session_key:
            found = _SESSION.first(key=self.session_key, at=moment_of_a_session())
        if found is None:
            self._session_key = None
        return found


class _FindsAccount(ModelBackend):
    def get_user(self, user_id: Any) -> Account | None:
        found: Account | None = _ACCOUNT.first(number=int(user_id))
        return found if found is not None and self.user_can_authenticate(found) else None


class AccountBackend(_FindsAccount):
    """Signs in by address and password, as Django does."""


class DoorBackend(_FindsAccount, AuthenticationBackend):  # type: ignore[misc]
    """Signs in through the pages of allauth."""
