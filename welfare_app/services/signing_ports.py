"""What the services need of whatever signs with a provider's certificate."""

from datetime import datetime
from typing import Protocol

from welfare_app.domain.ids import SignerId
from welfare_app.domain.second_signature import SecondSignature, SecondSigner, SignerFacts


class SecondSignatures(Protocol):
    """Signs whole packs with a provider's certificate, and checks such signatures."""

    def read(self, data: bytes, password: str, id: SignerId, at: datetime) -> SecondSigner:
        """What is in a provider's file (PKCS#12); refused where it cannot sign."""
        ...

    def facts(self, signer: SecondSigner) -> SignerFacts:
        """What its certificate says."""
        ...

    def sign(self, pack: bytes, signer: SecondSigner, at: datetime) -> bytes:
        """A signature over a pack, to lie beside it; refused where that cannot be made."""
        ...

    def check(self, signature: bytes, pack: bytes, authority: bytes = b"") -> SecondSignature:
        """What a signature says of this very file; refused if it says nothing of it."""
        ...
