"""Links from the shell to pages of rooms beside it."""

from django import template

from kring.web.shell.search import page_of

register = template.Library()
register.simple_tag(page_of)
