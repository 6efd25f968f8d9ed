from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JournalRoom(AppConfig):
    name = "kring.foundation.journal"
    label = "journal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Each room tells its verbs in its own ``sentences.py``."""
        autodiscover_modules("sentences")
