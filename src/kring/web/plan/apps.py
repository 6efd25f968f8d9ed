from django.apps import AppConfig


class PlanRoom(AppConfig):
    name = "kring.web.plan"
    label = "plan"
    default_auto_field = "django.db.models.BigAutoField"
