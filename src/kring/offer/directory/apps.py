from django.apps import AppConfig


class DirectoryRoom(AppConfig):
    name = "kring.offer.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"
