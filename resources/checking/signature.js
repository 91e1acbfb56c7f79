// Checking a signature by its bytes alone: no words are needed, and nothing of the PDF is parsed.

const BYTE_RANGE =
  /\/ByteRange[ \t\n\r\f\v]{0,8}\[[ \t\n\r\f\v]{0,8}(\d{1,12}) (\d{1,12}) (\d{1,12}) (\d{1,12})\]/g;
const TRACES = ["/ByteRange", "/DocMDP", "/AuthCode", "/ETSI.CAdES.detached"];
const LARGEST_HOLE = 65536;

/** A file as bytes, and as text in which each byte is one character. */
function readable(bytes) {
  return { bytes, text: new TextDecoder("latin1").decode(bytes) };
}

/** The one signature of a file, which must cover every byte outside its own hole. */
function findContainer({ bytes, text }) {
  const found = [...text.matchAll(BYTE_RANGE)];
  if (!found.length || (found.length === 1 && text.split("/ByteRange").length > 2))
    throw tampered(text.slice(-1024).includes("%%EOF") ? "seal.signature-missing" : "seal.cut-short");
  if (found.length > 1)
    throw tampered(text.includes("/Encrypt") ? "seal.several-signatures" : "seal.not-encrypted");
  const [origin, start, end, length] = found[0].slice(1).map(Number);
  if (end + length < bytes.length) throw tampered("seal.added-to");
  if (end + length > bytes.length) throw tampered("seal.cut-short");
  const gap = text.slice(start, end);
  if (origin !== 0 || gap.length <= 2 || gap.length > LARGEST_HOLE || !/^<([0-9A-F]{2})+>$/.test(gap))
    throw tampered("seal.signature-form");
  const content = bytesOf(gap.slice(1, -1));
  let cms;
  try {
    cms = value(content).whole;
  } catch {
    throw tampered("seal.signature-form");
  }
  if (content.subarray(cms.length).some((byte) => byte !== 0)) throw tampered("seal.padding");
  return { start, end, cms };
}

/** The signature over a whole file, if it holds and rests on this root. */
async function checkSignature(file, root) {
  const container = findContainer(file);
  try {
    return await checked(file, container, root);
  } catch (error) {
    throw error instanceof Finding ? error : tampered("seal.signature-form");
  }
}

async function checked({ bytes }, container, root) {
  const [, wrapped] = inside(only(container.cms, SEQUENCE), OBJECT, 0xa0);
  const [, , , carried, signers] = inside(
    only(wrapped.content, SEQUENCE), INTEGER, SET, SEQUENCE, 0xa0, SET,
  );
  const signer = inside(only(signers.content, SEQUENCE));
  const [, , , attributes, algorithm, signature] = signer;
  if (attributes.tag !== 0xa0 || signer.length > 7) throw new RangeError();
  const named = attributesOf(attributes);
  const naming = inside(only(named[hexOf(OID.signingCertificate)], SEQUENCE), SEQUENCE)[0];
  const [print] = inside(inside(naming, SEQUENCE)[0], OCTETS, SEQUENCE);

  let device;
  const others = [];
  for (const { whole } of inside(carried)) {
    if (same(await sha256(whole), print.content)) device = whole;
    else others.push(whole);
  }
  if (!device) throw tampered("seal.signature");
  const laptop = await vouchedFor(root, device);
  if (others.length !== 1 || !same(others[0], root.der)) throw tampered("seal.extra-certificate");
  if (!same(algorithm.whole, ECDSA_SHA256)) throw tampered("seal.algorithm");
  const digest = await sha256(
    joined([bytes.subarray(0, container.start), bytes.subarray(container.end)]),
  );
  if (!same(only(named[hexOf(OID.messageDigest)], OCTETS).content, digest))
    throw tampered("seal.altered");
  const signed = made(SET, attributes.content);
  let holds = false;
  try {
    holds = await signedBy(laptop.key, signature.content, signed);
  } catch {
    holds = false;
  }
  if (!holds) throw tampered("seal.signature");
  const mac = signer.length === 7 ? macToken(signer[6]) : null;
  const again = rebuilt(laptop, [device, root.der], attributes, signature, mac);
  if (!same(again, container.cms)) throw tampered("seal.signature-form");
  return { laptop, container, digest, mac, signature: signature.content };
}

/** Attributes by name, each there once and with one value. */
function attributesOf(list) {
  const found = {};
  for (const each of inside(list)) {
    const [name, values] = inside(each, OBJECT, SET);
    if (hexOf(name.whole) in found || inside(values).length !== 1) throw new RangeError();
    found[hexOf(name.whole)] = values.content;
  }
  return found;
}

/** The few parts of the MAC of a locked file that vary (ISO/TS 32004). */
function macToken(unsigned) {
  const token = only(attributesOf(unsigned)[hexOf(OID.macData)], SEQUENCE);
  const [, recipients, , , wrapped, attributes, mac] = inside(
    only(inside(token, OBJECT, 0xa0)[1].content, SEQUENCE),
    INTEGER, SET, SEQUENCE, 0xa1, SEQUENCE, 0xa2, OCTETS,
  );
  const recipient = inside(only(recipients.content, 0xa3), INTEGER, 0xa0, SEQUENCE, OCTETS);
  return {
    key: recipient[3].content,
    info: only(inside(wrapped, OBJECT, 0xa0)[1].content, OCTETS).content,
    attributes: attributes.content,
    mac: mac.content,
  };
}

/** The signature as it must be, written from the few parts that may vary. */
function rebuilt(laptop, certificates, attributes, signature, mac) {
  const signer = made(
    SEQUENCE,
    ONE,
    made(SEQUENCE, laptop.issuer, laptop.serial),
    SHA256,
    attributes.whole,
    ECDSA_SHA256,
    made(OCTETS, signature.content),
    ...(mac ? [made(0xa1, rebuiltMac(mac))] : []),
  );
  const content = made(
    SEQUENCE,
    ONE,
    made(SET, SHA256),
    made(SEQUENCE, OID.data),
    made(0xa0, ...ordered(certificates)),
    made(SET, signer),
  );
  return made(SEQUENCE, OID.signedData, made(0xa0, content));
}

function rebuiltMac({ key, info, attributes, mac }) {
  const kdf = made(0xa0, OID.macKdf);
  const recipient = made(0xa3, ZERO, kdf, made(SEQUENCE, OID.aes256Wrap), made(OCTETS, key));
  const content = made(
    SEQUENCE,
    ZERO,
    made(SET, recipient),
    made(SEQUENCE, OID.hmacSha256),
    made(0xa1, OID.sha256, NULL),
    made(SEQUENCE, OID.macIntegrity, made(0xa0, made(OCTETS, info))),
    made(0xa2, attributes),
    made(OCTETS, mac),
  );
  const token = made(SEQUENCE, OID.authenticatedData, made(0xa0, content));
  return made(SEQUENCE, OID.macData, made(SET, token));
}
