// Saying of a file whether it is a sealed pack, whose, and whether a byte has changed.

const LARGEST = 256 * 1024 * 1024; // bytes; a browser holds some five times as much
const MANIFEST = "MANIFEST.json";
const COPY = "referral.pdf";
const KEY = "recordings.key";
const DEEPEST_LISTS = 100; // one within another in a manifest; ours takes four

/** Everything that can be said of a file. It never throws for what is in the file. */
async function checkPack(bytes, words, rootGiven, listGiven) {
  const report = { verdict: "cannot-tell", findings: [], size: bytes.length, enclosed: [] };
  try {
    if (bytes.length > LARGEST) throw doubtful("seal.too-large-here");
    report.sha256 = hexOf(await sha256(bytes));
    const root = readRoot(rootGiven);
    report.fingerprint = hexOf(await sha256(root.der));
    const lost = await readList(listGiven, root);
    const file = readable(bytes);
    if (!TRACES.some((trace) => file.text.includes(trace)))
      throw doubtful(file.text.slice(0, 1024).includes("%PDF-") ? "seal.no-seal" : "seal.not-pdf");
    const signed = await judge(file, words, root, report);
    const against = report.verdict === "genuine" && lostBefore(lost, signed.laptop, root, report);
    if (against) throw against;
  } catch (error) {
    const found = error instanceof Finding ? error : doubtful("seal.cannot-read");
    report.verdict = found.verdict;
    report.findings = [found.code];
  }
  return report;
}

async function judge(file, words, root, report) {
  const signed = await checkSignature(file, root);
  Object.assign(report, { organisation: root.name, device: signed.laptop.name });
  const opened = await opening(file, words, signed);
  report.sealedAt = await sealedAt(opened, signed, root);
  const files = await enclosed(opened);
  if (!opened.key) throw files.size ? tampered("seal.not-encrypted") : doubtful("seal.unlocked-copy");
  for (const name of [...files.keys()].sort(byCodePoint)) {
    const data = files.get(name);
    report.enclosed.push({ name, size: data.length, sha256: hexOf(await sha256(data)) });
  }
  const manifest = readManifest(files.get(MANIFEST));
  report.case = manifest.case;
  report.beside = manifest.beside;
  const findings = [...about(manifest, report)];
  if (!(await copyHolds(files.get(COPY), report, signed, root))) findings.push("seal.inner-copy");
  report.verdict = findings.length ? "not-genuine" : "genuine";
  report.findings = findings;
  return signed;
}

const byCodePoint = (one, other) => {
  const [first, second] = [Array.from(one), Array.from(other)];
  for (let n = 0; n < Math.min(first.length, second.length); n += 1)
    if (first[n] !== second[n]) return first[n].codePointAt(0) - second[n].codePointAt(0);
  return first.length - second.length;
};

/** Read what the strict reader can read; a shape it does not know leaves doubt, never belief. */
function shaped(read) {
  try {
    return read();
  } catch (error) {
    throw error instanceof Finding ? error : doubtful("seal.unknown-shape");
  }
}

async function opening(file, words, signed) {
  const pdf = shaped(() => new Pdf(file));
  const locking = pdf.trailer.get("/Encrypt");
  if (!locking) return { pdf, key: null };
  const lock = shaped(() => pdf.at(locking));
  let key;
  try {
    key = await unlocked(lock, words);
  } catch (error) {
    throw error instanceof Finding ? error : doubtful("seal.unknown-shape");
  }
  const salt = lock.get("/KDFSalt");
  const whole = signed.mac && salt && pdf.trailer.has("/AuthCode");
  if (!whole || !(await macHolds(signed, key, salt.bytes))) throw tampered("seal.mac");
  const cipher = await aes(key, "decrypt");
  return { pdf, key: cipher };
}

/** A string or a stream as it was before it was locked. */
async function plain(opened, bytes) {
  if (!opened.key) return bytes;
  const how = { name: "AES-CBC", iv: bytes.subarray(0, 16) };
  return new Uint8Array(await crypto.subtle.decrypt(how, opened.key, bytes.subarray(16)));
}

/** Certified with no change allowed, by the very signature in the bytes: when, by whose clock. */
async function sealedAtOf(opened, signed) {
  const { pdf } = opened;
  const { root } = pdf;
  const certifying = root.get("/Perms").get("/DocMDP");
  const fields = pdf.at(pdf.under(root, "/AcroForm", "/Fields"));
  const field = fields.length === 1 ? pdf.at(fields[0]) : null;
  const seal = pdf.at(certifying);
  const [how, ...more] = seal.get("/Reference");
  const hole = seal.get("/Contents");
  const covered = [0, signed.container.start, signed.container.end];
  const fits =
    field.get("/FT") === "/Sig" && !field.has("/Kids") &&
    certifying.number === field.get("/V").number &&
    seal.get("/SubFilter") === "/ETSI.CAdES.detached" &&
    more.length === 0 && how.get("/TransformMethod") === "/DocMDP" &&
    how.get("/TransformParams").get("/P") === 1 &&
    hole.start === signed.container.start && hole.end === signed.container.end &&
    covered.every((place, n) => seal.get("/ByteRange")[n] === place);
  if (!fits) throw tampered("seal.not-certified");
  const told = characters(await plain(opened, seal.get("/M").bytes));
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'(\d\d)'?)$/.exec(told);
  if (!parts) throw tampered("seal.not-certified");
  const [year, month, ...rest] = parts.slice(1, 7).map(Number);
  const ahead = (Number(parts[8] || 0) * 60 + Number(parts[9] || 0)) * (parts[7] === "-" ? -1 : 1);
  return Date.UTC(year, month - 1, ...rest) - ahead * 60000;
}

