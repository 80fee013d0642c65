"""Whether a text asks several things (SAG-3): a hint from lists, questions and turns of phrase; it never decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

MOST_THINGS = 12
_MOST_CHARACTERS = 20_000
_LEAST_WORDS = 2
"""A part of a text with fewer telling words than this goes with its neighbour."""

_ITEM = re.compile(r"\s*(?:[-*•–·]|\(?[0-9٠-٩]{1,2}[.):\-]|\(?[a-hA-H]\))\s+(?=\S)")
_SENTENCE_END = re.compile(r"(?<=[.!?؟;؛])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Language:
    """How one language strings several things together.

    `turns` are words with which a further thing begins; `back` begins a question about the thing before; `steps`
    announce a list that belongs to one thing; `joins` join two statements; `chains` begin a statement whose
    second half is only its result; `fillers` say nothing about what a question is about.
    """

    turns: re.Pattern[str]
    back: re.Pattern[str]
    steps: re.Pattern[str]
    joins: re.Pattern[str]
    chains: re.Pattern[str]
    fillers: frozenset[str]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _any_of(*phrases: str, after: str = r"\b") -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)}){after}", re.IGNORECASE)


_ENGLISH = _Language(
    turns=_any_of(
        "and also",
        "also",
        "another (?:problem|question|issue|thing|point)",
        "an(?:other)? unrelated",
        "a (?:second|third|further|different) (?:problem|question|issue|thing|point)",
        "in addition",
        "additionally",
        "besides",
        "by the way",
        "on another note",
        "separately",
        "second(?:ly)?,",
        "third(?:ly)?,",
        "apart from that",
        after=r"(?!\w)",
    ),
    back=re.compile(
        r"\s*(?:and\s+)?(?:(?:how|why|when|what)\s+)?(?:is|are|was|were|does|do|did|has|have|will|can|could|should)\s+"
        r"(?:it|this|that|they|these|those)\b(?!\s+possible)",
        re.IGNORECASE,
    ),
    steps=_any_of("steps", "reproduce", "as follows to get", "procedure", "i did", "we did", "tried"),
    joins=re.compile(r"[,;]\s+and\s+(?=(?:the|our|my|all|some|new|an?)\s)|\s+and\s+also\s+", re.IGNORECASE),
    chains=_any_of(
        "when", "whenever", "if", "after", "once", "as soon as", "i", "we", "he", "she", "because"
    ),
    fillers=_words(
        "a an and any are be can could did do does for fix give have help here how i idea is it its look may me my "
        "of on one or our please so solution solve solved someone tell thank thanks that the them there these they "
        "thing this those to us was we were what when where which who why will would you your happen happening"
    ),
)
_FRENCH = _Language(
    turns=_any_of(
        "et aussi",
        "aussi,",
        "par ailleurs",
        "de plus",
        "en outre",
        "d['’]autre part",
        "en plus",
        "(?:une )?autre (?:question|problème|point|demande|chose)",
        "(?:une|un) (?:deuxième|second|seconde|troisième) (?:question|problème|point|demande|chose)",
        "deuxièmement",
        "troisièmement",
        "sinon,",
        "à part cela",
        after=r"(?!\w)",
    ),
    back=re.compile(
        r"\s*(?:et\s+)?(?:(?:pourquoi|quand|comment)\s+)?"
        r"(?:est[- ]ce (?:que )?(?:cela|ça|ce|cette|ces)|cela|ça|ceci)\b",
        re.IGNORECASE,
    ),
    steps=_any_of("étapes", "reproduire", "procédure", "mode opératoire", "essayé", "tenté"),
    joins=re.compile(
        r"[,;]\s+et\s+(?=(?:les?|la|nos|mes|notre|mon|ma|une?)\s|l['’])|\s+et\s+aussi\s+|,\s+ainsi que\s+",
        re.IGNORECASE,
    ),
    chains=_any_of(
        "quand",
        "lorsque",
        "lorsqu['’]",
        "si",
        "après",
        "dès que",
        "je",
        "j['’]",
        "nous",
        "on",
        "car",
    ),
    fillers=_words(
        "a ai aider au aux avec avez ce cela ces cette comment corriger dans de des du elle en est et être faire fait "
        "faut il ils je l la le les leur lui ma mais me merci mes moi mon ne nos notre nous on ou où par pas peut "
        "pour pourquoi pouvez quand que quel quelle quelles quels qu qui résoudre sa sans se ses si solution son "
        "sont sur t un une vos votre vous y"
    ),
)
_ARABIC = _Language(
    turns=_any_of(
        "و?[أا]يض[اً]+",
        "و?كذلك",
        "ب?ال[إا]ضاف[ةه] [إا]لى ذلك",
        "علاو[ةه] على ذلك",
        "(?:و?هناك )?(?:سؤال|[أا]مر|طلب) [آا]خر",
        "(?:و?هناك )?مشكل[ةه] [أا]خرى",
        "من ناحي[ةه] [أا]خرى",
        "ثاني[اً]+",
        "ثالث[اً]+",
        after=r"(?!\w)",
    ),
    back=re.compile(r"\s*و?هل (?:هذا|هذه|ذلك|تلك)\b"),
    steps=_any_of("خطوات", "الخطوات", "جربنا", "جربت", "حاولت", "حاولنا"),
    joins=re.compile(r"\s*[،,؛]?\s+كما [أا]ن\s+|\s*[،,؛]\s+و(?=ال)"),
    chains=_any_of("عندما", "إذا", "اذا", "بعد", "حين", "لما"),
    fillers=_words(
        "هل ما ماذا كيف لماذا متى أين اين من في على إلى الى عن هذا هذه ذلك تلك هو هي يمكن يمكنكم يمكنك المساعدة "
        "مساعدتي مساعدتنا حل الحل المشكلة شكرا فضلكم فضلك لو أن ان لا نعم مع أو او ثم يرجى رجاء السبب سبب"
    ),
)
_LANGUAGES = {"en": _ENGLISH, "fr": _FRENCH, "ar": _ARABIC}


def several_things(text: str, language: str) -> tuple[str, ...]:
    """The things a text seems to ask, each as the summary of a case of its own; one for one thing, none for no word.

    Knows English, French and Arabic ("fr_CA" is French); any other language is read as English, which leaves
    its lists and question marks. At most twelve things are told apart.
    """
    text = "\n".join(" ".join(line.split()) for line in text[:_MOST_CHARACTERS].splitlines()).strip()
    if not text:
        return ()
    spoken = _LANGUAGES.get(language.replace("-", "_").split("_")[0].lower(), _ENGLISH)
    things = _listed(text, spoken) or _told(text, spoken)
    kept = [*things[: MOST_THINGS - 1], " ".join(things[MOST_THINGS - 1 :])]
    return tuple(filter(None, map(_tidy, kept)))


def _listed(text: str, language: _Language) -> list[str]:
    """The items of a list and what was told before it; nothing if they are the steps of one thing."""
    lines = [line for line in text.splitlines() if line.strip()]
    starts = [number for number, line in enumerate(lines) if _ITEM.match(line)]
    if len(starts) < _LEAST_WORDS or not all(_telling(lines[number], language) for number in starts):
        return []
    while not _telling(lines[-1], language):
        lines.pop()  # a greeting
    opening = lines[: starts[0]]
    if any(language.steps.search(line) for line in opening):
        return []
    told = [] if not opening or opening[-1].rstrip().endswith(":") else [" ".join(opening)]
    for start, end in pairwise([*starts, len(lines)]):
        told.append(" ".join([_ITEM.sub("", lines[start], count=1), *lines[start + 1 : end]]))
    return told


def _told(text: str, language: _Language) -> list[str]:
    """The things of a running text: a turn of phrase, or a further question of substance, begins a new one."""
    things: list[list[str]] = [[]]
    asked = False
    since: list[str] = []  # what was said after a question; it belongs to the next question, if one comes
    for part, begins in _parts(text, language):
        question = part.rstrip(" »”\"')").endswith(("?", "؟"))
        substance = question and _telling(part, language) and not language.back.match(part)
        if begins and things[0]:
            things[-1] += since
            things.append([part])
            since, asked = [], substance
        elif substance and asked:
            things.append([*since, part])
            since = []
        elif asked and not question:
            since.append(part)
        else:
            things[-1] += [*since, part]
            since, asked = [], asked or substance
    things[-1] += since
    return [" ".join(thing) for thing in things]


def _parts(text: str, language: _Language) -> Iterator[tuple[str, bool]]:
    """Sentences, and what is joined to them without following from them; True where a further thing begins."""
    for sentence in _SENTENCE_END.split(text):
        turn = language.turns.match(sentence.lstrip())
        rest = sentence.lstrip()[turn.end() :].lstrip(" ,:،") if turn else sentence
        turned = turn is not None and _telling(rest, language)
        parts = language.joins.split(rest)
        follows = language.chains.match(rest.lstrip()) is not None
        if follows or not all(_telling(part, language) for part in parts):
            parts = [rest if turned else sentence]
        for position, part in enumerate(parts):
            if part.strip():
                yield part.strip(), turned if position == 0 else True


def _telling(text: str, language: _Language) -> bool:
    """Whether the text says what it is about, rather than only asking for help."""
    words = {word.casefold() for word in _WORD.findall(text)}
    return len(words - language.fillers) >= _LEAST_WORDS


def _tidy(text: str) -> str:
    flat = " ".join(text.split()).lstrip(" ,;:،؛")
    return flat[:1].upper() + flat[1:]
