// A document comes in: its plan is shown, and it is run when the user says so.
import { get, upload } from "./api.js";
import { button, cannotBeUndone, count, drawing, duration, element, plural, problems, say, size, table, tile } from "./dom.js";

const types = {
  csv: "text/csv", tsv: "text/csv", json: "application/json", ndjson: "application/x-ndjson", jsonl: "application/x-ndjson",
};
const asWritten = "as the document says";
const shownProblems = 100;

// The place where documents are dropped. A plan takes its place until it is run or put away.
export function dropPlace(onJob, onPlan) {
  const place = element("section", { "aria-label": "New job" });
  const choices = new Choices();
  const clear = () => {
    place.replaceChildren(invitation(look, choices));
  };
  const look = async (file) => {
    const type = types[file.name.split(".").pop().toLowerCase()];
    if (!type) {
      say("Choose a .csv, .tsv, .json, .ndjson or .jsonl file.");
      return;
    }
    try {
      const plan = await upload(choices.path(file, { "dry-run": "true" }), file, type);
      const run = async () => onJob((await upload(choices.path(file, choices.capture.checked ? { capture: "true" } : {}), file, type)).job);
      const compare = async () => onPlan((await upload(choices.path(file, { "dry-run": "true", compare: "true" }), file, type)).plan);
      choices.onChange = () => look(file);
      place.replaceChildren(planned(file, plan, choices, { run, compare, clear }));
      place.querySelector("h1").focus();
    } catch (refusal) {
      say(refusal.message);
    }
  };
  clear();
  choices.load().catch(() => {});
  place.take = look;
  return place;
}

// What a document does not say itself. The fields are kept, so that they look the same before and after the plan.
class Choices {
  constructor() {
    this.operations = [];
    this.onChange = () => {};
    this.provider = element("select", { id: "provider", onchange: () => { this.fill(); this.onChange(); } }, element("option", { value: "" }, asWritten));
    this.capture = element("input", { type: "checkbox", id: "capture" });
    this.operation = element("select", { id: "operation", onchange: () => this.onChange() });
    this.fill();
  }

  async load() {
    this.operations = (await get("api/operations")).operations;
    const providers = [...new Set(this.operations.map((operation) => operation.provider))];
    this.provider.append(...providers.map((name) => element("option", { value: name }, name)));
  }

  fill() {
    const fitting = this.operations.filter((operation) => operation.provider === this.provider.value);
    this.operation.replaceChildren(element("option", { value: "" }, asWritten),
      ...fitting.map((operation) => element("option", { value: operation.operation, title: operation.summary }, operation.operation)));
    this.operation.disabled = fitting.length === 0;
  }

  fields() {
    return element("div", { class: "row says" },
      element("div", { class: "field" }, element("label", { for: "provider" }, "Provider"), this.provider),
      element("div", { class: "field" }, element("label", { for: "operation" }, "Operation"), this.operation));
  }

  path(file, more) {
    const query = new URLSearchParams({ name: file.name, ...more });
    for (const name of ["provider", "operation"]) {
      if (this[name].value) {
        query.set(name, this[name].value);
      }
    }
    return `api/jobs?${query}`;
  }
}

function invitation(look, choices) {
  choices.onChange = () => {};
  const file = element("input", { type: "file", id: "file", accept: Object.keys(types).map((end) => `.${end}`).join(","),
    onchange: () => file.files[0] && look(file.files[0]) });
  const text = element("textarea", { id: "pasted", spellcheck: "false", placeholder: "id,newDueDate\n…" });
  const target = element("div", { class: "drop" },
    drawing("0 0 32 32", "M16 20V6m0 0-5 5m5-5 5 5M5 20v4a3 3 0 0 0 3 3h16a3 3 0 0 0 3-3v-4"),
    element("h1", { tabindex: "-1" }, "Drop a CSV or JSON file here"),
    element("p", { class: "quiet" }, "You see what it would do before anything is sent."),
    element("div", { class: "row choose" },
      element("label", { class: "button main", for: "file" }, "Choose a file", file)),
    choices.fields(),
    element("details", { class: "paste", ontoggle: () => text.focus() },
      element("summary", { class: "small" }, "Or paste its text"),
      element("div", { class: "stack" },
        element("label", { class: "hidden", for: "pasted" }, "Text of the document"), text,
        element("div", {}, button("Show the plan", async () => look(asFile(text.value)))))));
  for (const kind of ["dragover", "dragleave", "drop"]) {
    target.addEventListener(kind, (event) => {
      event.preventDefault();
      target.classList.toggle("over", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files[0]) {
        look(event.dataTransfer.files[0]);
      }
    });
  }
  return target;
}

