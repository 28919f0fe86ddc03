// The page: which view is shown.
import { get, Refused, useToken } from "./api.js";
import { asFile } from "./drop.js";
import { say } from "./dom.js";
import * as job from "./job.js";
import * as jobs from "./jobs.js";
import * as lists from "./lists.js";
import * as plan from "./plan.js";

const views = {
  jobs: { title: "Jobs", show: jobs.show },
  job: { title: "Job", show: job.show },
  plan: { title: "Plan", show: plan.show },
  "dead-letters": { title: "Dead letters", show: lists.deadLetters },
  connections: { title: "Connections", show: lists.connections },
  schedules: { title: "Schedules", show: lists.schedules },
};
const view = document.getElementById("view");
const token = document.getElementById("token");
let leaving = new AbortController();
let take;

async function route(event) {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const [name, id] = location.hash.slice(1).split("/");
  const shown = views[name] ? name : "jobs";
  document.title = `${id ? decodeURIComponent(id) : views[shown].title} · Bactrian`;
  for (const link of document.querySelectorAll("nav a")) {
    const here = link.hash === `#${["job", "plan"].includes(shown) ? "jobs" : shown}`;
    here ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  }
  take = undefined;
  try {
    const showing = views[shown].show(view, id && decodeURIComponent(id), signal);
    if (event) {
      const stop = setInterval(() => { view.querySelector("h1")?.focus({ preventScroll: true }) ?? 0; clearInterval(stop); }, 60);
      scrollTo(0, 0);
    }
    take = (await showing)?.take;
  } catch (refusal) {
    if (!signal.aborted) {
      refuse(refusal);
    }
  }
}

function refuse(refusal) {
  if (refusal instanceof Refused && refusal.status === 401) {
    token.hidden = false;
    token.token.focus();
  }
  say(refusal.message);
}

async function health() {
  const place = document.getElementById("health");
  let text;
  let kind;
  try {
    const answer = await get("health");
    const down = Object.entries(answer.connections).filter(([, one]) => one.status === "down").map(([name]) => name);
    kind = answer.status;
    text = down.length ? `${down.join(", ")} resting` : "All well";
  } catch (away) {
    kind = "down";
    text = away.status === 401 ? "" : away.message;
  }
  if (place.textContent !== text) {
    place.textContent = text;
    place.className = `health ${kind}`;
  }
}

token.addEventListener("submit", (event) => {
  event.preventDefault();
  useToken(token.token.value);
  location.reload();
});
document.addEventListener("paste", (event) => {
  const typing = ["TEXTAREA", "INPUT"].includes(event.target.tagName);
  const text = event.clipboardData.getData("text/plain");
  if (take && !typing && (event.clipboardData.files[0] || text.trim())) {
    take(event.clipboardData.files[0] ?? asFile(text));
  }
});
for (const kind of ["dragover", "drop"]) {
  document.addEventListener(kind, (event) => event.preventDefault()); // Beside the target, a file must not replace the page.
}
addEventListener("hashchange", route);
setInterval(() => document.hidden || health(), 5000);
health();
route();
