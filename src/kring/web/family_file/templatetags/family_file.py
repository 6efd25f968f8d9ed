"""What the pages about a family draw without a template."""

from django import template

from kring.web.family_file.tabs import drawn_tabs

register = template.Library()
register.simple_tag(drawn_tabs, name="family_tabs")
