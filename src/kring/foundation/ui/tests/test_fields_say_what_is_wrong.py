"""A field shows its label, its hint and its error, and ties them to the control."""

import re

from django import forms
from django.template import Context, Template


class Ask(forms.Form):
    what = forms.CharField(label="Waar wil je hulp bij?", help_text="Eén zin is genoeg.")
    name = forms.CharField(label="Naam", required=False)
    safe = forms.ChoiceField(
        label="Is het thuis veilig?", choices=[("y", "Ja"), ("n", "Nee")], widget=forms.RadioSelect
    )
    agree = forms.BooleanField(label="Ik weet het")
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)


def drawn(source: str, form: forms.Form) -> str:
    return Template("{% load cotton %}" + source).render(Context({"form": form}))


def test_hint_and_error_are_tied_to_the_control() -> None:
    html = drawn("{% include 'ui/field.html' with field=form.what side='' %}", Ask({}))
    described = re.search(r'aria-describedby="([^"]+)"', html)
    assert described
    for part in described.group(1).split():
        assert f'id="{part}"' in html
    assert 'aria-invalid="true"' in html
    assert "Eén zin is genoeg." in html


def test_what_may_stay_empty_says_so() -> None:
    html = drawn("{% include 'ui/field.html' with field=form.name side='' %}", Ask())
    assert "mag je openlaten" in html


def test_radios_stand_in_a_group_with_a_legend() -> None:
    html = drawn("{% include 'ui/field.html' with field=form.safe side='' %}", Ask())
    assert "<fieldset" in html
    assert re.search(r"<legend>\s*Is het thuis veilig\?", html)


def test_the_label_of_a_box_stands_after_it() -> None:
    html = drawn("{% include 'ui/field.html' with field=form.agree side='' %}", Ask())
    assert html.index('type="checkbox"') < html.index("Ik weet het")


def test_the_summary_leads_to_each_wrong_field() -> None:
    form = Ask({"what": "Slapen"})
    html = drawn("{{ form }}", form)
    targets = re.findall(r'<a href="#([^"]+)"', html)
    assert targets == ["id_safe_0", "id_agree"]
    for target in targets:
        assert f'id="{target}"' in html


def test_a_form_without_errors_has_no_summary() -> None:
    assert "data-focus-me" not in drawn("{{ form }}", Ask())
