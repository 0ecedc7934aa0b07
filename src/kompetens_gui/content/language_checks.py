"""Plain language and respect: words to mind, long sentences, heavy text, and facts that nobody has looked up yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kompetens_gui.content.content_texts import ContentText, Reader
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.rule_lists import RuleLists, WordRule
from kompetens_gui.content.text_measures import lix, sentences, words
from kompetens_gui.content.yaml_reader import Where, YamlDocument

LONGEST_SENTENCE = 25
HIGHEST_LIX = 45
# LIX of a few words says nothing.
_FEWEST_WORDS_FOR_LIX = 40
_READ_AS_PROSE = (Reader.ROOM, Reader.LEADER, Reader.CHOICE)
_UNRESOLVED = ("[kontrollera]", "[kontrollera ", "[trolig]")


@dataclass(frozen=True)
class WholeText:
    """Texts that are read as one, and how heavy they may be together."""

    name: str
    where: Where
    text: str
    highest_lix: int = HIGHEST_LIX
    weight: Weight = Weight.WARNING


def check_language(texts: list[ContentText], document: YamlDocument, lists: RuleLists) -> Iterator[Finding]:
    """Yield what is found in the words of a file, text by text."""
    for piece in texts:
        yield from _unresolved(piece, document)
        guilt_weight = Weight.BLOCKS_READY if piece.reader == Reader.ROOM else Weight.WARNING
        yield from _words(piece, document, lists.guilt, guilt_weight, "skuldordet")
        if piece.reader == Reader.ROOM:
            yield from _words(piece, document, lists.avoid, Weight.WARNING, "uttrycket")
        if piece.explains:
            yield from _words(piece, document, lists.rule_words, Weight.WARNING, "regelordet")
            yield from _words(piece, document, lists.doubtful, Weight.WARNING, "uttrycket")
        if piece.reader in _READ_AS_PROSE:
            yield from _long_sentences(piece, document)


def _unresolved(piece: ContentText, document: YamlDocument) -> Iterator[Finding]:
    for mark in _UNRESOLVED:
        if mark in piece.text.casefold():
            what = f"Texten har kvar en märkning ”{mark.strip()}”: uppgiften är inte kontrollerad."
            advice = "Kontrollera uppgiften mot källan och ta bort märkningen, eller ta bort uppgiften."
            yield Finding(Weight.BLOCKS_READY, document.problem(piece.where, what, advice, mark.strip()))


def _words(
    piece: ContentText, document: YamlDocument, rules: Iterable[WordRule], weight: Weight, what_it_is: str
) -> Iterator[Finding]:
    for rule in rules:
        for match in rule.pattern.finditer(piece.text):
            what = f"Texten innehåller {what_it_is} ”{match[0]}”."
            yield Finding(weight, document.problem(piece.where, what, rule.advice, match[0]))


def _long_sentences(piece: ContentText, document: YamlDocument) -> Iterator[Finding]:
    for sentence in sentences(piece.text):
        count = len(words(sentence))
        if count > LONGEST_SENTENCE:
            beginning = " ".join(sentence.split()[:6])
            what = f"Meningen ”{beginning} …” har {count} ord."
            advice = f"Dela den: högst {LONGEST_SENTENCE} ord, en tanke i varje mening."
            yield Finding(Weight.WARNING, document.problem(piece.where, what, advice, beginning))


def check_heaviness(wholes: Iterable[WholeText], document: YamlDocument) -> Iterator[Finding]:
    """Yield the texts that are heavy to read as a whole."""
    for whole in wholes:
        value = lix(whole.text)
        if value > whole.highest_lix and len(words(whole.text)) >= _FEWEST_WORDS_FOR_LIX:
            what = f"Texten i {whole.name} är tung att läsa: LIX {value}, gränsen är {whole.highest_lix}."
            advice = "Korta meningarna och byt långa ord mot vardagligare."
            yield Finding(whole.weight, document.problem(whole.where, what, advice))


def whole_texts(texts: list[ContentText], places: Iterable[tuple[str, Where]]) -> Iterator[WholeText]:
    """Yield what a reader meets under each place as one text."""
    for name, where in places:
        pieces = [t.text for t in texts if t.where[: len(where)] == where and t.reader == Reader.ROOM]
        yield WholeText(name, where, "\n\n".join(pieces))
