from django.apps import AppConfig


class RecordsRoom(AppConfig):
    name = "kring.foundation.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
