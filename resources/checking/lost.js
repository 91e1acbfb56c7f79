// What is no longer trusted under a root: a list that it signed itself (RFC 5280, section 5).

const LIST_KNOWS = ["551d14", "551d23"]; // its number, and whose key signed it

/** Serial numbers, each with the moment from which it is not trusted. No list is one of nothing. */
async function readList(given, root) {
  const lost = new Map();
  if (!given || !given.length) return lost;
  let signed;
  let parts;
  let signature;
  try {
    const whole = only(unarmoured(given, "X509 CRL"), SEQUENCE);
    let algorithm;
    [signed, algorithm, signature] = inside(whole, SEQUENCE, SEQUENCE, 0x03);
    parts = inside(signed);
    const [, named] = parts;
    if (!same(algorithm.whole, named.whole)) throw new RangeError();
    const entries = parts.length === 7 ? inside(parts[5]) : [];
    for (const entry of entries) {
      const [serial, since] = inside(entry);
      lost.set(hexOf(serial.whole), moment(since));
    }
    const known = inside(only(parts[parts.length - 1].content, SEQUENCE)).map((one) => inside(one));
    if (!known.every(([name]) => LIST_KNOWS.includes(hexOf(name.content)))) throw new RangeError();
    if (!known.some(([name]) => hexOf(name.content) === LIST_KNOWS[0])) throw new RangeError();
  } catch {
    throw doubtful("seal.crl-unreadable");
  }
  let holds = false;
  try {
    const ours = same(parts[2].whole, root.subject) && same(parts[1].whole, ECDSA_SHA256);
    holds = ours && (await signedBy(root.key, signature.content.subarray(1), signed.whole));
  } catch {
    holds = false;
  }
  if (!holds) throw doubtful("seal.crl-foreign");
  return lost;
}

/** What a list says against a seal that holds. An earlier claim is in doubt: a thief can make it. */
function lostBefore(lost, laptop, root, { sealedAt }) {
  const since = [laptop, root].map((one) => lost.get(hexOf(one.serial))).filter(Number.isFinite);
  if (!since.length) return null;
  return sealedAt >= Math.min(...since) ? tampered("seal.revoked") : doubtful("seal.revoked-later");
}
