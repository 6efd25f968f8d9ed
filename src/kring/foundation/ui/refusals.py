"""A refusal of the domain, said beside its cause on the form that asked for it."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.forms import BaseForm


def beside[F: BaseForm](
    form: F,
    refused: ValidationError,
    *,
    names: Mapping[str, str] | None = None,
    otherwise: str | None = None,
) -> F:
    """Put each sentence beside its field, what belongs to none above the form; returns the form.

    ``names``: what a field of the domain is called on this form. ``otherwise``: the field that takes
    what belongs to none.
    """
    errors = refused.error_dict if hasattr(refused, "error_dict") else {"": refused.error_list}
    for field, found in errors.items():
        name = (names or {}).get(field, field)
        form.add_error(name if name in form.fields else otherwise, found)
    return form
