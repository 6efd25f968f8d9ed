from django.apps import AppConfig


class WorkflowRoom(AppConfig):
    name = "kring.foundation.workflow"
    label = "workflow"
    default_auto_field = "django.db.models.BigAutoField"
