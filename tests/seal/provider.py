"""A made-up provider of certificates with two levels, made with openssl for the occasion."""

import subprocess

PASSWORD = "gravel 7 teapot"
CA = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n"
QUALIFIED = "1.3.6.1.5.5.7.1.3=DER:300a3008060604008e460101\n"
LEAF = f"keyUsage=critical,nonRepudiation\n{QUALIFIED}"
P256, P384, P521, K1 = (
    f"ec -pkeyopt ec_paramgen_curve:{curve}"
    for curve in ("prime256v1", "secp384r1", "secp521r1", "secp256k1")
)
RSA, WEAK, PSS = "rsa:2048", "rsa:1024", "rsa-pss -pkeyopt rsa_keygen_bits:2048"


class Provider:
    """A root, an issuer under it, and the files it hands out."""

    def __init__(self, folder, name="Example-Provider"):
        self._folder = folder
        self.run(
            f"req -x509 -newkey rsa:2048 -nodes -sha256 -days 3000 -subj /CN={name}-Root"
            " -keyout root.key -out root.crt"
        )
        self._certify(f"{name}-Issuer", "rsa:2048", CA, "root", "issuer", "-days 2000")

    @property
    def root(self):
        return (self._folder / "root.crt").read_bytes()

    def certificate(self, name, key=RSA, says=LEAF, valid="-days 700"):
        """A certificate under the issuer, and its key, as files of this name."""
        self._certify("Rosa-Example", key, says, "issuer", name, valid)

    def file(self, name, *options, key="", chain=True):
        """What the provider hands out: certificate, key and chain, locked with the password."""
        path = self._folder / f"{name}.p12"
        above = "-certfile above.crt" if chain else ""
        (self._folder / "above.crt").write_bytes(
            (self._folder / "issuer.crt").read_bytes() + self.root
        )
        own = f"-inkey {key or name}.key -in {name}.crt {above}"
        self.run(f"pkcs12 -export {own} -out {path.name}", *options, "-passout", f"pass:{PASSWORD}")
        return path.read_bytes()

    def run(self, words, *more):
        done = subprocess.run(
            ["openssl", *words.split(), *more],
            cwd=self._folder,
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done

    def _certify(self, subject, key, says, above, name, valid):
        self.run(f"req -newkey {key} -nodes -subj /CN={subject} -keyout {name}.key -out {name}.csr")
        (self._folder / "ext").write_text(
            f"{says}subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n"
        )
        self.run(
            f"x509 -req -in {name}.csr -CA {above}.crt -CAkey {above}.key -CAcreateserial"
            f" {valid} -extfile ext -out {name}.crt"
        )
