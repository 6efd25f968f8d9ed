from django.apps import AppConfig


class ClassesRoom(AppConfig):
    name = "kring.foundation.classes"
    label = "classes"
    default_auto_field = "django.db.models.BigAutoField"
