from tests.strict.reference_data import reference_tables


def test_reference_tables_point_to_reference_tables_only():
    kept = reference_tables()
    assert "places_municipality" in kept
    assert "network_rolelabel" not in kept
    assert "requests_request" not in kept
