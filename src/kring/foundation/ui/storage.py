"""Static files with a fingerprint in their name once collected, plain names before that."""

from whitenoise.storage import (  # type: ignore[import-untyped]
    CompressedManifestStaticFilesStorage,
)


class FingerprintStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Tests and a fresh checkout have collected nothing yet and serve files as they are."""

    manifest_strict = False

    def url(self, name: str | None, force: bool = False) -> str:  # noqa: FBT001, FBT002 - Django's own
        """The address of a file; once collected it does not change while the process lives."""
        if not self.hashed_files or name is None:
            return str(super().url(name, force))
        known: dict[str, str] = self.__dict__.setdefault("_urls", {})
        if name not in known:
            known[name] = str(super().url(name, force))
        return known[name]

    def stored_name(self, name: str) -> str:
        """The fingerprinted name, or the name itself while nothing is collected."""
        if not self.hashed_files:
            return name
        return str(super().stored_name(name))
