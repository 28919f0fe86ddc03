// One job: its progress, its results and what can be done with it.
import { download, follow, get, post } from "./api.js";
import { firstEdits } from "./drop.js";
import { button, cannotBeUndone, chips, count, duration, element, facts, meter, named, plural, redraw, say, size, state, table, tile, via, when } from "./dom.js";

const verbs = {
  held: ["approve", "cancel"], running: ["pause", "cancel"], paused: ["resume", "cancel"], planned: ["cancel"], received: ["cancel"],
};
const ended = ["done", "rejected", "cancelled"];
const outcomes = ["succeeded", "failed", "skipped", "unknown"];
const rowsAtOnce = 100;

export async function show(view, id, signal) {
  const head = element("section", { class: "card stack", "aria-label": "Job" });
  const rest = element("div", { class: "stack" });
  let job = await whole({ job: id }, signal);
  view.replaceChildren(element("a", { class: "back", href: "#jobs" }, "← All jobs"), head, rest);
  drawHead(head, job);
  while (!ended.includes(job.state)) {
    try {
      await follow(`api/jobs/${job.job}/events`, (now) => {
        const turned = now.state !== job.state;
        job = turned ? now : { ...job, ...now };
        drawHead(head, job);
        if (turned) {
          say(`${named(job)} is ${job.state}`);
          whole(job, signal).then((all) => { job.state === all.state && drawHead(head, job = { ...all, ...job }); }).catch(() => {});
        }
      }, signal);
      drawHead(head, job = await whole(job, signal));
    } catch (away) {
      if (signal.aborted) {
        return;
      }
      say(away.message);
      await new Promise((resolve) => { setTimeout(resolve, 2000); });
    }
  }
  await drawRest(rest, job, signal);
}

// With what events leave out: the history, the files, what a held job would do.
const whole = (job, signal) => get(`api/jobs/${encodeURIComponent(job.job)}`, signal);

function drawHead(place, job) {
  const act = (verb) => button(verb[0].toUpperCase() + verb.slice(1), async () => {
    const answer = await post(`api/jobs/${job.job}/${verb}`);
    if (answer.job !== job.job) {
      location.hash = `#job/${answer.job}`;
    } else {
      drawHead(place, answer);
    }
  }, { approve: "main", cancel: "danger" }[verb]);
  const verify = () => button("Verify", async () => {
    const found = await post(`api/jobs/${job.job}/verify`);
    say(`${count(found.confirmed)} confirmed, ${count(found.contradicted)} contradicted, ${count(found.untold)} cannot be told`);
  });
  const undo = () => button("Undo", async () => {
    drawHead(place, { ...job, undoing: await post(`api/jobs/${job.job}/undo?dry-run=true`) });
  }, "danger");
  const buttons = [
    ...(verbs[job.state] ?? []).map(act),
    ...(ended.includes(job.state) && job.rows.failed ? [act("retry")] : []),
    ...(ended.includes(job.state) && job.rows.succeeded ? [verify(), undo()] : []),
  ];
  buttons.forEach((one) => { one.dataset.key = one.textContent; });
  redraw(place,
    element("div", { class: "head" },
      element("div", {}, element("h1", { tabindex: "-1" }, named(job)), element("p", { class: "quiet small wrap" }, `${via(job)} `, element("span", { class: "mono" }, job.job))),
      element("div", { class: "row" }, state(job.state), buttons)),
    !["rejected", "held"].includes(job.state) && element("div", { class: "stack" }, meter(job.rows, "Settled edits"), line(job)),
    job.reason && element("p", { class: `note ${job.state}` }, element("strong", {}, `${job.reason.message} `), element("span", { class: "quiet" }, job.reason.hint ?? "")),
    job.held && wouldDo(job.held),
    job.undoing && wouldUndo(job, () => drawHead(place, { ...job, undoing: undefined })),
    !["rejected", "held"].includes(job.state) && element("div", { class: "tiles" },
      tile(count(job.rows.succeeded), "succeeded", job.rows.succeeded ? "good" : ""),
      tile(count(job.rows.failed), "failed", job.rows.failed ? "bad" : ""),
      tile(count(job.rows.skipped), "skipped"),
      tile(count(job.rows.unknown), "unknown", job.rows.unknown ? "unsure" : ""),
      tile(count(job.calls), job.retries ? `calls, ${count(job.retries)} retried` : "calls")),
    facts([
      ["Provider says", job.progress],
      ["Received", when(job.receivedAt)],
      ["Ended", when(job.finishedAt)],
      ["Document", `${job.format.toUpperCase()}, ${size(job.bytes)}`],
      ["Results", job.results && element("span", { class: "mono" }, job.results)],
    ]));
}

function line(job) {
  const settled = outcomes.reduce((sum, name) => sum + job.rows[name], 0);
  const left = job.expectedEnd && Math.max(0, (new Date(job.expectedEnd) - Date.now()) / 1000);
  const text = job.rows.total ? `${count(settled)} of ${count(job.rows.total)} edits settled` : "Being read and planned";
  return element("p", { class: "quiet small" }, text + (left ? `, about ${duration(left)} left` : ""));
}

// What a job that waits for approval would do.
function wouldDo(held) {
  const seconds = Math.max(0, ...Object.values(held.estimatedSeconds));
  return element("div", { class: "stack" },
    element("div", { class: "tiles" },
      tile(count(held.edits), "edits"), tile(count(held.calls), "calls"), tile(duration(seconds), "expected time"),
      tile(count(held.invalid), "invalid", held.invalid ? "bad" : "")),
    cannotBeUndone(held.cannotBeUndone),
    firstEdits(held.firstEdits));
}

