/* The panel of filters: check boxes made from what the network holds, and the period. */
const byId = (id) => document.getElementById(id);

function make(tag, text, name) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (name) element.className = name;
  return element;
}

function checkbox(kind, value, text, mark) {
  const label = make("label"), input = make("input");
  input.type = "checkbox";
  input.checked = true;
  input.dataset.kind = kind;
  input.dataset.value = String(value);
  input.addEventListener("change", () => {
    if (input.checked) filter[kind].add(value);
    else filter[kind].delete(value);
    refresh();
    showAgain();
  });
  label.append(input);
  if (mark) label.append(mark);
  label.append(make("span", text), make("span", found[kind].get(value), "count"));
  byId(kind).append(label);
}

function stroke(sign) {
  const mark = make("span", undefined, "stroke " + style[sign + ".style"]);
  mark.dataset.color = sign + ".color";
  return mark;
}

function swatch(camp) {
  const mark = make("span", undefined, "swatch");
  mark.dataset.camp = camp;
  return mark;
}

function paintMarks() {
  for (const mark of document.querySelectorAll(".stroke"))
    mark.style.borderTopColor = color(mark.dataset.color);
  for (const mark of document.querySelectorAll(".swatch"))
    mark.style.backgroundColor = campColor(Number(mark.dataset.camp));
}

function campText(camp) {
  if (!camp) return word("page.no-camp");
  const members = data.nodes.filter((n) => n.camp === camp).sort((a, b) => b.size - a.size);
  return camp + word("colon") + members.slice(0, 2).map((n) => n.label).join(", ") +
    (members.length > 2 ? "…" : "");
}

function makeFilters() {
  const sorted = (kind) => [...found[kind].keys()];
  for (const sign of sorted("signs").sort((a, b) => b - a))
    checkbox("signs", sign, word("sign." + signName(sign)), stroke(signName(sign)));
  for (const name of sorted("relations").sort((a, b) =>
    found.relations.get(b) - found.relations.get(a) || (a < b ? -1 : 1)))
    checkbox("relations", name, relationWord(name));
  for (const name of sorted("statuses")) checkbox("statuses", name, statusWord(name));
  for (const camp of sorted("camps").sort((a, b) => (a || 1e9) - (b || 1e9)))
    checkbox("camps", camp, campText(camp), swatch(camp));
  for (const kind of Object.keys(found))
    byId(kind).hidden = found[kind].size < (kind === "signs" ? 2 : 1);
  byId("camps").hidden = found.camps.size < 2;
  byId("time").hidden = days.length < 2;
  byId("weights").hidden = data.arcs.every((a) => a.weight <= 1);
  byId("weight").max = Math.ceil(Math.max(1, ...data.arcs.map((a) => a.weight)));
  byId("from").max = byId("to").max = Math.max(0, days.length - 1);
}

function readPeriod() {
  const from = Number(byId("from").value), to = Number(byId("to").value);
  filter.from = days[Math.min(from, to)] || "";
  filter.to = days[Math.max(from, to)] || "";
  tellPeriod();
  refresh();
  showAgain();
}

function tellPeriod() {
  byId("period").textContent = filter.from + word("between") + filter.to;
  byId("least").textContent = "≥ " + filter.weight;
}

/* The end of the period walks through time. */
let walking = 0;
function play() {
  if (walking) {
    clearInterval(walking);
    walking = 0;
  } else {
    byId("from").value = 0;
    byId("to").value = 0;
    const step = Math.max(1, Math.round(days.length / 120));
    walking = setInterval(() => {
      byId("to").value = Number(byId("to").value) + step;
      readPeriod();
      if (Number(byId("to").value) >= days.length - 1) play();
    }, 120);
  }
  byId("play").textContent = word(walking ? "page.stop" : "page.play");
}

function resetAll() {
  if (walking) play();
  resetFilter();
  for (const input of document.querySelectorAll("#filters input[type=checkbox]"))
    input.checked = true;
  byId("from").value = 0;
  byId("to").value = Math.max(0, days.length - 1);
  byId("weight").value = 0;
  tellPeriod();
  refresh();
  showAgain();
}
