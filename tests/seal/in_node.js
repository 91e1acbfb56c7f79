// Answers for the receivers' page without a browser: node in_node.js PAGE, then one line a question.
const fs = require("fs");
const readline = require("readline");

globalThis.crypto ??= require("crypto").webcrypto; // which is not yet global in node 18

const html = fs.readFileSync(process.argv[2], "utf8");
const script = (start) => html.split(start)[1].split("</script>")[0];
const page = new Function(`${script("<script>")}\nreturn { checkPack, told };`)();
const words = JSON.parse(script('<script type="application/json" id="said">'));

readline.createInterface({ input: process.stdin }).on("line", async (line) => {
  const { file, typed, root, list } = JSON.parse(line);
  const bytes = (path) => new Uint8Array(fs.readFileSync(path));
  const report = await page.checkPack(bytes(file), typed, bytes(root), bytes(list));
  process.stdout.write(`${JSON.stringify({ report, told: page.told(report, words) })}\n`);
});
