def test_a_page_that_cannot_be_heard_is_seen(somebody):
    visitor = somebody()
    visitor.open("/")
    visitor.seen.clear()
    visitor.page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    visitor.look()
    faults = list(visitor.faults)
    visitor.faults.clear()
    assert any("button-name" in fault for fault in faults)
