"""Which cases session codes of unknown origin are of, by the custom field that a desk writes at TeamViewer."""

from __future__ import annotations

from collections.abc import Iterable

from supportdesk.remote.teamviewer import TeamViewer
from supportdesk.remote.teamviewer_errors import BadLink, NoSuchSession, TeamViewerError, Unreadable
from supportdesk.rules.remote_sessions.facts import KnownCode


def look_up(teamviewer: TeamViewer, codes: Iterable[str]) -> dict[str, KnownCode | None]:
    """What TeamViewer answers of these codes, None where it knows no case. What is not in it was not answered.

    No TeamViewerError comes out of it: the reports that hold the codes are there, and are not lost for their sake.
    """
    answered: dict[str, KnownCode | None] = {}
    for code in codes:
        try:
            session = teamviewer.read(code)
        except NoSuchSession:
            answered[code] = None
        except (Unreadable, BadLink):
            # It lies in this one answer: those after it are asked for all the same.
            continue
        except TeamViewerError:
            break
        else:
            named = session.case_id
            answered[code] = KnownCode(code, named, session.created_at) if named is not None else None
    return answered
