"""The sentence with which a client is asked into a session, in the client's own language; it is only drafted."""

from __future__ import annotations

# In the client's language, not the window's: these are no texts of the interface.
_SENTENCES = {
    "en": "Please open this link so that we can look at it together with TeamViewer:\n{link}\n",
    "fr": "Veuillez ouvrir ce lien pour que nous regardions cela ensemble avec TeamViewer :\n{link}\n",
    "ar": "يرجى فتح هذا الرابط لكي نطّلع على الأمر معًا عبر TeamViewer:\n{link}\n",
}


def invitation(link: str, language: str) -> str:
    """The sentence with the link, in this language; in English where there is none for it."""
    spoken = language.partition("-")[0].partition("_")[0].lower()
    return _SENTENCES.get(spoken, _SENTENCES["en"]).format(link=link)
