from django.apps import AppConfig


class CirclesRoom(AppConfig):
    name = "kring.support.circles"
    label = "circles"
    default_auto_field = "django.db.models.BigAutoField"
