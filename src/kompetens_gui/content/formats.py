"""All formats of content files besides cases: those of self-study and those of the workshop.

Self-study alone imports its own formats: making the models takes a while.
"""

from kompetens_gui.content.material.formats import WORKSHOP
from kompetens_gui.content.study.format import StudyFormat
from kompetens_gui.content.study.formats import FORMATS as STUDY_FORMATS

FORMATS: tuple[StudyFormat, ...] = (*STUDY_FORMATS, *WORKSHOP.values())
