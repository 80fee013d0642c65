"""What an operation brings about outside is noted with it, carried out once, and not at all where it was taken back."""

from __future__ import annotations

import threading

import pytest

from supportdesk.hub import duties
from supportdesk.services import undo
from supportdesk.services.cases import replies
from supportdesk.services.exchange import effects
from supportdesk.services.exchange.effects import Effect
from tests.hub.busy import waiting_cases
from tests.sync.office import Office


def test_an_effect_is_carried_out_once_by_whoever_claims_it(office: Office) -> None:
    waiting_cases(office, 4)
    office.later(days=4)
    duties.once(office.hub.desk)
    later = office.now + effects.WITHDRAWABLE
    assert effects.carry_out(office.hub.store, office.now, lambda _effect: None) == 0
    carried: list[Effect] = []
    begin = threading.Barrier(2)

    def carry() -> None:
        begin.wait()
        effects.carry_out(office.hub.store, later, carried.append)

    threads = [threading.Thread(target=carry) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [effect.kind for effect in carried] == ["step"] * 4
    assert len({effect.operation_id for effect in carried}) == 4


def test_an_effect_whose_carrier_failed_is_left_for_a_person(office: Office) -> None:
    (case_id,) = waiting_cases(office, 1)
    replies.reply(office.hub.desk, case_id, "Please try again.")

    def fail(_effect: Effect) -> None:
        raise RuntimeError

    now = office.later(hours=1)
    with pytest.raises(RuntimeError):
        effects.carry_out(office.hub.store, now, fail)
    assert effects.carry_out(office.hub.store, now, lambda _effect: None) == 0
    with office.hub.store.read() as conn:
        assert [effect.kind for effect in effects.stuck(conn, now)] == ["reply"]


def test_what_is_taken_back_in_time_is_never_carried_out(office: Office) -> None:
    (case_id,) = waiting_cases(office, 1)
    replies.reply(office.hub.desk, case_id, "Please try again.")
    undo.last(office.hub.desk)
    assert effects.carry_out(office.hub.store, office.later(hours=1), lambda _effect: None) == 0


# ---------------------------------------------------------------- in the app
