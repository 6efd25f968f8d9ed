"""What the shell shows around every worker's page: navigation, who I am, search."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import cached_property

from kring.foundation.accounts.models import Account
from kring.web.shell.navigation import drawn_navigation, shown_navigation, url_of


class ShellOf:
    """The shell of one page; each part is made when the template reaches it."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def side(self) -> str:
        """Everything beside the page: it stands there twice, for a wide screen and for a telephone."""
        return render_to_string("shell/side.html", {"shell": self}, self.request)

    @cached_property
    def navigation(self) -> str:
        """The side navigation."""
        return drawn_navigation(shown_navigation(self.request))

    @cached_property
    def name(self) -> str:
        """The name of who is signed in, or the address they sign in with."""
        user = self.request.user
        return (user.name or user.email) if isinstance(user, Account) else ""

    @cached_property
    def place(self) -> str:
        """Where the reader works, when the reader knows it."""
        reader = getattr(self.request, "reader", None)
        return str(reader.actor.organisation_name or "") if reader else ""

    @property
    def search_url(self) -> str:
        """Where the search box leads."""
        return url_of("shell:search")

    @property
    def search_text(self) -> str:
        """What was searched for, kept in the box on the results page."""
        return self.request.POST.get("q", "")[:80] if self.request.path == self.search_url else ""

    @property
    def account_url(self) -> str:
        """The reader's own account: password, second step, sessions."""
        return url_of("own_account")

    @property
    def logout_url(self) -> str:
        """Where to post to sign out."""
        return url_of("account_logout")


def shell(request: HttpRequest) -> dict[str, object]:
    """The shell under the name ``shell``."""
    return {"shell": ShellOf(request)}
