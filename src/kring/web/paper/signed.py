"""What was signed, as a file: the PDF as it was read, or the scan of the paper."""

from django.http import Http404

from kring.foundation.files.store import content_of
from kring.support.documents.queries import content_and_name
from kring.support.signatures.models import Signature

PDF, SCAN = "pdf", "scan"


def signed_file(signature: Signature, what: str) -> tuple[bytes, str, str]:
    """The content, its type and a plain name; raises Http404 where there is no such file."""
    if what == PDF:
        return content_of(signature.file), "application/pdf", "getekend-plan.pdf"
    if what == SCAN and signature.scan is not None:
        content, name = content_and_name(signature.scan)
        return content, signature.scan.content_type, name
    raise Http404
