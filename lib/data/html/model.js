/* What the page knows: the network, the words, and which ties the filters let through. */
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const style = data.style;
const word = (key) => style[key] || key;
const relationWord = (name) => style["relation." + name] || name.replace(/_/g, " ");
const statusWord = (name) => style["status." + name] || name;
const signName = (sign) => (sign > 0 ? "positive" : sign < 0 ? "negative" : "neutral");

/* Dates may be cut short: the first and last day that they can mean. */
const firstDay = (date) => date + "-01-01".slice(date.length > 4 ? date.length - 4 : 0);
function lastDay(date) {
  if (date.length >= 10) return date;
  if (date.length < 7) return date.slice(0, 4) + "-12-31";
  const next = new Date(Date.UTC(+date.slice(0, 4), +date.slice(5, 7), 0));
  return next.toISOString().slice(0, 10);
}
const isDate = (date) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(date || "");

for (const arc of data.arcs) {
  if (!isDate(arc.first) || !isDate(arc.last)) arc.first = arc.last = "";
  if (!arc.relations) arc.relations = arc.relation ? { [arc.relation]: arc.weight } : {};
  if (!arc.statuses) arc.statuses = {};
  arc.evidence = arc.evidence || [];
}

/* The days on which something begins or ends, in order: the steps of the slider. */
const days = [...new Set(data.arcs.filter((a) => a.first).flatMap((arc) =>
  [firstDay(arc.first), lastDay(arc.last)].concat(arc.evidence
    .filter((e) => isDate(e.date)).flatMap((e) => [firstDay(e.date), lastDay(e.date)]))))].sort();

const count = (lists) => {
  const sum = new Map();
  for (const list of lists)
    for (const name of list) sum.set(name, (sum.get(name) || 0) + 1);
  return sum;
};
const found = {
  relations: count(data.arcs.map((a) => Object.keys(a.relations))),
  statuses: count(data.arcs.map((a) => Object.keys(a.statuses))),
  signs: count(data.arcs.map((a) => [a.sign])),
  camps: count(data.nodes.map((n) => [n.camp])),
};

/* What is let through. A set that names everything found filters nothing. */
const filter = {};
function resetFilter() {
  for (const kind of Object.keys(found)) filter[kind] = new Set(found[kind].keys());
  filter.from = days[0] || "";
  filter.to = days[days.length - 1] || "";
  filter.weight = 0;
}
resetFilter();

const whole = (kind) => filter[kind].size === found[kind].size;
const inPeriod = (first, last) =>
  !first || (firstDay(first) <= filter.to && lastDay(last) >= filter.from);
const wholePeriod = () =>
  !days.length || (filter.from === days[0] && filter.to === days[days.length - 1]);

/* The pieces of evidence of an arc that the filters let through. */
function evidenceShown(arc) {
  return arc.evidence.filter(
    (e) =>
      (!e.relation || filter.relations.has(e.relation)) &&
      (!e.status || filter.statuses.has(e.status) || !found.statuses.has(e.status)) &&
      (!isDate(e.date) || inPeriod(e.date, e.date)));
}

function arcShown(arc) {
  if (!filter.signs.has(arc.sign) || arc.weight < filter.weight) return false;
  if (!filter.camps.has(data.nodes[arc.source].camp)) return false;
  if (!filter.camps.has(data.nodes[arc.target].camp)) return false;
  const names = Object.keys(arc.relations), states = Object.keys(arc.statuses);
  if (names.length && !names.some((name) => filter.relations.has(name))) return false;
  if (states.length && !states.some((name) => filter.statuses.has(name))) return false;
  if (!inPeriod(arc.first, arc.last)) return false;
  if (!data.complete || !arc.evidence.length) return true;
  if (whole("relations") && whole("statuses") && wholePeriod()) return true;
  return evidenceShown(arc).length > 0;
}
