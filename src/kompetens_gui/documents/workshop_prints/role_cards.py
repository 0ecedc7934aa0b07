"""A role's card: what everyone knows, and what this role alone knows. It is given nothing of the other roles' cards.

A card is to be one page, so its text is made a little smaller until it fits. When the role has so many papers with it
that even that is too much, the papers follow on a page of their own.
"""

from dataclasses import dataclass

from kompetens_gui.documents.workshop_prints.drawing import draw
from kompetens_gui.documents.workshop_prints.pages import Draw, Head, Pages
from kompetens_gui.documents.workshop_prints.text_setting import BODY, LEAD, SMALL, Style
from kompetens_gui.domain.material.role_play import MeetingMode, RolePart
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.print_papers import RoleCardPaper

GAP = 18.0
SIZES = (BODY, Style(10, 13.5, after=3), Style(9.5, 12.5, after=3))


@draw.register
def _(paper: RoleCardPaper, pages: Pages, head: Head) -> None:
    pages.begin(head)
    room = pages.room
    whole = next((s for s in SIZES if pages.measure(_Card(paper, s).whole) <= room), None)
    if whole is not None:
        _Card(paper, whole).whole(pages)
        return
    style = next((s for s in SIZES if pages.measure(_Card(paper, s).card) <= room), SIZES[-1])
    _Card(paper, style).card(pages)
    if paper.papers:
        pages.new_page()
        _Card(paper, BODY).papers(pages)


@dataclass(frozen=True)
class _Card:
    """A card at a size of text."""

    paper: RoleCardPaper
    style: Style

    def whole(self, pages: Pages) -> None:
        self.card(pages)
        self.papers(pages)

    def card(self, pages: Pages) -> None:
        card, style = self.paper.card, self.style
        pages.title(card.title)
        pages.text(f"{card.name}, {card.age}. {card.subtitle}", LEAD)
        self._everyone_knows(pages)
        pages.heading(translate("Prints", "Du är"))
        pages.text(card.you_are, style)
        if card.part == RolePart.MAIN:
            practises = translate("Prints", "Det är du som övar. Observatörerna följer dig.")
            pages.text(practises, style)
        if card.first_words.strip():
            said = translate("Prints", "Så låter du först:")
            pages.boxed(lambda p: p.text(card.first_words, style, said))
        self._beside(
            pages,
            (translate("Prints", "Du vill"), card.wants),
            (translate("Prints", "Du oroar dig för"), card.worries),
        )
        self._told_if_asked(pages)
        self._beside(
            pages,
            (translate("Prints", "Det här gör dig mjukare"), card.softens),
            (translate("Prints", "Det här gör dig hårdare"), card.hardens),
        )
        self._beside(
            pages,
            (translate("Prints", "Din gräns"), card.limits),
            (translate("Prints", "Om du kör fast"), card.ways_on),
        )
        self._changes(pages)
        safety = self.paper.safety
        words = translate("Prints", "Stoppord: ”{word}”. {text}").format(word=safety.word, text=safety.text)
        pages.gap(3)
        pages.text(words, SMALL)

    def papers(self, pages: Pages) -> None:
        """Draw the papers that the role has with it."""
        for one in self.paper.papers:
            pages.heading(translate("Prints", "Med dig: {title}").format(title=one.title), 40)
            pages.text(one.text, self.style, keep_breaks=True)

    def _everyone_knows(self, pages: Pages) -> None:
        paper = self.paper
        pages.heading(translate("Prints", "Det här vet alla"))
        if paper.content_warning:
            pages.text(paper.content_warning, SMALL)
        pages.text(paper.place, self.style, f"{mode_words(paper.mode)}:")
        pages.text(paper.background, self.style)
        if paper.others:
            others = "; ".join(f"{o.title}: {o.name} ({o.subtitle})" for o in paper.others)
            pages.text(f"{others}.", self.style, translate("Prints", "De andra:"))

    def _told_if_asked(self, pages: Pages) -> None:
        told = self.paper.card.told_if_asked
        if not told:
            return
        pages.heading(translate("Prints", "Det här berättar du bara om …"), 60)
        for one in told:

            def secret(pages: Pages, when: str = one.when, tell: str = one.tell) -> None:
                pages.text(when, self.style, translate("Prints", "Om:"))
                with pages.inset(14):
                    pages.text(tell, self.style, translate("Prints", "Då:"))

            pages.together(secret)

    def _changes(self, pages: Pages) -> None:
        paper = self.paper
        if not paper.changes:
            return
        if paper.level:
            pages.heading(translate("Prints", "Så spelar du i dag"))
        else:
            pages.heading(translate("Prints", "Om ledaren säger en nivå"))
        for change in paper.changes:
            words = translate("Prints", "Nivå {number}, ”{title}”:")
            pages.text(change.text, self.style, words.format(number=change.level, title=change.title))

    def _beside(self, pages: Pages, *lists: tuple[str, tuple[str, ...]]) -> None:
        """Draw lists beside each other; an empty one leaves its place to the others."""
        filled = [one for one in lists if one[1]]
        if filled:
            pages.beside([self._listed(title, items) for title, items in filled], GAP)

    def _listed(self, title: str, items: tuple[str, ...]) -> Draw:
        def drawn(pages: Pages) -> None:
            pages.label(title)
            pages.points(items, self.style)

        return drawn


def mode_words(mode: MeetingMode) -> str:
    """Say how those who play meet."""
    return {
        MeetingMode.PHYSICAL: translate("Prints", "Ni möts i ett rum"),
        MeetingMode.DIGITAL: translate("Prints", "Ni möts på skärm"),
        MeetingMode.PHONE: translate("Prints", "Ni talar i telefon"),
    }[mode]
