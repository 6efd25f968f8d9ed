"""The rows of the worklist as drawn: twenty-five on a page, so they are no template.

Everything from data goes through ``filled``, which escapes it.
"""

from collections.abc import Iterable
from datetime import datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kring.foundation.ui.markup import escaped, filled, joined
from kring.foundation.ui.templatetags.ui import promise_bar
from kring.support.requests.models import HomeSafe
from kring.web.desk.rows import Row, Step

ROW = """
  <tr>
    <td data-label=""><a class="row-title" href="{url}">{title}</a>{quote}{unsafe}</td>
    <td data-label="{promise_label}">{promise}</td>
    <td data-label="{where_label}">{desk}<small>{where}</small></td>
    <td data-label="{step_label}">{step}</td>
  </tr>"""
QUOTE = '<small lang="{}">“{}”</small>'
UNSAFE = '<span class="chip chip-late">{}</span>'
DEED = (
    '<form method="post" action="{}"><input type="hidden" name="csrfmiddlewaretoken" value="{}">'
    '<button class="link-button" type="submit">{}</button></form>'
)
LINK = '<a class="step-link" href="{}">{}</a>'


def drawn_rows(rows: Iterable[Row], at: datetime, form_token: str) -> SafeString:
    """The rows of the table; ``form_token`` goes with each deed of one tap."""
    labels = {
        "promise_label": _("Belofte"),
        "where_label": _("Waar ligt de vraag"),
        "step_label": _("Volgende stap"),
    }
    token = escaped(form_token)
    return joined(filled(ROW, **labels, **_cells(row, at, token)) for row in rows)


def _cells(row: Row, at: datetime, form_token: str) -> dict[str, str]:
    request = row.request
    due = request.next_due_at if row.urgent else request.answer_due_at
    return {
        "url": row.url,
        "title": f"{row.title} · {row.place}" if row.place else row.title,
        "quote": filled(QUOTE, request.words_language, row.quote) if row.quote else "",
        "unsafe": _unsafe(row),
        "promise": promise_bar(request.asked_at, due, at, kind="late" if row.urgent else ""),
        "desk": request.desk.name,
        "where": row.where,
        "step": _step(row.step, form_token),
    }


def _unsafe(row: Row) -> str:
    if not row.unsafe:
        return ""
    no = row.request.home_safe == HomeSafe.NO
    return filled(UNSAFE, _("thuis niet veilig") if no else _("weet niet of het veilig is"))


def _step(step: Step, form_token: str) -> SafeString:
    if step.is_deed:
        return filled(DEED, step.url, form_token, step.words)
    return filled(LINK, step.url, step.words)
