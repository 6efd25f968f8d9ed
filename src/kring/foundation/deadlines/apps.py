from django.apps import AppConfig


class DeadlinesRoom(AppConfig):
    name = "kring.foundation.deadlines"
    label = "deadlines"
    default_auto_field = "django.db.models.BigAutoField"
