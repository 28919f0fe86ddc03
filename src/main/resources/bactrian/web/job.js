// One job: its progress, its results and what can be done with it.
import { download, follow, get, post } from "./api.js";
import { button, count, element, facts, say, table, when, word } from "./markup.js";

const steps = {
  held: ["approve", "cancel"], running: ["pause", "cancel"], paused: ["resume", "cancel"], planned: ["cancel"], received: ["cancel"],
};
const ended = ["done", "rejected", "cancelled"];

export async function show(view, id, signal) {
  const head = element("div");
  const results = element("div");
  view.replaceChildren(element("h2", {}, id), head, results);
  let last = await get(`api/jobs/${id}`);
  draw(head, last);
  if (!ended.includes(last.state)) {
    await follow(`api/jobs/${id}/events`, (job) => { last = job; draw(head, job); }, signal);
    last = await get(`api/jobs/${id}`);
    draw(head, last);
  }
  if (last.results) {
    await drawResults(results, last, "");
  }
}

function draw(place, job) {
  const settled = job.rows.succeeded + job.rows.failed + job.rows.skipped + job.rows.unknown;
  const act = (step) => button(step, async () => {
    const answer = await post(`api/jobs/${job.job}/${step}`);
    if (answer.job !== job.job) {
      location.hash = `#job/${answer.job}`;
    } else {
      say(`${job.job}: ${answer.state}`);
      draw(place, answer);
    }
  }, step === "approve" ? "main" : undefined);
  const more = ended.includes(job.state) && job.rows.failed ? [act("retry")] : [];
  place.replaceChildren(
    element("label", { for: "progress" }, `${count(settled)} of ${count(job.rows.total)} rows`),
    element("progress", { id: "progress", max: Math.max(1, job.rows.total), value: settled }),
    facts([
      ["State", word(job.state)],
      ["Why", job.reason && `${job.reason.message} ${job.reason.hint ?? ""}`],
      ["Rows", element("span", {}, ...["succeeded", "failed", "skipped", "unknown"].map((status) =>
        element("span", { class: status }, `${count(job.rows[status])} ${status}  `)))],
      ["Calls", `${count(job.calls)}, ${count(job.retries)} retries`],
      ["Provider says", job.progress],
      ["Expected end", when(job.expectedEnd)],
      ["Source", job.source],
      ["Received", when(job.receivedAt)],
      ["Finished", when(job.finishedAt)],
      ["Results", job.results],
    ]),
    element("div", { class: "buttons" }, (steps[job.state] ?? []).map(act), more,
      (job.files ?? []).map((file) => button(`Download ${file}`, () => download(`api/jobs/${job.job}/results?file=${encodeURIComponent(file)}`, file)))));
}

async function drawResults(place, job, status) {
  const query = new URLSearchParams({ limit: "200", ...(status && { status }) });
  const { rows } = await get(`api/jobs/${job.job}/results?${query}`);
  const choice = element("select", { onchange: () => drawResults(place, job, choice.value) },
    ["", "succeeded", "failed", "skipped", "unknown"].map((name) =>
      element("option", { value: name, selected: name === status }, name || "all")));
  place.replaceChildren(
    element("h3", {}, "Results"),
    element("label", {}, "Show ", choice),
    table(status ? `Rows that are ${status}` : "First rows", [
      { title: "Row", of: (row) => row.row, number: true },
      { title: "Target", of: (row) => row.id ?? JSON.stringify(row.where) },
      { title: "Status", of: (row) => word(row.status) },
      { title: "Code", of: (row) => row.code },
      { title: "Message", of: (row) => element("span", {}, row.message, row.hint ? element("span", { class: "quiet" }, ` ${row.hint}`) : "") },
      { title: "Call", of: (row) => row.call || "", number: true },
    ], rows, "No such rows."));
}

