"""Static files with a fingerprint in their name once collected, plain names before that."""

from whitenoise.storage import (  # type: ignore[import-untyped]
    CompressedManifestStaticFilesStorage,
)


class FingerprintStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Tests and a fresh checkout have collected nothing yet and serve files as they are."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The fingerprinted name, or the name itself while nothing is collected."""
        if not self.hashed_files:
            return name
        return str(super().stored_name(name))
