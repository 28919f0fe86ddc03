// A file comes in: its plan is shown, and it is run when the user says so.
import { get, upload } from "./api.js";
import { button, count, duration, element, problem, say, table } from "./markup.js";

const types = { csv: "text/csv", tsv: "text/csv", json: "application/json", ndjson: "application/x-ndjson", jsonl: "application/x-ndjson" };
const form = document.querySelector("#drop form");
const place = document.getElementById("plan");

export async function start(onJob) {
  const target = form.querySelector(".target");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    target.addEventListener(kind, (event) => {
      event.preventDefault();
      target.classList.toggle("over", kind === "dragover");
    });
  }
  target.addEventListener("drop", (event) => event.dataTransfer.files[0] && look(event.dataTransfer.files[0], onJob));
  form.file.addEventListener("change", () => form.file.files[0] && look(form.file.files[0], onJob));
  await fillChoices();
}

async function fillChoices() {
  const { operations } = await get("api/operations");
  const providers = [...new Set(operations.map((operation) => operation.provider))];
  form.provider.append(...providers.map((name) => element("option", {}, name)));
  form.provider.addEventListener("change", () => {
    const fitting = operations.filter((operation) => operation.provider === form.provider.value);
    form.operation.replaceChildren(form.operation.options[0],
      ...fitting.map((operation) => element("option", { value: operation.operation, title: operation.summary }, operation.operation)));
  });
}

function path(file, more) {
  const query = new URLSearchParams({ name: file.name, ...more });
  for (const name of ["provider", "operation"]) {
    if (form[name].value) {
      query.set(name, form[name].value);
    }
  }
  return `api/jobs?${query}`;
}

async function look(file, onJob) {
  const type = types[file.name.split(".").pop().toLowerCase()];
  if (!type) {
    say("Choose a .csv, .tsv, .json, .ndjson or .jsonl file.");
    return;
  }
  try {
    const plan = await upload(path(file, { "dry-run": "true" }), file, type);
    show(file, type, plan, onJob);
  } catch (refusal) {
    say(refusal.message);
  }
}

function show(file, type, plan, onJob) {
  const close = () => { place.hidden = true; form.reset(); };
  const run = async () => {
    const { job } = await upload(path(file, {}), file, type);
    close();
    onJob(job);
  };
  const seconds = Math.max(0, ...Object.values(plan.estimatedSeconds));
  const calls = plan.shares.reduce((sum, share) => sum + share.calls, 0);
  place.replaceChildren(
    element("h3", {}, `Plan for ${file.name}`),
    plan.refused
      ? element("p", {}, "This file is refused whole; nothing can be sent.")
      : element("p", {}, `${count(plan.edits)} edits, ${count(plan.invalid)} of them invalid, in ${count(calls)} calls; `
        + `at the rate limit about ${duration(seconds)}.`),
    table("What would be sent", [
      { title: "Connection", of: (share) => share.connection },
      { title: "Operation", of: (share) => `${share.provider} ${share.operation}` },
      { title: "Edits", of: (share) => count(share.edits), number: true },
      { title: "Calls", of: (share) => count(share.calls), number: true },
    ], plan.shares, "Nothing would be sent."),
    plan.firstEdits.length ? table("First edits", [
      { title: "Edit", of: (edit) => edit.edit, number: true },
      { title: "Target", of: (edit) => edit.id ?? JSON.stringify(edit.where) },
      { title: "Values", of: (edit) => JSON.stringify(edit.values) },
    ], plan.firstEdits, "") : "",
    plan.problemCount ? element("div", {}, element("h3", {}, `${count(plan.problemCount)} problems`), plan.problems.slice(0, 100).map(problem)) : "",
    element("div", { class: "buttons" },
      plan.refused ? "" : button("Run", run, "main"),
      button("Put away", async () => close())));
  place.hidden = false;
  place.focus();
}
