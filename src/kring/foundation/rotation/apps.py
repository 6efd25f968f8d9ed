from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RotationRoom(AppConfig):
    name = "kring.foundation.rotation"
    label = "rotation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Each room tells in its own ``sealed.py`` what it seals."""
        autodiscover_modules("sealed")
