"""How Django draws forms: with the product's own field, also where a library brings the form."""

from django.forms.renderers import TemplatesSetting


class ProductRenderer(TemplatesSetting):
    """Labels, hints and errors as in ``<c-field>``."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
