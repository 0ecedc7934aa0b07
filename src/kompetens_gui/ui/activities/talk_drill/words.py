"""What a line of the drill asks for."""

from __future__ import annotations

from kompetens_gui.domain.material.talk_drill import DrillTask
from kompetens_gui.domain.wording import translate


def task_words(task: DrillTask) -> str:
    return {
        DrillTask.OPEN_QUESTION: translate("TalkDrill", "Gör frågan öppen"),
        DrillTask.REFLECTION: translate("TalkDrill", "Spegla det som sägs"),
        DrillTask.SUMMARY: translate("TalkDrill", "Sammanfatta"),
        DrillTask.ASK_LEAVE: translate("TalkDrill", "Be om lov innan du berättar"),
    }[task]
