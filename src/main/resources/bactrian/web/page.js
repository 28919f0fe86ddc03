// The page: which view is shown, and the lists.
import { get, post, useToken, Refused } from "./api.js";
import { start } from "./drop.js";
import { show } from "./job.js";
import { button, count, element, problem, say, table, when, word } from "./markup.js";

const view = document.getElementById("view");
let leaving = new AbortController();

const views = {
  async jobs() {
    const { jobs } = await get("api/jobs?limit=100");
    view.replaceChildren(table("Jobs, the newest first", [
      { title: "Job", of: (job) => element("a", { href: `#job/${job.job}` }, job.job) },
      { title: "State", of: (job) => word(job.state) },
      { title: "Rows", of: (job) => count(job.rows.total), number: true },
      { title: "Succeeded", of: (job) => count(job.rows.succeeded), number: true },
      { title: "Failed", of: (job) => count(job.rows.failed), number: true },
      { title: "Skipped", of: (job) => count(job.rows.skipped), number: true },
      { title: "Unknown", of: (job) => count(job.rows.unknown), number: true },
      { title: "Source", of: (job) => job.source },
    ], jobs, "No jobs yet. Drop a file above, or into the inbox folder."));
  },
  async "dead-letters"() {
    const { deadLetters } = await get("api/dead-letters");
    view.replaceChildren(element("h2", {}, "Dead letters"), ...(deadLetters.length ? deadLetters : []).map((letter) =>
      element("section", {}, element("h3", {}, letter.file), element("p", { class: "quiet" }, `${letter.job}, ${when(letter.at)}`),
        problem(letter), (letter.problems ?? []).slice(0, 20).map(problem))));
    if (!deadLetters.length) {
      view.append(element("p", { class: "quiet" }, "None: every document could be read."));
    }
  },
  async connections() {
    const { connections } = await get("api/connections");
    const step = (connection) => connection.paused ? "resume" : "pause";
    view.replaceChildren(table("Connections", [
      { title: "Name", of: (connection) => connection.name },
      { title: "Provider", of: (connection) => connection.provider },
      { title: "Address", of: (connection) => connection.baseUrl },
      { title: "Requests a second", of: (connection) => connection.requestsPerSecond, number: true },
      { title: "State", of: (connection) => connection.missing
        ?? (connection.paused ? `paused since ${when(connection.paused.since)}: ${connection.paused.by ?? ""}` : "ready") },
      { title: "", of: (connection) => button(step(connection), async () => {
        await post(`api/connections/${encodeURIComponent(connection.name)}/${step(connection)}`);
        await views.connections();
      }) },
    ], connections, "No connections are configured."));
  },
};

async function route() {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const [name, id] = location.hash.slice(1).split("/");
  const shown = name === "job" || views[name] ? name : "jobs";
  for (const link of document.querySelectorAll("nav a")) {
    link.toggleAttribute("aria-current", link.hash === `#${shown}`);
  }
  try {
    await (shown === "job" ? show(view, decodeURIComponent(id), signal) : views[shown]());
  } catch (refusal) {
    if (!signal.aborted) {
      refuse(refusal);
    }
  }
}

function refuse(refusal) {
  if (refusal instanceof Refused && refusal.status === 401) {
    document.getElementById("token").hidden = false;
  }
  say(refusal.message);
}

document.getElementById("token").addEventListener("submit", (event) => {
  event.preventDefault();
  useToken(event.target.token.value);
  location.reload();
});
addEventListener("hashchange", route);
setInterval(() => {
  if ((location.hash || "#jobs") === "#jobs" && !document.hidden) {
    views.jobs().catch(() => {});
  }
}, 3000);
start((job) => { location.hash = `#job/${job}`; }).catch(refuse);
route();
