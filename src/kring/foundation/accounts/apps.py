from importlib import import_module

from django.apps import AppConfig


class AccountsRoom(AppConfig):
    name = "kring.foundation.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Start writing down what happens at the door, once every model is loaded."""
        import_module(f"{self.name}.listening").listen()
