"""The names of things: each a distinct type, each a UUIDv7 text unless it says other."""

from typing import NewType

InterviewId = NewType("InterviewId", str)
NoteId = NewType("NoteId", str)
SignId = NewType("SignId", str)
PackId = NewType("PackId", str)
EvidenceId = NewType("EvidenceId", str)
PreservationId = NewType("PreservationId", str)
ReferralId = NewType("ReferralId", str)
EntryId = NewType("EntryId", str)
StaffId = NewType("StaffId", str)

FieldId = NewType("FieldId", str)
"""A field of a form, in the words of its definition, such as `pv-dob`."""

IndicatorId = NewType("IndicatorId", str)
"""An indicator of the catalogue, such as `DEL-CD-DOCUMENTS`."""

StageId = NewType("StageId", str)
"""A stage of an incident pack, in the words of its workflow, such as `S1`."""

HoldId = NewType("HoldId", str)
KeepingId = NewType("KeepingId", str)
DisposalId = NewType("DisposalId", str)
AccessId = NewType("AccessId", str)
ViewId = NewType("ViewId", str)
SignerId = NewType("SignerId", str)
