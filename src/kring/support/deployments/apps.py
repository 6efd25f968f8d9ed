from django.apps import AppConfig


class DeploymentsRoom(AppConfig):
    name = "kring.support.deployments"
    label = "deployments"
    default_auto_field = "django.db.models.BigAutoField"
