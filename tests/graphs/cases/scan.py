"""Cases of what stands inside a scan."""

from __future__ import annotations

from tests.graphs.cases import Case

CASES = {"TeacherForcing": Case(still=("own", "teacher"), random=True)}
