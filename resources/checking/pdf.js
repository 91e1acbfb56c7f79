// A strict reader of the PDFs our own sealer writes, and of no others: one table of references,
// no compressed objects. Asked only about files whose signature already holds.

const DEEPEST = 24;
const SPACE = " \t\n\r\f\0";
const DELIMITERS = SPACE + "()<>[]{}/%";

class Text {
  constructor(bytes, start, end) {
    Object.assign(this, { bytes, start, end });
  }
}
class Reference {
  constructor(number) {
    this.number = number;
  }
}
class Stream {
  constructor(entries, bytes) {
    Object.assign(this, { entries, bytes });
  }
}

/** Reads values one after another from a place in the file. */
class Reader {
  constructor({ bytes, text }, at) {
    Object.assign(this, { bytes, text, at });
  }

  take(expected) {
    if (!this.text.startsWith(expected, this.at)) throw new SyntaxError();
    this.at += expected.length;
  }

  space() {
    while (this.at < this.text.length && SPACE.includes(this.text[this.at])) this.at += 1;
  }

  word() {
    const start = this.at;
    while (this.at < this.text.length && !DELIMITERS.includes(this.text[this.at])) this.at += 1;
    return this.text.slice(start, this.at);
  }

  value(depth = 0) {
    if (depth > DEEPEST) throw new SyntaxError();
    this.space();
    const here = this.text[this.at];
    if (here === "/") return this.name();
    if (here === "(") return this.literal();
    if (here === "[") return this.array(depth);
    if (this.text.startsWith("<<", this.at)) return this.dictionary(depth);
    if (here === "<") return this.hexadecimal();
    const reference = /(\d{1,8}) 0 R(?![^\s()<>[\]{}/%])/y;
    reference.lastIndex = this.at;
    const found = reference.exec(this.text);
    if (found) {
      this.at = reference.lastIndex;
      return new Reference(Number(found[1]));
    }
    const word = this.word();
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new SyntaxError();
    return Number(word);
  }

  name() {
    this.take("/");
    return "/" + this.word().replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  }

  array(depth) {
    const found = [];
    this.take("[");
    for (this.space(); this.text[this.at] !== "]"; this.space()) found.push(this.value(depth + 1));
    this.take("]");
    return found;
  }

  dictionary(depth) {
    const found = new Map();
    this.take("<<");
    for (this.space(); !this.text.startsWith(">>", this.at); this.space()) {
      const name = this.name();
      if (found.has(name)) throw new SyntaxError();
      found.set(name, this.value(depth + 1));
    }
    this.take(">>");
    return found;
  }

  hexadecimal() {
    const start = this.at;
    const end = this.text.indexOf(">", start);
    const digits = this.text.slice(start + 1, end);
    if (end < 0 || !/^([0-9A-Fa-f]{2})*$/.test(digits)) throw new SyntaxError();
    this.at = end + 1;
    return new Text(bytesOf(digits), start, this.at);
  }

  literal() {
    const start = this.at;
    const found = [];
    this.take("(");
    for (let open = 1; open > 0; ) {
      const here = this.text[this.at];
      if (here === undefined) throw new SyntaxError();
      if (here === "\\") {
        found.push(this.escaped());
        continue;
      }
      open += here === "(" ? 1 : here === ")" ? -1 : 0;
      if (open > 0) found.push(this.bytes[this.at]);
      this.at += 1;
    }
    return new Text(Uint8Array.from(found), start, this.at);
  }

  escaped() {
    const octal = /^\\([0-3][0-7]{2})/.exec(this.text.slice(this.at, this.at + 4));
    const letter = { n: 10, r: 13, t: 9, b: 8, f: 12, "(": 40, ")": 41, "\\": 92 }[this.text[this.at + 1]];
    if (!octal && letter === undefined) throw new SyntaxError();
    this.at += octal ? 4 : 2;
    return octal ? parseInt(octal[1], 8) : letter;
  }
}

/** A file with its table of references read, and nothing else yet. */
class Pdf {
  constructor(file) {
    this.file = file;
    const ending = /startxref\n(\d{1,12})\n%%EOF\n$/.exec(file.text.slice(-64));
    if (!ending) throw new SyntaxError();
    const table = new Reader(file, Number(ending[1]));
    table.take("xref\n0 ");
    const size = Number(table.word());
    table.take("\n");
    this.places = [];
    for (let row = 0; row < size; row += 1, table.at += 20) {
      const found = /^(\d{10}) \d{5} ([nf]) \n$/.exec(file.text.slice(table.at, table.at + 20));
      if (!found) throw new SyntaxError();
      this.places.push(found[2] === "n" ? Number(found[1]) : null);
    }
    table.take("trailer\n");
    this.trailer = table.value();
    if (this.trailer.has("/Prev") || this.trailer.has("/XRefStm")) throw tampered("seal.several-signatures");
  }

  /** What a reference points at; anything else is what it is. */
  at(given) {
    if (!(given instanceof Reference)) return given;
    const place = this.places[given.number];
    if (place === null || place === undefined) throw new SyntaxError();
    const reader = new Reader(this.file, place);
    reader.take(`${given.number} 0 obj\n`);
    const found = reader.value();
    reader.space();
    if (!(found instanceof Map) || !this.file.text.startsWith("stream\n", reader.at)) {
      reader.take("endobj");
      return found;
    }
    reader.take("stream\n");
    const start = reader.at;
    reader.at += this.at(found.get("/Length"));
    const bytes = this.file.bytes.subarray(start, reader.at);
    reader.space();
    reader.take("endstream");
    reader.space();
    reader.take("endobj");
    return new Stream(found, bytes);
  }

  /** What lies under these keys, one within the other. */
  under(from, ...keys) {
    return keys.reduce((found, key) => {
      const inner = this.at(found);
      if (!(inner instanceof Map)) throw new SyntaxError();
      return inner.get(key);
    }, from);
  }

  get root() {
    return this.at(this.trailer.get("/Root"));
  }
}

// PDFDocEncoding where it is not Latin-1 (ISO 32000-2, annex D.3).
const PDF_DOC = { 0x18: "˘ˇˆ˙˝˛˚˜", 0x80: "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", 0xa0: "€" };

/** The characters of a text string (ISO 32000-2, 7.9.2.2). */
function characters(bytes) {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return new TextDecoder("utf-16be", { fatal: true }).decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  return Array.from(bytes, (byte) => {
    for (const [start, letters] of Object.entries(PDF_DOC))
      if (byte >= start && byte < Number(start) + letters.length) return letters[byte - start];
    return String.fromCharCode(byte);
  }).join("");
}
