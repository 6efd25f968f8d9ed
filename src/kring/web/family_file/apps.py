from django.apps import AppConfig


class FamilyFileRoom(AppConfig):
    name = "kring.web.family_file"
    label = "family_file"
    default_auto_field = "django.db.models.BigAutoField"
