"""The first start and the locked desk: what is chosen, what is missing, what the policies' own figures say."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supportdesk.domain.errors import KnownError
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.operations.policies import built_in_policies
from supportdesk.ui.first_run import policy_words
from supportdesk.ui.first_run.cards import PlaceCard
from supportdesk.ui.first_run.choice import FirstRunChoice
from supportdesk.ui.first_run.unlock import UnlockWindow
from supportdesk.ui.first_run.window import FirstRunWindow
from supportdesk.ui.widgets.buttons import Button

WRONG = KnownError("The passphrase does not open this profile.", "Nothing was changed.", "Type it again.")
Make = Callable[..., FirstRunWindow]


@pytest.fixture(scope="module")
def policies() -> tuple[Policy, ...]:
    return built_in_policies()


@pytest.fixture
def make(policies: tuple[Policy, ...], qtbot: QtBot) -> Iterator[Make]:
    made: list[FirstRunWindow] = []

    def start(*, keyring: bool = True, given: tuple[Policy, ...] = policies) -> FirstRunWindow:
        window = FirstRunWindow(
            given, folder=Path("/desks/nadia"), keyring=keyring, time_zone="America/Toronto"
        )
        made.append(window)
        window.resize(1280, 688)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield start
    for window in made:
        window.close()
        window.deleteLater()


def _choose_policy(window: FirstRunWindow, code: str) -> None:
    next(card for card in window.support.policies.cards if card.key == code).click()


def _fill_team(window: FirstRunWindow) -> None:
    team = window.team.team
    team.person.set_text("Nadia Karim")
    team.email.set_text("nadia.karim@ledgerline.example")
    team.branch.set_text("Toronto")


def test_what_was_chosen_on_the_way_is_handed_over(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.go_on()
    _choose_policy(window, "sparkrock")
    window.go_on()
    _fill_team(window)
    with qtbot.waitSignal(window.chosen) as chosen:
        QTest.keyClick(window.team.team.branch.control, Qt.Key.Key_Return)
    assert chosen.args == [
        FirstRunChoice(
            language="en",
            policy_code="sparkrock",
            encryption="keyring",
            passphrase=None,
            person_name="Nadia Karim",
            email="nadia.karim@ledgerline.example",
            branch_name="Toronto",
            time_zone="America/Toronto",
        )
    ]
    assert not window.forward.isEnabled()


def test_what_is_missing_is_said_and_the_page_stays(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.go_on()
    window.go_on()
    team = window.team.team
    team.email.set_text("nadia")
    team.zone.set_text("Mars/Olympus")
    with qtbot.assertNotEmitted(window.chosen):
        window.go_on()
    assert all(field.error for field in (team.person, team.email, team.branch, team.zone))
    assert QApplication.focusWidget() is team.person.control
    window.go_back()
    assert window.pages.currentWidget() is window.support


def test_with_a_keyring_nothing_is_asked_about_the_lock(make: Make) -> None:
    window = make()
    window.go_on()
    locking = window.support.locking
    assert locking.encryption == "keyring"
    assert not locking.first.isVisible()
    assert not locking.without.isVisible()


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("", "", "first"),
        ("short", "short", "first"),
        ("          ", "          ", "first"),
        ("correct horse battery", "correct horse batery", "second"),
    ],
)
def test_without_a_keyring_a_passphrase_is_asked_twice(
    make: Make, first: str, second: str, wrong: str
) -> None:
    window = make(keyring=False)
    window.go_on()
    locking = window.support.locking
    assert locking.encryption == "passphrase"
    locking.first.set_text(first)
    locking.second.set_text(second)
    window.go_on()
    assert window.pages.currentWidget() is window.support
    assert getattr(locking, wrong).error
    assert locking.first.control.echoMode() == locking.first.control.EchoMode.Password


def test_a_passphrase_is_kept_as_it_was_typed(make: Make, qtbot: QtBot) -> None:
    window = make(keyring=False)
    window.go_on()
    for field in (window.support.locking.first, window.support.locking.second):
        field.set_text(" four words with spaces ")
    window.go_on()
    _fill_team(window)
    with qtbot.waitSignal(window.chosen) as chosen:
        window.go_on()
    assert chosen.args[0].passphrase == " four words with spaces "
    assert chosen.args[0].encryption == "passphrase"


def test_no_encryption_takes_an_express_choice(make: Make, qtbot: QtBot) -> None:
    window = make(keyring=False)
    window.go_on()
    window.support.locking.without.click()
    assert not window.support.locking.first.isEnabled()
    window.go_on()
    _fill_team(window)
    with qtbot.waitSignal(window.chosen) as chosen:
        window.go_on()
    assert (chosen.args[0].encryption, chosen.args[0].passphrase) == ("off", None)


@pytest.mark.parametrize(("keyring", "encryption"), [(True, "keyring"), (False, "off")])
def test_sample_cases_are_one_click_away(make: Make, qtbot: QtBot, keyring: bool, encryption: str) -> None:
    window = make(keyring=keyring)
    with qtbot.waitSignal(window.chosen) as chosen:
        window.look_around.click()
    choice: FirstRunChoice = chosen.args[0]
    assert choice.sample
    assert choice.encryption == encryption
    assert choice.policy_code


def test_another_language_keeps_what_was_chosen(make: Make, qtbot: QtBot) -> None:
    window = make(keyring=False)
    window.support.locking.without.click()
    _choose_policy(window, "synergy")
    _fill_team(window)
    with qtbot.waitSignal(window.language_chosen) as asked:
        window.language.cards[1].click()
    assert asked.args == ["fr"]
    before = window.choice()
    # What installing a translation brings about.
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert window.choice() == before
    assert window.choice().language == "fr"
    assert window.support.policies.cards[0].accessibleName() != ""
    names = {card.key: card.accessibleName() for card in window.support.policies.cards}
    assert names["sage"] == "Tickets sur le portail"


def test_a_hub_is_no_button_that_pretends(make: Make) -> None:
    window = make()
    window.go_on()
    hub = next(card for card in window.findChildren(PlaceCard) if "hub" in card.accessibleName())
    assert hub.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert hub.findChildren(Button) == []
    parts = [part for part in hub.findChildren(QWidget) if part.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert parts == []


def test_arrow_keys_go_through_the_policies(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.go_on()
    part = window.support.policies
    chosen = next(card for card in part.cards if card.isChecked())
    assert QApplication.focusWidget() is chosen
    place = part.cards.index(chosen)
    qtbot.waitUntil(lambda: len({card.y() for card in part.cards}) == 1)
    QTest.keyClick(chosen, Qt.Key.Key_Right)
    assert part.chosen == part.cards[place + 1].key
    QTest.keyClick(part.cards[place + 1], Qt.Key.Key_Left)
    assert part.chosen == chosen.key


def test_policies_stand_by_what_they_are_and_promised_times_are_chosen(
    make: Make, policies: tuple[Policy, ...]
) -> None:
    window = make(given=tuple(reversed(policies)))
    part = window.support.policies
    assert [card.key for card in part.cards] == ["sapphireone", "sparkrock", "synergy", "onyxpro", "sage"]
    assert part.chosen == window.choice().policy_code == "sparkrock"
    without = [policy for policy in policies if policy_words.icon(policy) != "timer"]
    part.show_policies(without, "")
    assert part.chosen == "sapphireone"
    part.show_policies(policies, "sage")
    assert part.chosen == "sage"


def test_policies_may_come_later(make: Make, policies: tuple[Policy, ...]) -> None:
    window = make(given=())
    window.go_on()
    assert not window.forward.isEnabled()
    window.show_policies(policies)
    assert window.forward.isEnabled()
    assert window.support.policies.chosen == policy_words.usual(policies)


def test_a_refusal_leaves_everything_and_lets_go(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.go_on()
    window.go_on()
    _fill_team(window)
    window.go_on()
    window.show_refusal(KnownError("The folder can't be made.", "Nothing was set up.", "Choose another."))
    assert window.trouble.isVisible()
    assert window.trouble.accessibleName() == "The folder can't be made. Nothing was set up. Choose another."
    assert window.forward.isEnabled()
    assert window.forward.text() == "Set up the desk"
    assert window.team.team.person.text() == "Nadia Karim"


@pytest.mark.parametrize("width", [720, 1000, 1280, 1920])
def test_nothing_is_wider_than_its_page(make: Make, qtbot: QtBot, width: int) -> None:
    window = make(keyring=False)
    window.resize(width, 688)
    for page in (window.language, window.support, window.team):
        window.pages.setCurrentWidget(page)
        qtbot.wait(50)
        inner = page.widget()
        assert inner is not None
        assert inner.width() <= page.viewport().width()


@pytest.fixture
def locked(qtbot: QtBot) -> Iterator[UnlockWindow]:
    window = UnlockWindow("/desks/nadia")
    window.show()
    yield window
    window.close()
    window.deleteLater()


def test_a_passphrase_unlocks(locked: UnlockWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(locked.passphrase.control, "four words with spaces ")
    with qtbot.waitSignal(locked.unlocked) as unlocked:
        QTest.keyClick(locked.passphrase.control, Qt.Key.Key_Return)
    assert unlocked.args == ["four words with spaces "]
    assert not locked.primary.isEnabled()


def test_a_wrong_passphrase_can_be_corrected(locked: UnlockWindow, qtbot: QtBot) -> None:
    locked.passphrase.set_text("wrong")
    locked.primary.click()
    locked.show_refusal(WRONG)
    assert locked.passphrase.error == WRONG.what
    assert locked.trouble.isVisible()
    assert locked.passphrase.control.selectedText() != ""
    with qtbot.waitSignal(locked.unlocked):
        locked.primary.click()


def test_nothing_typed_is_not_tried(locked: UnlockWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(locked.unlocked):
        locked.primary.click()
    assert locked.passphrase.error


def test_a_missing_key_is_explained_and_tried_again(qtbot: QtBot) -> None:
    error = KnownError("The keyring holds no key.", "The file stays closed.", "Restore the keyring.")
    window = UnlockWindow("/desks/nadia", error=error)
    window.show()
    assert not window.passphrase.isVisible()
    assert (
        window.trouble.accessibleName()
        == "The keyring holds no key. The file stays closed. Restore the keyring."
    )
    with qtbot.waitSignal(window.retry_asked):
        window.primary.click()
    window.show_refusal(error)
    assert window.primary.isEnabled()
    with qtbot.waitSignal(window.left):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    window.close()
    window.deleteLater()
