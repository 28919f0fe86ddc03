// All jobs, the newest first, below the place for a new one.
import { get } from "./api.js";
import { dropPlace } from "./drop.js";
import { ago, button, chips, element, meter, named, redraw, state, tally, via } from "./dom.js";

const states = ["running", "held", "paused", "done", "cancelled", "rejected"];
const often = 2000;

export async function show(view, _, signal) {
  const list = element("section", { class: "stack", "aria-label": "Jobs" });
  const drop = dropPlace((job) => { location.hash = `#job/${job}`; }, (plan) => { location.hash = `#plan/${plan}`; });
  view.replaceChildren(drop, list);
  let chosen = "";
  let wanted = 25;
  let drawn = "";
  const draw = async () => {
    const query = new URLSearchParams({ limit: wanted, ...(chosen && { state: chosen }) });
    const answer = await get(`api/jobs?${query}`, signal);
    const now = JSON.stringify([answer, chosen, Math.floor(Date.now() / 30000)]);
    if (now !== drawn) {
      drawn = now;
      redraw(list, filters(), rows(answer.jobs),
        answer.next && element("div", {}, button("Show more", async () => { wanted += 50; await draw(); })));
    }
  };
  const filters = () => element("div", { class: "head" },
    element("h2", {}, "Jobs"),
    chips("State", [{ value: "", text: "All" }, ...states.map((word) => ({ value: word, text: word }))], chosen,
      (word) => { chosen = word; draw(); }));
  const rows = (jobs) => (jobs.length
    ? element("ul", { class: "list" }, jobs.map(row))
    : element("p", { class: "empty" }, chosen ? `No job is ${chosen}.` : "No jobs yet. Drop a file above, or into the inbox folder."));
  await draw();
  const again = setInterval(() => { document.hidden || draw().catch(() => {}); }, often);
  signal.addEventListener("abort", () => clearInterval(again));
  return { take: drop.take };
}

function row(job) {
  const shown = ["running", "paused", "done", "cancelled"].includes(job.state);
  return element("li", { class: "job" },
    element("div", {},
      element("a", { href: `#job/${job.job}`, "data-key": job.job }, named(job)),
      element("div", { class: "quiet small wrap" }, `${via(job)} `, element("span", { class: "mono" }, job.job))),
    state(job.state),
    shown
      ? element("div", { class: "bars" }, meter(job.rows, `Progress of ${job.job}`, true), element("div", { class: "counts" }, tally(job.rows) || "nothing settled yet"))
      : element("div", { class: "bars quiet small wrap" }, job.reason?.code ?? ""),
    element("div", { class: "when quiet small" }, ago(job.receivedAt)));
}
