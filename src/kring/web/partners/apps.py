from django.apps import AppConfig


class PartnersRoom(AppConfig):
    name = "kring.web.partners"
    label = "partners"
    default_auto_field = "django.db.models.BigAutoField"
