"""A time stamp kept beside a pack (RFC 3161): asked for and checked here, fetched elsewhere.

Beside and not inside, because a stamp added to a PDF would add to what was sealed.
"""

import hashlib
from asyncio import run
from datetime import UTC, datetime

from asn1crypto import cms, tsp, x509  # type: ignore[import-untyped]
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko_certvalidator import ValidationContext

from welfare_app.domain.errors import Refused
from welfare_app.domain.seal import Stamp
from welfare_app.domain.second_signature import LARGEST_SIGNATURE
from welfare_app.seal.certificates import MOST_ENCLOSED, read_root
from welfare_app.seal.opening import hostile_input

GRANTED = ("granted", "granted_with_mods")


def stamp_request(pack: bytes) -> bytes:
    """What a time service is asked: the hash of a pack and nothing else of it.

    No nonce: the hash is of one file, so an answer given again says the same true thing.
    """
    asked = {
        "version": "v1",
        "message_imprint": {
            "hash_algorithm": {"algorithm": "sha256"},
            "hashed_message": hashlib.sha256(pack).digest(),
        },
        "cert_req": True,
    }
    return bytes(tsp.TimeStampReq(asked).dump())


def read_stamp(answer: bytes, pack: bytes, authority: bytes = b"") -> Stamp:
    """What an answer says of a pack. `authority` is a root certificate the reader trusts.

    Raises:
        Refused: "stamp.unreadable", "stamp.not-granted", "stamp.other-file", "stamp.signature"
            or, of the authority, "stamp.authority".
    """
    try:
        roots = [x509.Certificate.load(read_root(authority).der)] if authority else []
    except Refused as error:
        raise Refused("stamp.authority") from error
    if len(answer) > LARGEST_SIGNATURE:
        raise Refused("stamp.unreadable")
    with hostile_input(Refused("stamp.unreadable")):
        given = tsp.TimeStampResp.load(answer, strict=True)
        if given["status"]["status"].native not in GRANTED:
            raise Refused("stamp.not-granted")
        token = given["time_stamp_token"]
        if token["content_type"].native != "signed_data":
            raise Refused("stamp.unreadable")
        signed: cms.SignedData = token["content"]
        if len(signed["certificates"]) > MOST_ENCLOSED:
            raise Refused("stamp.unreadable")
        told = signed["encap_content_info"]["content"].parsed
        at: datetime = told["gen_time"].native.astimezone(UTC)
        imprint = told["message_imprint"]
        same = imprint["hash_algorithm"]["algorithm"].native == "sha256"
        if not same or imprint["hashed_message"].native != hashlib.sha256(pack).digest():
            raise Refused("stamp.other-file")
    context = ValidationContext(trust_roots=roots, moment=at, allow_fetching=False)
    with hostile_input(Refused("stamp.signature")):
        found = run(
            validate_tst_signed_data(signed, context, lambda _: hashlib.sha256(pack).digest())
        )
        service = found["signing_cert"]
        for_time = service.extended_key_usage_value
        stamps = for_time is not None and for_time.native == ["time_stamping"]
        if not (found["intact"] and found["valid"] and stamps):
            raise Refused("stamp.signature")
        if not service.not_valid_before <= at <= service.not_valid_after:
            raise Refused("stamp.signature")
    trust = authority and found.get("validation_path") is not None
    problem = found.get("trust_problem_indic")
    return Stamp(at, _named(service), trusted=bool(trust) and problem is None)


def _named(service: x509.Certificate) -> str:
    """What a time service calls itself."""
    told = service.subject.native
    return str(told.get("common_name") or told.get("organization_name") or "")
