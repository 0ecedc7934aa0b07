"""Diagnosis codes where an employer would read them. The employer is never told the diagnosis."""

import re
from collections.abc import Iterator

from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.yaml_reader import Where, YamlDocument

# As certificates write it: F32.1, F43.8A.
_CODE = re.compile(r"\b[A-Z]\d{2}\.?\d[0-9A-Z]?\b")


def diagnosis_findings(text: str, where: Where, document: YamlDocument) -> Iterator[Finding]:
    """Yield what blocks publication when the employer would meet a diagnosis code."""
    code = _CODE.search(text)
    if code:
        what = f"Texten innehåller något som ser ut som en diagnoskod: {code[0]}."
        advice = "Ta bort den: arbetsgivaren får inte veta diagnosen."
        yield Finding(Weight.BLOCKS_READY, document.problem(where, what, advice, code[0]))
