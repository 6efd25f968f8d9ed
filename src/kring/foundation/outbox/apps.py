from django.apps import AppConfig


class OutboxRoom(AppConfig):
    name = "kring.foundation.outbox"
    label = "outbox"
    default_auto_field = "django.db.models.BigAutoField"
