"""Keys, trust, lists and learners' certificates in the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.course_certificate import CourseCertificateNumber
from kompetens_gui.domain.credentials.issuers import KeyId
from kompetens_gui.domain.credentials.revocation import RevocationList, RevokedEntry
from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.services.ports import UnitOfWorkFactory
from tests.storage.credential_making import LIST, NEW, OLD, OTHER, a_completion
from tests.storage.making import NOW, a_course_certificate, moments, texts


def test_what_is_put_twice_is_there_once_as_it_was_put_last(work: UnitOfWorkFactory) -> None:
    newer = replace(LIST, sequence=LIST.sequence + 1, entries=())
    with work() as unit:
        unit.signing_keys.put(NEW)
        unit.signing_keys.put(replace(NEW, retired_at=NOW, retired_because=OLD.retired_because))
        unit.trusted_keys.put(OTHER)
        unit.trusted_keys.put(replace(OTHER, trusted_at=NOW + timedelta(days=1)))
        unit.revocation_lists.put(LIST)
        unit.revocation_lists.put(newer)
        unit.commit()
    with work() as unit:
        (own,) = unit.signing_keys.all()
        assert not own.is_current
        (trusted,) = unit.trusted_keys.all()
        assert trusted.trusted_at == NOW + timedelta(days=1)
        assert unit.revocation_lists.all() == [newer]


def test_what_is_not_trusted_cannot_be_distrusted(work: UnitOfWorkFactory) -> None:
    with work() as unit, pytest.raises(NotFound):
        unit.trusted_keys.remove(KeyId("0" * 16))


def test_certificates_of_a_learner_and_those_with_an_end(work: UnitOfWorkFactory) -> None:
    late = replace(a_completion("2026-0002"), valid_until=date(2030, 1, 1))
    early = replace(a_completion("2026-0003"), valid_until=date(2027, 1, 1))
    gone = replace(a_completion("2026-0004"), revoked_at=NOW)
    without_end = replace(a_completion("2026-0005", "someone-else"), valid_until=None)
    with work() as unit:
        assert unit.course_certificates.last_issued() is None
        for c in (a_course_certificate(), late, early, gone, without_end):
            unit.course_certificates.add(c)
        unit.commit()
    with work() as unit:
        assert unit.course_certificates.of_learner(LearnerId("learner-9")) == [late, early, gone]
        assert unit.course_certificates.with_an_end() == [early, late]
        assert unit.course_certificates.last_issued() == NOW
        unit.course_certificates.update(replace(early, replaced_by=CourseCertificateNumber("2026-0009")))
        unit.commit()
    with work() as unit:
        assert unit.course_certificates.with_an_end() == [late]


lists = st.builds(
    RevocationList,
    issuer_id=st.text("0123456789abcdef", min_size=16, max_size=16).map(KeyId),
    signed_by=st.text("0123456789abcdef", min_size=16, max_size=16).map(KeyId),
    issuer=texts,
    sequence=st.integers(1, 2**62),
    made_at=moments,
    entries=st.lists(st.builds(RevokedEntry, texts, st.dates(), texts), max_size=5).map(tuple),
    signed=texts,
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(lists)
def test_any_list_comes_back_as_it_was(work: UnitOfWorkFactory, made: RevocationList) -> None:
    with work() as unit:
        unit.revocation_lists.put(made)
        assert made in unit.revocation_lists.all()
