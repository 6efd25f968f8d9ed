"""What is over is thrown away: ended sessions, their place in the list, expired shared values."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from kring.foundation.accounts.models import SharedValue


def sweep(at: datetime) -> None:
    """Remove what ended before ``at``; nobody can use it any more, so nothing is journalled."""
    Session.objects.filter(expire_date__lt=at).delete()
    living = Session.objects.values("session_key")
    UserSession.objects.exclude(session_key__in=living).delete()
    SharedValue.objects.filter(expires_at__lte=at).delete()
