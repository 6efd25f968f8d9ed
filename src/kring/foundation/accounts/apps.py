from django.apps import AppConfig


class AccountsRoom(AppConfig):
    name = "kring.foundation.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
