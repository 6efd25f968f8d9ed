from django.apps import AppConfig


class FilesRoom(AppConfig):
    name = "kring.foundation.files"
    label = "files"
    default_auto_field = "django.db.models.BigAutoField"
