from django.apps import AppConfig


class KeysRoom(AppConfig):
    name = "kring.foundation.keys"
    label = "keys"
    default_auto_field = "django.db.models.BigAutoField"
