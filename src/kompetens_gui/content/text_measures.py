"""How heavy a Swedish text is to read; the measures themselves belong to the domain, where exercises show them too."""

from kompetens_gui.domain.readability import lix, sentences, words

__all__ = ["lix", "sentences", "words"]
