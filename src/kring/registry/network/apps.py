from django.apps import AppConfig


class NetworkRoom(AppConfig):
    name = "kring.registry.network"
    label = "network"
    default_auto_field = "django.db.models.BigAutoField"
