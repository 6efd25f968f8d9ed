from django.apps import AppConfig


class UiRoom(AppConfig):
    name = "kring.foundation.ui"
    label = "ui"
    default_auto_field = "django.db.models.BigAutoField"
