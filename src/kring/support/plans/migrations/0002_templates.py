from django.db import migrations

from kring.support.plans.loading import load_templates


def forwards(apps, schema_editor):
    load_templates(apps)


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
