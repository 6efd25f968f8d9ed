from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class OutboxRoom(AppConfig):
    name = "kring.foundation.outbox"
    label = "outbox"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Each room tells its texts in ``texts.py`` and its recipients in ``recipients.py``."""
        autodiscover_modules("texts", "recipients")