// Pasted text is JSON where it starts like it.
export function asFile(text) {
  return new File([text], /^\s*[[{]/.test(text) ? "pasted.json" : "pasted.csv");
}

function planned(file, plan, choices, { run, compare, clear }) {
  const something = !plan.refused && plan.edits > plan.invalid;
  const seconds = Math.max(0, ...Object.values(plan.estimatedSeconds));
  const approval = plan.shares.filter((share) => share.destroys || share.selects);
  return element("div", { class: "card stack" },
    element("div", { class: "head" },
      element("div", {},
        element("p", { class: "quiet small" }, "Plan, nothing has been sent"),
        element("h1", { tabindex: "-1" }, file.name),
        element("p", { class: "quiet small" }, size(file.size))),
      element("div", { class: "row" },
        button("Put away", async () => clear()),
        something && button("Compare", compare),
        plan.refused || plan.edits === 0 ? "" : button("Run", run, "main"))),
    choices.fields(),
    something && element("label", { class: "check small" }, choices.capture, "Keep the values before, so that it can be undone"),
    plan.refused
      ? element("p", { class: "note failed" }, element("strong", {}, "This document is refused whole. "), element("span", {}, "Nothing of it can be sent until it is corrected."))
      : element("div", { class: "tiles" },
        tile(count(plan.edits), "edits"),
        tile(count(plan.calls), "calls"),
        tile(plan.calls ? duration(seconds) : "–", "expected time"),
        tile(count(plan.invalid), "invalid", plan.invalid ? "bad" : "")),
    approval.length ? element("p", { class: "note held" },
      element("span", {}, `Will wait for approval: ${approval.map((share) =>
        `${share.provider} ${share.operation} ${share.destroys ? "destroys" : "edits by selection"}`).join(", ")}.`)) : "",
    cannotBeUndone(plan.cannotBeUndone),
    plan.shares.length > 1 || !plan.problemCount ? shares(plan) : "",
    plan.problemCount ? element("div", { class: "stack" },
      element("h2", {}, plural(plan.problemCount, "problem")),
      problems(plan.problems.slice(0, shownProblems)),
      plan.problemCount > shownProblems ? element("p", { class: "quiet small" }, `These are the first ${shownProblems}.`) : "") : "",
    firstEdits(plan.firstEdits));
}

export function firstEdits(edits) {
  return edits.length === 0 ? "" : table("First edits", [
    { title: "Edit", of: (edit) => count(edit.edit), kind: "number" },
    { title: "Operation", of: (edit) => `${edit.provider} ${edit.operation}`, kind: "plain" },
    { title: "Target", of: (edit) => element("span", { class: "mono" }, edit.id ?? JSON.stringify(edit.where)), kind: "target" },
    { title: "Values", of: (edit) => element("span", { class: "mono" }, values(edit.values)), kind: "roomy" },
  ], edits);
}

const values = (object) => Object.entries(object).map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`).join(", ");

function shares(plan) {
  return plan.shares.length === 0 ? "" : table("What would be sent", [
    { title: "Connection", of: (share) => share.connection, kind: "plain" },
    { title: "Operation", of: (share) => `${share.provider} ${share.operation}`, kind: "plain" },
    { title: "Edits", of: (share) => count(share.edits), kind: "number" },
    { title: "Calls", of: (share) => count(share.calls), kind: "number" },
  ], plan.shares);
}
