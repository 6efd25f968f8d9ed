import pytest

from kring.registry.places.models import Province


@pytest.mark.django_db
def test_an_unordered_query_comes_back_in_any_order():
    codes = [f"{number:05}" for number in range(99000, 99030)]
    Province.objects.bulk_create(Province(nis=code, name={}) for code in codes)
    made = Province.objects.filter(nis__startswith="99")
    read = [[province.nis for province in made.all()] for _ in range(5)]
    assert any(order != codes for order in read)
    assert [province.nis for province in made.order_by("nis")] == codes
