// DER, read strictly and written afresh (ITU-T X.690). Nothing but what a seal needs.

/** Something found in a file: its code, and whether it condemns the file or only leaves doubt. */
class Finding extends Error {
  constructor(code, verdict) {
    super(code);
    this.code = code;
    this.verdict = verdict;
  }
}
const tampered = (code) => new Finding(code, "not-genuine");
const doubtful = (code) => new Finding(code, "cannot-tell");

const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));
const hexOf = (bytes) => Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
const same = (one, other) =>
  one.length === other.length && one.every((byte, place) => byte === other[place]);

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** One value at a place. Lengths must be definite and as short as they can be. */
function value(bytes, at = 0) {
  const tag = bytes[at];
  let length = bytes[at + 1];
  let head = 2;
  if (length === undefined || (tag & 31) === 31) throw new RangeError();
  if (length > 127) {
    const more = length & 127;
    if (more < 1 || more > 3) throw new RangeError();
    length = 0;
    for (let n = 0; n < more; n += 1) length = length * 256 + bytes[at + 2 + n];
    head += more;
    if (!(length > 127) || bytes[at + 2] === 0) throw new RangeError();
  }
  const end = at + head + length;
  if (end > bytes.length) throw new RangeError();
  return { tag, whole: bytes.subarray(at, end), content: bytes.subarray(at + head, end) };
}

/** One value that fills all there is and has this tag. */
function only(bytes, tag) {
  const found = value(bytes);
  if (found.tag !== tag || found.whole.length !== bytes.length) throw new RangeError();
  return found;
}

/** The values inside a value, each checked against the tags expected, where they are given. */
function inside(outer, ...tags) {
  const found = [];
  for (let at = 0; at < outer.content.length; ) {
    const next = value(outer.content, at);
    found.push(next);
    at += next.whole.length;
  }
  if (tags.length && (tags.length !== found.length || tags.some((tag, n) => tag !== found[n].tag)))
    throw new RangeError();
  return found;
}

/** A value written as it must be. */
function made(tag, ...parts) {
  const content = joined(parts);
  const size = content.length;
  const head = [tag];
  if (size < 128) head.push(size);
  else if (size < 256) head.push(0x81, size);
  else if (size < 65536) head.push(0x82, size >> 8, size & 255);
  else head.push(0x83, size >> 16, (size >> 8) & 255, size & 255);
  return joined([Uint8Array.from(head), content]);
}

/** The values of a SET OF in the order DER asks for (X.690, 11.6). */
function ordered(parts) {
  return [...parts].sort((one, other) => (hexOf(one) < hexOf(other) ? -1 : 1));
}

const SEQUENCE = 0x30;
const SET = 0x31;
const OCTETS = 0x04;
const INTEGER = 0x02;
const OBJECT = 0x06;
const ZERO = bytesOf("020100");
const ONE = bytesOf("020101");
const NULL = bytesOf("0500");
const OID = Object.fromEntries(
  Object.entries({
    signedData: "2a864886f70d010702",
    data: "2a864886f70d010701",
    sha256: "608648016503040201",
    contentType: "2a864886f70d010903",
    messageDigest: "2a864886f70d010904",
    signingCertificate: "2a864886f70d010910022f",
    algorithmProtection: "2a864886f70d010934",
    authenticatedData: "2a864886f70d0109100102",
    aes256Wrap: "60864801650304012d",
    hmacSha256: "2a864886f70d0209",
    macIntegrity: "2881fa040100",
    macKdf: "2881fa040101",
    macData: "2881fa040102",
  }).map(([name, hex]) => [name, made(OBJECT, bytesOf(hex))]),
);
const SHA256 = made(SEQUENCE, OID.sha256, NULL);
// ECDSA with SHA-256 as a whole value (RFC 5758, 3.2).
const ECDSA_SHA256 = bytesOf("300a06082a8648ce3d040302");

const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