// What undoing a job would put back, before it is done.
function wouldUndo(job, leave) {
  const { edits, unchanged, impossible } = job.undoing;
  const force = element("input", { type: "checkbox" });
  const put = async () => {
    location.hash = `#job/${(await post(`api/jobs/${job.job}/undo?force=${force.checked}`)).job}`;
  };
  return element("div", { class: "note held stack" },
    element("p", {}, `${plural(edits, "edit")} can be put back${unchanged ? `, ${count(unchanged)} had changed nothing` : ""}.`),
    Object.entries(impossible).map(([why, number]) => element("p", { class: "small" }, `${plural(number, "edit")} cannot be undone: ${why}`)),
    edits > 0 && element("label", { class: "check small" }, force, "Also what somebody has changed since"),
    element("div", { class: "row" },
      edits > 0 && button(`Put back ${plural(edits, "edit")}`, put, "main"),
      button("Leave it", async () => leave())));
}

async function drawRest(place, job, signal) {
  place.replaceChildren(...[
    job.results && element("section", { class: "card stack", "aria-label": "Results" }),
    await deadLetter(job, signal),
    job.calls ? element("section", { class: "card" }, calls(job)) : "",
    job.history?.length ? element("section", { class: "card" }, element("details", {}, element("summary", {}, "History"),
      element("ol", { class: "history small" }, job.history.map((entry) => element("li", {}, entry))))) : "",
  ].filter(Boolean));
  if (job.results) {
    const codes = (await get(`api/jobs/${job.job}/results?file=summary`, signal)).codes ?? {};
    await drawResults(place.firstChild, job, codes, "", "", rowsAtOnce);
  }
}

async function deadLetter(job, signal) {
  if (job.state !== "rejected") {
    return "";
  }
  const { deadLetters } = await get("api/dead-letters", signal);
  const { letter } = await import("./lists.js");
  const found = deadLetters.find((one) => one.job === job.job);
  return found && letter(found);
}

async function drawResults(place, job, codes, status, code, limit) {
  const query = new URLSearchParams({ limit, ...(status && { status }), ...(code && { code }) });
  const { rows, next } = await get(`api/jobs/${job.job}/results?${query}`);
  const again = (change) => drawResults(place, job, codes, change.status ?? status, change.code ?? code, change.limit ?? rowsAtOnce);
  const pick = element("select", { "data-key": "code", "aria-label": "Code", onchange: () => again({ code: pick.value }) },
    element("option", { value: "" }, "every code"),
    Object.entries(codes).map(([name, number]) => element("option", { value: name, selected: name === code }, `${name} (${count(number)})`)));
  redraw(place,
    element("div", { class: "head" },
      element("h2", {}, "Results"),
      element("div", { class: "row" }, (job.files ?? []).map((file) =>
        button(`↓ ${file}`, () => download(`api/jobs/${job.job}/results?file=${encodeURIComponent(file)}`, file))),
        button("↓ report", () => download(`api/jobs/${job.job}/report`, `${job.job}.html`)))),
    element("div", { class: "row" },
      chips("Status", [{ value: "", text: `All ${count(job.rows.total)}` },
        ...outcomes.filter((name) => job.rows[name]).map((name) => ({ value: name, text: `${name} ${count(job.rows[name])}` }))],
      status, (chosen) => again({ status: chosen, code: "" })),
      Object.keys(codes).length > 1 && pick),
    rows.length ? table("Rows of the results", [
      { title: "Row", of: (row) => count(row.row), kind: "number" },
      { title: "Target", of: (row) => element("span", { class: "mono" }, row.id ?? (row.where && (typeof row.where === "string" ? row.where : JSON.stringify(row.where)))), kind: "target" },
      { title: "Outcome", of: (row) => element("span", { class: `state ${row.status}` }, row.status), kind: "plain" },
      { title: "Code", of: (row) => row.code, kind: "plain" },
      { title: "Message", of: (row) => [row.message, row.hint && element("div", { class: "quiet small" }, row.hint)], kind: "roomy" },
      { title: "Call", of: (row) => row.call && count(row.call), kind: "number" },
    ], rows, "hidden") : element("p", { class: "quiet" }, "No row is like that."),
    next && element("div", {}, button("Show more", () => again({ limit: limit + 500 }))));
}

function calls(job) {
  const place = element("div");
  return element("details", { ontoggle: async () => {
    const { calls: made } = await get(`api/jobs/${job.job}/calls?limit=200`);
    place.replaceChildren(table(`The first calls, of ${count(job.calls)}`, [
      { title: "Call", of: (call) => count(call.call), kind: "number" },
      { title: "Connection", of: (call) => call.connection, kind: "plain" },
      { title: "Operation", of: (call) => call.operation, kind: "plain" },
      { title: "Edits", of: (call) => count(call.edits), kind: "number" },
      { title: "State", of: (call) => call.state, kind: "plain" },
      { title: "Requests", of: (call) => count(call.requests), kind: "number" },
      { title: "Sent", of: (call) => when(call.sentAt), kind: "plain" },
      { title: "Note", of: (call) => call.note, kind: "roomy" },
    ], made));
  } }, element("summary", {}, "Calls"), place);
}
