import logging

import pytest

from kompetens_gui.services.news import EventBus, News, PreferencesChanged, SessionsChanged


def test_everyone_hears_until_they_stop_listening() -> None:
    bus = EventBus()
    first: list[News] = []
    second: list[News] = []
    stop = bus.subscribe(first.append)
    bus.subscribe(second.append)
    bus.publish(SessionsChanged())
    stop()
    stop()
    bus.publish(PreferencesChanged())
    assert first == [SessionsChanged()]
    assert second == [SessionsChanged(), PreferencesChanged()]


def test_stopping_ends_one_subscription_of_two() -> None:
    bus = EventBus()
    heard: list[News] = []
    stop = bus.subscribe(heard.append)
    bus.subscribe(heard.append)
    stop()
    bus.publish(SessionsChanged())
    assert heard == [SessionsChanged()]


def test_a_listener_may_stop_or_speak_while_it_listens() -> None:
    bus = EventBus()
    heard: list[News] = []

    def once(news: News) -> None:
        stop()
        heard.append(news)
        bus.publish(PreferencesChanged())

    stop = bus.subscribe(once)
    bus.publish(SessionsChanged())
    assert heard == [SessionsChanged()]


def test_one_that_fails_does_not_keep_the_news_from_the_others(caplog: pytest.LogCaptureFixture) -> None:
    bus = EventBus()
    heard: list[News] = []

    def fail(_: News) -> None:
        raise ValueError

    bus.subscribe(fail)
    bus.subscribe(heard.append)
    with caplog.at_level(logging.ERROR):
        bus.publish(SessionsChanged())
    assert heard == [SessionsChanged()]
    assert "SessionsChanged" in caplog.text
