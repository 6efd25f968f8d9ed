from django.apps import AppConfig


class AccessRoom(AppConfig):
    name = "kring.trust.access"
    label = "access"
    default_auto_field = "django.db.models.BigAutoField"
