"""Plain language and respect: words to mind, long sentences, heavy text, and facts that nobody has looked up yet."""

from collections.abc import Iterable, Iterator

from kompetens_gui.content.case_texts import CaseText, Reader
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.rule_lists import RuleLists, WordRule
from kompetens_gui.content.text_measures import lix, sentences, words
from kompetens_gui.content.yaml_reader import YamlDocument

LONGEST_SENTENCE = 25
HIGHEST_LIX = 45
# LIX of a few words says nothing.
_FEWEST_WORDS_FOR_LIX = 40
_UNRESOLVED = ("[kontrollera]", "[kontrollera ", "[trolig]")


def check_language(texts: list[CaseText], document: YamlDocument, lists: RuleLists) -> Iterator[Finding]:
    """Yield what is found in the words of a case."""
    for piece in texts:
        yield from _unresolved(piece, document)
        guilt_weight = Weight.BLOCKS_READY if piece.reader == Reader.ROOM else Weight.WARNING
        yield from _words(piece, document, lists.guilt, guilt_weight, "skuldordet")
        if piece.reader == Reader.ROOM:
            yield from _words(piece, document, lists.avoid, Weight.WARNING, "uttrycket")
        if piece.reader == Reader.LEADER or piece.where[0] in ("discussion", "learning_goals"):
            yield from _words(piece, document, lists.rule_words, Weight.WARNING, "regelordet")
            yield from _words(piece, document, lists.doubtful, Weight.WARNING, "uttrycket")
        if piece.reader in (Reader.ROOM, Reader.LEADER):
            yield from _long_sentences(piece, document)
    yield from _heavy_texts(texts, document)


def _unresolved(piece: CaseText, document: YamlDocument) -> Iterator[Finding]:
    for mark in _UNRESOLVED:
        if mark in piece.text.casefold():
            what = f"Texten har kvar en märkning ”{mark.strip()}”: uppgiften är inte kontrollerad."
            advice = "Kontrollera uppgiften mot källan och ta bort märkningen, eller ta bort uppgiften."
            yield Finding(Weight.BLOCKS_READY, document.problem(piece.where, what, advice, mark.strip()))


def _words(
    piece: CaseText, document: YamlDocument, rules: Iterable[WordRule], weight: Weight, what_it_is: str
) -> Iterator[Finding]:
    for rule in rules:
        for match in rule.pattern.finditer(piece.text):
            what = f"Texten innehåller {what_it_is} ”{match[0]}”."
            yield Finding(weight, document.problem(piece.where, what, rule.advice, match[0]))


def _long_sentences(piece: CaseText, document: YamlDocument) -> Iterator[Finding]:
    for sentence in sentences(piece.text):
        count = len(words(sentence))
        if count > LONGEST_SENTENCE:
            beginning = " ".join(sentence.split()[:6])
            what = f"Meningen ”{beginning} …” har {count} ord."
            advice = f"Dela den: högst {LONGEST_SENTENCE} ord, en tanke i varje mening."
            yield Finding(Weight.WARNING, document.problem(piece.where, what, advice, beginning))


def _heavy_texts(texts: list[CaseText], document: YamlDocument) -> Iterator[Finding]:
    """Judge the story, the person's own words and the discussion questions each as a whole."""
    for name, where in (("story", ("story",)), ("voice", ("person", "voice")), ("discussion", ("discussion",))):
        pieces = [t.text for t in texts if t.where[: len(where)] == where and t.reader == Reader.ROOM]
        text = "\n\n".join(pieces)
        value = lix(text)
        if value > HIGHEST_LIX and len(words(text)) >= _FEWEST_WORDS_FOR_LIX:
            what = f"Texten i {name} är tung att läsa: LIX {value}, gränsen är {HIGHEST_LIX}."
            advice = "Korta meningarna och byt långa ord mot vardagligare."
            yield Finding(Weight.WARNING, document.problem(where, what, advice))
