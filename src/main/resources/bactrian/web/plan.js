// A compared plan: what it would change, edit by edit, and applying exactly what is ticked.
import { download, get, post } from "./api.js";
import { button, cannotBeUndone, chips, count, element, plural, redraw, say, table, tile } from "./dom.js";

const states = ["change", "unchanged", "missing", "unread", "invalid"];
const names = { change: "change something", unchanged: "unchanged", missing: "missing", unread: "not comparable", invalid: "invalid" };
const sent = ["change", "unread"];
const longest = 200;

export async function show(view, id, signal) {
  const head = element("section", { class: "card stack", "aria-label": "Plan" });
  const edits = element("section", { class: "card stack", "aria-label": "Edits", hidden: true });
  view.replaceChildren(element("a", { class: "back", href: "#jobs" }, "← All jobs"), head, edits);
  const path = `api/plans/${encodeURIComponent(id)}`;
  let plan = await get(path, signal);
  while (plan.state === "comparing") {
    redraw(head, title(plan), element("p", { class: "quiet", role: "status" },
      `Reading the targets: ${count(plan.comparedEdits)} of ${plural(plan.edits, "edit")} compared`));
    await new Promise((resolve) => { setTimeout(resolve, 1000); });
    if (signal.aborted) {
      return;
    }
    plan = await get(path, signal);
  }
  if (plan.state !== "ready") {
    redraw(head, title(plan), element("p", { class: "note failed" }, element("span", {}, `It could not be compared. ${plan.message}`)));
    return;
  }
  const chosen = new Chosen(plan, path);
  redraw(head, chosen.head());
  edits.hidden = false;
  drawEdits(edits, chosen, "", plan);
}

function title(plan, ...buttons) {
  return element("div", { class: "head" },
    element("div", {},
      element("p", { class: "quiet small" }, "Compared plan, nothing has been sent"),
      element("h1", { tabindex: "-1" }, plan.name)),
    element("div", { class: "row" }, buttons));
}

// What is to be applied, and how.
class Chosen {
  constructor(plan, path) {
    this.plan = plan;
    this.path = path;
    this.without = new Set();
    this.all = sent.reduce((sum, state) => sum + plan.compared[state], 0);
    this.apply = button("", () => this.send(), "main");
    this.options = [
      ["capture", "Keep the values before, so that it can be undone", true],
      ["verify", "Read back what succeeded", false],
      ["strict", "Send nothing if any target has changed since", false],
    ].map(([name, text, checked]) => {
      const box = element("input", { type: "checkbox", name, checked });
      return { name, box, label: element("label", { class: "check small" }, box, text) };
    });
    this.draw();
  }

  draw() {
    const left = this.all - this.without.size;
    this.apply.textContent = `Apply ${plural(left, "edit")}`;
    this.apply.disabled = left === 0;
  }

  leave(row, out) {
    out ? this.without.add(row) : this.without.delete(row);
    this.draw();
  }

  async send() {
    const query = new URLSearchParams(this.options.filter(({ box }) => box.checked).map(({ name }) => [name, "true"]));
    if (this.without.size) {
      query.set("without", ranges([...this.without]));
    }
    location.hash = `#job/${(await post(`${this.path}/apply?${query}`)).job}`;
  }

  head() {
    const { plan } = this;
    const kind = { missing: "bad", invalid: "bad", change: "good" };
    return [
      title(plan,
        button("↓ Plan", () => download(`${this.path}/file`, `${plan.plan}.plan`)),
        this.apply),
      element("div", { class: "tiles" }, states.filter((state) => plan.compared[state] || sent[0] === state)
        .map((state) => tile(count(plan.compared[state]), names[state], plan.compared[state] ? kind[state] : ""))),
      cannotBeUndone(plan.cannotBeUndone),
      plan.job && element("p", { class: "note running" }, element("span", {}, "Applied as ", element("a", { href: `#job/${plan.job}` }, plan.job), ".")),
      element("div", { class: "row" }, this.options.map(({ label }) => label)),
    ];
  }
}

function ranges(rows) {
  const found = [];
  for (const row of rows.sort((one, other) => one - other)) {
    const last = found.at(-1);
    last && last[1] === row - 1 ? (last[1] = row) : found.push([row, row]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(",");
}

function drawEdits(place, chosen, only, page, before = []) {
  const { plan, path } = chosen;
  const rows = [...before, ...page.rows];
  const load = async (state, from, known) => {
    const query = new URLSearchParams({ from, ...(state && { only: state }) });
    drawEdits(place, chosen, state, await get(`${path}?${query}`), known);
  };
  const choices = [{ value: "", text: `All ${count(plan.edits)}` },
    ...states.filter((state) => plan.compared[state]).map((state) => ({ value: state, text: `${names[state]} ${count(plan.compared[state])}` }))];
  redraw(place,
    element("div", { class: "head" },
      element("h2", {}, "Edits"),
      chips("What edits come to", choices, only, (state) => load(state, 1, []).catch((refusal) => say(refusal.message)))),
    edits(rows, chosen),
    page.next && element("div", {}, button("Show more", () => load(only, page.next, rows))));
}

function edits(rows, chosen) {
  const box = (row) => {
    const made = element("input", { type: "checkbox", "aria-label": `Apply row ${row.row}`, "data-key": `row ${row.row}`,
      checked: sent.includes(row.state) && !chosen.without.has(row.row), disabled: !sent.includes(row.state),
      onchange: () => chosen.leave(row.row, !made.checked) });
    return made;
  };
  return table("What each edit would change", [
    { title: "Apply", of: box, kind: "plain" },
    { title: "Row", of: (row) => count(row.row), kind: "number" },
    { title: "Operation", of: (row) => row.operation, kind: "plain" },
    { title: "Target", of: (row) => element("span", { class: "mono" }, row.id ?? (row.where && JSON.stringify(row.where))), kind: "roomy" },
    { title: "Outcome", of: (row) => element("span", { class: `state ${row.state}` }, row.state), kind: "plain" },
    { title: "Before → after", of: changes, kind: "target" },
  ], rows, "hidden", (row) => row.state);
}

const changes = (row) => [
  row.changes?.length > 0 && element("div", { class: "changes" }, row.changes.map((change) => [
    element("span", { class: "quiet" }, change.field),
    element("span", {}, element("del", {}, short(change.before)), " → ", element("ins", {}, short(change.after)))])),
  row.message && element("div", { class: "quiet small" }, row.message),
  row.undo && element("div", { class: "quiet small" }, `Cannot be undone. ${row.undo}`),
];

function short(value) {
  const text = value === null || value === undefined ? "nothing" : typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text || "empty";
}
