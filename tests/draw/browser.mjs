// usage: node browser.mjs MODULES CHROMIUM PAGE HOSTILE-PAGE ACTORS TIES
// Opens the page of tests/cases/ent-export/network.graphml from file:// as a reader would.
import { createRequire } from "module";
import { pathToFileURL } from "url";
const [modules, chromium, page, hostile, actors, ties] = process.argv.slice(2);
const { chromium: driver } = createRequire(modules + "/")("playwright-core");

let failed = 0;
function check(what, is, wanted) {
  if (is === wanted) return;
  console.log(`${what}: ${JSON.stringify(is)}, wanted ${JSON.stringify(wanted)}`);
  failed = 1;
}

const browser = await driver.launch({ executablePath: chromium, args: ["--no-sandbox"] });
async function open(path) {
  const tab = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const said = [], asked = [];
  tab.on("console", (m) => said.push(m.text()));
  tab.on("pageerror", (e) => said.push(e.message));
  tab.on("dialog", (d) => { said.push("dialog " + d.message()); d.dismiss(); });
  tab.on("request", (r) => asked.push(r.url()));
  await tab.goto(pathToFileURL(path).href);
  await tab.waitForFunction("document.getElementById('counts').textContent !== ''");
  return { tab, said, asked };
}
// Where on the screen the middle of an element is.
const spot = (tab, id) => tab.evaluate((id) => {
  const frame = document.getElementById("graph").getBoundingClientRect();
  const element = cy.getElementById(id);
  const at = element.isNode() ? element.renderedPosition() : element.renderedMidpoint();
  return { x: frame.left + at.x, y: frame.top + at.y };
}, id);
const click = async (tab, id) => {
  const at = await spot(tab, id);
  await tab.mouse.click(at.x, at.y);
  await tab.waitForTimeout(50);
};
const counts = (tab) => tab.textContent("#counts");

const { tab, said, asked } = await open(page);
check("counts", await counts(tab), `${actors} actors, ${ties} ties`);
check("shown actors", await tab.evaluate("cy.nodes(':visible').length"), Number(actors));
check("shown ties", await tab.evaluate("cy.edges(':visible').length"), Number(ties));

// FRA -> RUS is the third arc of the file.
await click(tab, "e2");
check("heading", await tab.textContent("#details h2"), "France → Russie");
check("sentence", await tab.textContent("#details blockquote"),
  "Paris accuse Moscou d'avoir menti ; « une faute », dit-il.");
check("source of the sentence",
  (await tab.textContent("#details figcaption")).includes("01-faute"), true);
await click(tab, "n1");
check("actor", await tab.textContent("#details h2"), "France");
check("rank", (await tab.textContent("#details table")).includes("0.31n° 1 / 5"), true);

// A tie's end can be dragged, the rest stays.
const before = await tab.evaluate("cy.getElementById('n1').position('x')");
const at = await spot(tab, "n1");
await tab.mouse.move(at.x, at.y);
await tab.mouse.down();
await tab.mouse.move(at.x + 50, at.y + 20, { steps: 4 });
await tab.mouse.up();
check("drag", (await tab.evaluate("cy.getElementById('n1').position('x')")) > before, true);
const zoom = await tab.evaluate("cy.zoom()");
await tab.mouse.wheel(0, -300);
await tab.waitForTimeout(100);
check("wheel zooms", (await tab.evaluate("cy.zoom()")) > zoom, true);

// Time: of the arcs only those of 2031-01-10 to 2031-02-10 remain.
await tab.evaluate(`{ const to = document.getElementById("to");
  to.value = days.findIndex((day) => day > "2031-02-10") - 1; to.dispatchEvent(new Event("input")); }`);
check("after the slider", await counts(tab), "3 actors, 3 ties");
await tab.click("#reset");
check("after the reset", await counts(tab), `${actors} actors, ${ties} ties`);

const toggle = (kind, value) =>
  tab.click(`input[data-kind="${kind}"][data-value="${value}"]`);
await toggle("signs", -1);
check("without hostile ties", await counts(tab), "5 actors, 4 ties");
await toggle("signs", -1);
await toggle("relations", "cooperates_with");
check("without cooperation", await counts(tab), "4 actors, 5 ties");
await toggle("relations", "cooperates_with");
await toggle("statuses", "asserted");
check("only what is alleged", await counts(tab), "3 actors, 2 ties");
await toggle("statuses", "asserted");
await toggle("camps", 2);
check("without the second camp", await counts(tab), "2 actors, 2 ties");
await toggle("camps", 2);

// Keyboard: search, choose a tie from the list, leave.
await tab.keyboard.press("Escape");
await tab.focus("#graph");
await tab.keyboard.press("/");
await tab.keyboard.type("wagner");
await tab.keyboard.press("Enter");
check("search", await tab.textContent("#details h2"), 'Groupe "Wagner" & Cie');
await tab.focus("#details li button");
await tab.keyboard.press("Enter");
check("tie from the list", (await tab.textContent("#details blockquote")).length > 10, true);
await tab.keyboard.press("Escape");
check("escape", await tab.locator("#details .hint").count(), 1);

const light = await tab.evaluate("getComputedStyle(document.body).backgroundColor");
await tab.click("#dark");
const dark = await tab.evaluate("getComputedStyle(document.body).backgroundColor");
check("dark differs", light !== dark, true);
check("requests", asked.filter((url) => !/^(file|data|blob):/.test(url)).join(), "");
check("console", said.join("\n"), "");

const bad = await open(hostile);
check("hostile counts", await counts(bad.tab), "3 actors, 2 ties");
await click(bad.tab, "n0");
check("hostile label", await bad.tab.textContent("#details h2"),
  "</script><img src=x onerror=alert(1)>{{data}}<!--");
check("hostile console", bad.said.join("\n"), "");
await browser.close();
process.exit(failed);
