// Opening a pack's lock with its words: AES-256, revision 6 (ISO 32000-2, 7.6.4), and its MAC.

const NO_IV = new Uint8Array(16);

/** What a person typed, as it would have been read out. */
const spoken = (text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();

const aes = (key, use) => crypto.subtle.importKey("raw", key, "AES-CBC", false, [use]);

async function encrypted(key, iv, data) {
  const used = await aes(key, "encrypt");
  return new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv }, used, data));
}

async function decrypted(key, data, iv = data.subarray(0, 16), body = data.subarray(16)) {
  const used = await aes(key, "decrypt");
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-CBC", iv }, used, body));
}

/** Decrypts whole blocks that carry no padding, by adding the block that would have followed. */
async function decryptedBare(key, data) {
  const padding = await encrypted(key, data.subarray(-16), new Uint8Array());
  return decrypted(key, null, NO_IV, joined([data, padding]));
}

/** The slow hash of a passphrase (ISO 32000-2, algorithm 2.B), for one that opens and not owns. */
async function slowHash(words, salt) {
  let key = await sha256(joined([words, salt]));
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const once = joined([words, key]);
    const often = joined(Array(64).fill(once));
    // WebCrypto always pads; what it added is left out again.
    const mixed = (await encrypted(key.subarray(0, 16), key.subarray(16, 32), often)).subarray(0, -16);
    const which = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    const hash = ["SHA-256", "SHA-384", "SHA-512"][which];
    key = new Uint8Array(await crypto.subtle.digest(hash, mixed));
    last = mixed[mixed.length - 1];
  }
  return key.subarray(0, 32);
}

/** The key of a file, if one of the ways the words may have been typed opens it. */
async function unlocked(lock, typed) {
  const entry = (name) => lock.get(name).bytes;
  const filter = lock.get("/CF").get("/StdCF");
  const ours =
    lock.get("/Filter") === "/Standard" && lock.get("/V") === 5 && lock.get("/R") === 6 &&
    lock.get("/StmF") === "/StdCF" && lock.get("/StrF") === "/StdCF" &&
    filter.get("/CFM") === "/AESV3" && entry("/U").length === 48 && entry("/UE").length === 32;
  if (!ours) throw new SyntaxError();
  for (const words of new Set([typed, spoken(typed)])) {
    if (!/^[ -~]*$/.test(words)) continue;
    const bytes = new TextEncoder().encode(words).subarray(0, 127);
    const check = await slowHash(bytes, entry("/U").subarray(32, 40));
    if (same(check, entry("/U").subarray(0, 32))) {
      const outer = await slowHash(bytes, entry("/U").subarray(40, 48));
      return decryptedBare(outer, entry("/UE"));
    }
  }
  throw doubtful("seal.wrong-passphrase");
}

/** The MAC of a locked file must cover its bytes and this very signature (ISO/TS 32004). */
async function macHolds(signed, fileKey, salt) {
  const { mac, digest, signature } = signed;
  const info = made(
    SEQUENCE, ZERO, made(OCTETS, digest), made(0x80, await sha256(signature)),
  );
  const attribute = (name, content) => made(SEQUENCE, name, made(SET, content));
  const attributes = made(
    SET,
    attribute(OID.contentType, OID.macIntegrity),
    attribute(OID.algorithmProtection, made(SEQUENCE, SHA256, made(0xa2, OID.hmacSha256))),
    attribute(OID.messageDigest, made(OCTETS, await sha256(mac.info))),
  );
  if (!same(info, mac.info) || !same(attributes, made(SET, mac.attributes))) return false;
  const derive = { name: "HKDF", hash: "SHA-256", salt, info: new TextEncoder().encode("PDFMAC") };
  try {
    const source = await crypto.subtle.importKey("raw", fileKey, "HKDF", false, ["deriveKey"]);
    const wrapping = { name: "AES-KW", length: 256 };
    const wrap = await crypto.subtle.deriveKey(derive, source, wrapping, false, ["unwrapKey"]);
    const kind = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.unwrapKey("raw", mac.key, wrap, "AES-KW", kind, false, ["verify"]);
    return await crypto.subtle.verify("HMAC", key, mac.mac, attributes);
  } catch {
    return false;
  }
}
