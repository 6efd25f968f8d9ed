from django.apps import AppConfig


class ShellRoom(AppConfig):
    name = "kring.web.shell"
    label = "shell"
    default_auto_field = "django.db.models.BigAutoField"
