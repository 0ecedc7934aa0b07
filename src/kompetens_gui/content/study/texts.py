"""The texts of a study content file one by one, told apart by who reads them."""

from collections.abc import Iterator

from kompetens_gui.content.content_texts import ContentText, Reader, strings
from kompetens_gui.content.yaml_reader import Where, YamlDocument

# Ids and chosen values, quotes that stand in a text anyway, and words that are there to be avoided.
_NOT_PROSE = {
    "id", "status", "type", "kind", "key", "ref", "goto", "chose", "not_chose", "track", "situation", "sex", "level",
    "diagnosis_group", "name_origin", "area", "competence_areas", "module", "modules", "family", "quote", "verdict",
    "perspective", "certainty", "form", "who", "end", "start", "exception", "ground", "rule_version", "case", "check",
    "medical_certificate", "after", "words", "course_code", "rule", "phone", "part", "mode", "role", "time", "paper",
    "bin", "forum",
}  # fmt: skip
_RECORD = {"sources", "source", "review", "audience", "person", "helplines", "unit"}
# A text is known by its field and the list or block around it.
_CHOICES = {
    ("options", "text"),
    ("choices", "text"),
    ("choices", "detail"),
    ("next_questions", "text"),
    ("ways", "text"),
    ("pairs", "left"),
    ("pairs", "right"),
    ("events", "text"),
    ("items", "sequence"),
    ("statements", "text"),
    ("lines", "line"),
}
_MATERIAL = {
    ("portions", "text"),
    ("plan", "text"),
    ("plan", "heading"),
    ("must_keep", "text"),
    ("nodes", "voice"),
    ("papers", "text"),
    ("roles", "first_words"),
    ("told_if_asked", "tell"),
    ("demonstration", "text"),
}
_MATERIAL_FIELDS = {"original", "medical_note", "coordinator_note"}
# Feedback may name a word in order to advise against it, so it is judged as a leader's text is.
_ADVICE = {
    "feedback", "why", "advice", "answers", "consequences", "reasons", "hardens", "limits", "anchors", "leader",
    "leader_notes", "hint",
}  # fmt: skip
_TELLS_WHAT_HOLDS = {
    ("rule_box", "text"),
    ("facts", "text"),
    ("pages", "text"),
    ("items", "feedback"),
    ("leader", "facts"),
}


def study_texts(document: YamlDocument) -> Iterator[ContentText]:
    """Yield every text in the order of the file. Fields of the author's own (x-) are left alone."""
    for where, text in strings(document.data, (), _NOT_PROSE):
        names = [part for part in where if isinstance(part, str)]
        last = (names[-2] if len(names) > 1 else "", names[-1]) if names else ("", "")
        yield ContentText(where, text, _reader(where, last), explains=last in _TELLS_WHAT_HOLDS)


def _reader(where: Where, last: tuple[str, str]) -> Reader:
    if _RECORD.intersection(where):
        return Reader.RECORD
    if last in _CHOICES:
        return Reader.CHOICE
    if last in _MATERIAL or _MATERIAL_FIELDS.intersection(where):
        return Reader.MATERIAL
    return Reader.LEADER if _ADVICE.intersection(where) else Reader.ROOM
