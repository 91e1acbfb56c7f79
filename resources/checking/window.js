// What the page shows: the same words as the program that made it.

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** A moment as this computer's own clock would show it. */
function when(milliseconds) {
  const at = new Date(milliseconds);
  const two = (number) => String(number).padStart(2, "0");
  const day = `${WEEKDAYS[at.getDay()]} ${at.getDate()} ${MONTHS[at.getMonth()]} ${at.getFullYear()}`;
  return `${day}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

const pairs = (hex) => hex.toUpperCase().match(/../g).join(":");

/** A report in words: what is said first, then what it rests on and what to do. */
function told(report, words) {
  const genuine = report.verdict === "genuine";
  const { title, sentence, to_do: toDo } = words.verdicts[report.verdict];
  const who = report.organisation || words.sender;
  const facts = genuine && {
    sealed_by: [`${report.organisation}, ${report.device}`, [pairs(report.fingerprint.slice(0, 16))]],
    sealed_on: [when(report.sealedAt), []],
    case: [report.case, []],
    inside: [report.enclosed.map((file) => file.name).join(", "), []],
    beside: [report.beside.map((file) => file.age.name).join(", "), []],
  };
  const filled = (text, given) => given.reduce((one, part) => one.replace("{}", part), text);
  return {
    title,
    sentence: sentence.replace("{}", who),
    findings: report.findings.map((code) => words.findings[code]),
    facts: (genuine ? words.facts : [])
      .filter(([key]) => key !== "beside" || report.beside.length)
      .map(([key, label, note]) => [label, facts[key][0], filled(note, facts[key][1])]),
    beside: genuine ? report.beside.map(({ age }) => `${age.name}: SHA-256 ${age.sha256}`) : [],
    notProved: genuine ? words.not_proved : [],
    toDo: report.findings.map((code) => words.instead[code]).find(Boolean) || toDo,
  };
}

function element(kind, text, of = "") {
  const made = document.createElement(kind);
  made.textContent = text;
  made.className = of;
  return made;
}

function listed(title, lines, place) {
  if (!lines.length) return;
  place.append(element("h3", title));
  const list = element("ul", "");
  list.append(...lines.map((line) => element("li", line)));
  place.append(list);
}

/** Draw what was found. Text only: nothing of a file is ever taken for markup. */
function draw(report, words, place) {
  const said = told(report, words);
  place.replaceChildren();
  place.className = report.verdict;
  place.append(element("h2", said.title), element("p", said.sentence, "sentence"));
  if (said.facts.length) {
    const list = element("dl", "");
    for (const [label, shown, note] of said.facts) {
      const fact = element("dd", shown);
      if (note) fact.append(element("small", note));
      list.append(element("dt", label), fact);
    }
    place.append(list);
  }
  listed(words.beside, said.beside, place);
  listed("What was found", said.findings, place);
  listed("What this does not prove", said.notProved, place);
  listed("What to do", said.toDo.map((pair) => pair.join(" ")), place);
  if (report.sha256) place.append(element("p", `SHA-256 of the file: ${report.sha256}`, "print"));
  place.focus();
}

async function begin() {
  const by = (id) => document.getElementById(id);
  const words = JSON.parse(by("said").textContent);
  const [chosen, given, result, go] = ["file", "root", "result", "go"].map(by);
  const lost = by("built-in-list").textContent.trim();
  const builtIn = by("built-in").textContent.trim();
  const bytes = async (file) => new Uint8Array(await file.arrayBuffer());
  if (builtIn) {
    const root = readRoot(new TextEncoder().encode(builtIn));
    by("whose").textContent = root.name;
    by("print").textContent = pairs(hexOf(await sha256(root.der)));
  }
  by(builtIn ? "ask-root" : "told-root").hidden = true;
  const well = by("well");
  for (const event of ["dragover", "drop"])
    document.addEventListener(event, (dragged) => dragged.preventDefault());
  well.addEventListener("drop", ({ dataTransfer }) => {
    if (dataTransfer.files.length === 1) chosen.files = dataTransfer.files;
  });
  by("form").addEventListener("submit", async (sent) => {
    sent.preventDefault();
    go.disabled = true;
    result.className = "";
    result.replaceChildren(element("p", "Checking the file…"));
    let report;
    try {
      const root = builtIn ? new TextEncoder().encode(builtIn) : await bytes(given.files[0]);
      const [pack] = chosen.files;
      if (pack.size > LARGEST) throw doubtful("seal.too-large-here");
      const [list] = by("list").files;
      const against = list ? await bytes(list) : new TextEncoder().encode(lost);
      report = await checkPack(await bytes(pack), by("words").value, root, against);
    } catch (error) {
      const code = error instanceof Finding ? error.code : "seal.cannot-read";
      report = { verdict: "cannot-tell", findings: [code] };
    }
    draw(report, words, result);
    go.disabled = false;
  });
}

if (typeof document !== "undefined") {
  const able = globalThis.crypto && crypto.subtle && typeof DecompressionStream === "function";
  document.getElementById(able ? "unable" : "form").hidden = true;
  if (able) begin();
}