async function sealedAt(opened, signed, root) {
  let at;
  try {
    at = await sealedAtOf(opened, signed);
  } catch (error) {
    throw error instanceof Finding ? error : tampered("seal.not-certified");
  }
  if (!signed.laptop.holds(at) || !root.holds(at)) throw tampered("seal.certificate-dates");
  return at;
}

/** The files attached to an open pack, by name. */
async function enclosed(opened) {
  const { pdf } = opened;
  const found = new Map();
  const names = pdf.root.get("/Names");
  if (names === undefined) return found;
  try {
    const list = pdf.at(pdf.under(names, "/EmbeddedFiles", "/Names"));
    if (list.length % 2) throw new SyntaxError();
    for (let place = 1; place < list.length; place += 2) {
      const entry = pdf.at(list[place]);
      const name = characters(await plain(opened, entry.get("/UF").bytes));
      if (found.has(name)) throw tampered("seal.attachment-twice");
      found.set(name, await unpacked(opened, pdf.at(entry.get("/EF").get("/F"))));
    }
  } catch (error) {
    throw error instanceof Finding ? error : doubtful("seal.unknown-shape");
  }
  return found;
}

async function unpacked(opened, stream) {
  const data = await plain(opened, stream.bytes);
  const filter = stream.entries.get("/Filter");
  if (filter === undefined) return data;
  if (filter !== "/FlateDecode" || stream.entries.has("/DecodeParms")) throw new SyntaxError();
  const inflating = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(inflating).arrayBuffer());
}

function readManifest(data) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(data);
    const found = JSON.parse(text);
    if (!written(text)) throw new SyntaxError();
    const texts = ["case", "organisation", "device", "sealed_at"];
    const told = found.version === 1 && texts.every((key) => typeof found[key] === "string");
    const listed = (file) =>
      typeof file.name === "string" && Number.isSafeInteger(file.size) && typeof file.sha256 === "string";
    const at = Date.parse(found.sealed_at);
    const exact = new Date(at).toISOString() === found.sealed_at.replace("Z", ".000Z");
    if (!told || !exact || !found.files.every(listed)) throw new SyntaxError();
    return { ...found, at, beside: lyingBeside(found) };
  } catch (error) {
    throw error instanceof Finding ? error : tampered("seal.manifest");
  }
}

/** Whether every number is whole and written in digits: 5.0 and 5e0 are 5 once they were parsed. */
function written(json) {
  const bare = json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, "");
  let depth = 0;
  for (const [sign] of bare.matchAll(/[[\]{}]/g)) {
    depth += "[{".includes(sign) ? 1 : -1;
    if (depth > DEEPEST_LISTS) throw doubtful("seal.unknown-shape");
  }
  const whole = (number) => /^-?\d+$/.test(number) && Number.isSafeInteger(Number(number));
  return [...bare.matchAll(/-?\d[^\s,\]}]*/g)].every(([number]) => whole(number));
}

/** The recordings that lie beside a pack, each locked with the one key inside. */
function lyingBeside({ files, beside }) {
  if (beside === undefined) return [];
  const shaped = (said, shape) => typeof said === "string" && shape.test(said);
  const exact = ({ size, sha256 }) =>
    Number.isSafeInteger(size) && size > 0 && shaped(sha256, /^[0-9a-f]{64}$/);
  const fits = (one) =>
    shaped(one.name, /^recording-[1-9][0-9]?(\.[a-z0-9]{1,4})?$/) && shaped(one.description, /^/) &&
    one.age.name === `${one.name}.age` && exact(one) && exact(one.age);
  const names = new Set(beside.map((one) => one.name));
  const whole = names.size > 0 && names.size === beside.length && beside.every(fits);
  if (!whole || !files.some((file) => file.name === KEY)) throw new SyntaxError();
  return beside;
}

/** The manifest and the seal must tell one story; every file listed, none besides, each as it was. */
function* about(manifest, report) {
  const told = manifest.organisation === report.organisation && manifest.device === report.device;
  if (!told || manifest.at !== report.sealedAt) yield "seal.manifest";
  const there = new Map(report.enclosed.map((file) => [file.name, file]));
  there.delete(MANIFEST);
  const listed = new Map(manifest.files.map((file) => [file.name, file]));
  if (listed.size !== manifest.files.length) yield "seal.manifest";
  if ([...listed.keys()].some((name) => !there.has(name))) yield "seal.attachment-missing";
  if ([...there.keys()].some((name) => !listed.has(name))) yield "seal.attachment-extra";
  const altered = (file) =>
    listed.has(file.name) &&
    (listed.get(file.name).size !== file.size || listed.get(file.name).sha256 !== file.sha256);
  if ([...there.values()].some(altered)) yield "seal.attachment-altered";
}

/** The copy that opens without words must be certified by the same laptop at the same moment. */
async function copyHolds(data, report, outer, root) {
  try {
    const file = readable(data);
    const signed = await checkSignature(file, root);
    const opened = { pdf: new Pdf(file), key: null };
    const claimed = await sealedAt(opened, signed, root);
    const locked = opened.pdf.trailer.has("/Encrypt");
    const alike = same(signed.laptop.der, outer.laptop.der) && claimed === report.sealedAt;
    return alike && !locked && !signed.mac;
  } catch {
    return false;
  }
}
