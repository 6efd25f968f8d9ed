from django.apps import AppConfig


class PlansRoom(AppConfig):
    name = "kring.support.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"
