from django.apps import AppConfig


class HsdsRoom(AppConfig):
    name = "kring.exchange.hsds"
    label = "hsds"
    default_auto_field = "django.db.models.BigAutoField"
