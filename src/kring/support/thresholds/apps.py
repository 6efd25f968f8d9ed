from django.apps import AppConfig


class ThresholdsRoom(AppConfig):
    name = "kring.support.thresholds"
    label = "thresholds"
    default_auto_field = "django.db.models.BigAutoField"
