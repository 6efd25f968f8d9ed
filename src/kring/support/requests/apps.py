from django.apps import AppConfig


class RequestsRoom(AppConfig):
    name = "kring.support.requests"
    label = "requests"
    default_auto_field = "django.db.models.BigAutoField"
