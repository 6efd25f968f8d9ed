from django.apps import AppConfig


class RetentionRoom(AppConfig):
    name = "kring.foundation.retention"
    label = "retention"
    default_auto_field = "django.db.models.BigAutoField"
