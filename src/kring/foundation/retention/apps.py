from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RetentionRoom(AppConfig):
    name = "kring.foundation.retention"
    label = "retention"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Each room tells in its own ``erasers.py`` what it erases and lets go of."""
        autodiscover_modules("erasers")
