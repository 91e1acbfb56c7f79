// Which certificates a seal may rest on: the root a person holds, and one laptop's under it.

/** A certificate, taken apart as far as a seal needs (RFC 5280). */
function certificate(der) {
  const [signed, algorithm, signature] = inside(only(der, SEQUENCE), SEQUENCE, SEQUENCE, 0x03);
  const parts = inside(signed, 0xa0, INTEGER, ...Array(5).fill(SEQUENCE), 0xa3);
  const [, serial, named, issuer, validity, subject, key, extensions] = parts;
  if (!same(algorithm.whole, ECDSA_SHA256) || !same(named.whole, ECDSA_SHA256)) throw new RangeError();
  const [starts, ends] = inside(validity).map(moment);
  return {
    der,
    signed: signed.whole,
    signature: signature.content.subarray(1),
    serial: serial.whole,
    issuer: issuer.whole,
    subject: subject.whole,
    key: key.whole,
    name: commonName(subject),
    holds: (at) => starts <= at && at <= ends,
    uses: uses(only(extensions.content, SEQUENCE)),
  };
}

/** What a certificate may be used for, by its basic constraints and key usage. */
function uses(list) {
  const found = {};
  for (const extension of inside(list)) {
    const parts = inside(extension);
    const name = hexOf(parts[0].content);
    if (name in found) throw new RangeError();
    found[name] = parts[parts.length - 1].content;
  }
  const [authority] = inside(only(found["551d13"], SEQUENCE));
  const [, bits] = only(found["551d0f"], 0x03).content;
  const issues = authority !== undefined && hexOf(authority.whole) === "0101ff";
  return {
    issues: issues && (bits & 4) !== 0,
    signs: !issues && (bits & 0xc4) === 0xc0,
  };
}

function moment(time) {
  const text = new TextDecoder().decode(time.content);
  const short = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  const long = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!(time.tag === 0x17 ? short : time.tag === 0x18 && long)) throw new RangeError();
  const [year, month, ...rest] = (short || long).slice(1).map(Number);
  const century = long ? 0 : year < 50 ? 2000 : 1900;
  return Date.UTC(century + year, month - 1, ...rest);
}

function commonName(name) {
  for (const set of inside(name))
    for (const pair of inside(set)) {
      const [kind, text] = inside(pair);
      if (hexOf(kind.content) === "550403") return new TextDecoder().decode(text.content);
    }
  return "";
}

/** What stands in PEM, as DER; what is DER already, as it is. */
function unarmoured(given, kind) {
  const text = new TextDecoder("latin1").decode(given);
  const pem = new RegExp(`-----BEGIN ${kind}-----([A-Za-z0-9+/=\\s]+)-----END ${kind}-----`).exec(text);
  return pem ? Uint8Array.from(atob(pem[1].replace(/\s/g, "")), (c) => c.charCodeAt(0)) : given;
}

/** A root certificate as it was given, PEM or DER. */
function readRoot(given) {
  try {
    return certificate(unarmoured(given, "CERTIFICATE"));
  } catch {
    throw doubtful("seal.root-unreadable");
  }
}

/** A laptop's certificate, once the root's own key is seen to have signed it. */
async function vouchedFor(root, der) {
  let laptop;
  try {
    laptop = certificate(der);
    if (!same(laptop.issuer, root.subject)) throw new RangeError();
    if (!(await signedBy(root.key, laptop.signature, laptop.signed))) throw new RangeError();
  } catch {
    throw tampered("seal.unknown-root");
  }
  if (!laptop.uses.signs || !root.uses.issues) throw tampered("seal.certificate");
  return laptop;
}

/** True if a P-256 key made this ECDSA signature over these bytes. */
async function signedBy(spki, signature, bytes) {
  const kind = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("spki", spki, kind, false, ["verify"]);
  const halves = inside(only(signature, SEQUENCE), INTEGER, INTEGER).map((half) => {
    const number = half.content[0] === 0 ? half.content.subarray(1) : half.content;
    if (number.length > 32) throw new RangeError();
    return joined([new Uint8Array(32 - number.length), number]);
  });
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, joined(halves), bytes);
}
