"""The key of each file is sealed; rotation seals it again, and the start tries whether it opens."""

from kring.foundation.files.models import StoredFile
from kring.foundation.keys.columns import SealedField, register_column

register_column(SealedField("stored_file.key", StoredFile, "sealed_key", lambda stored: stored.row))
