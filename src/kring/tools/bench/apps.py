from django.apps import AppConfig


class BenchRoom(AppConfig):
    name = "kring.tools.bench"
    label = "bench"
    default_auto_field = "django.db.models.BigAutoField"
