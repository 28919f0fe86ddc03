// Dead letters, connections and schedules.
import { get, post } from "./api.js";
import { button, count, element, facts, plural, problem, problems, redraw, state, table, when } from "./dom.js";

const often = 3000;
const shownProblems = 20;

const title = (text, more) => element("div", {}, element("h1", { tabindex: "-1" }, text), element("p", { class: "quiet" }, more));

export async function deadLetters(view, _, signal) {
  const { deadLetters: letters } = await get("api/dead-letters", signal);
  view.replaceChildren(title("Dead letters", "Documents that were refused whole. Nothing of them was sent."),
    ...letters.map(letter));
  if (!letters.length) {
    view.append(element("p", { class: "empty" }, "None. Every document could be read."));
  }
}

export function letter(found) {
  const all = found.problems?.length ? found.problems : [found];
  return element("section", { class: "card stack" },
    element("div", { class: "head" },
      element("div", {},
        element("h2", { class: "wrap" }, found.file),
        element("p", { class: "quiet small" }, element("a", { href: `#job/${found.job}` }, found.job), " · ", when(found.at))),
      element("span", { class: "state rejected" }, found.code)),
    problems(all.slice(0, shownProblems)),
    all.length > shownProblems ? element("p", { class: "quiet small" }, `And ${plural(all.length - shownProblems, "problem")} more.`) : "");
}

export async function connections(view, _, signal) {
  const list = element("div", { class: "stack" });
  view.replaceChildren(title("Connections", "The accounts at the providers. Each has its own pace; a slow one holds up nobody else."), list);
  let drawn = "";
  const draw = async () => {
    const { connections: all } = await get("api/connections", signal);
    if (JSON.stringify(all) !== drawn) {
      drawn = JSON.stringify(all);
      redraw(list, all.map((one) => connection(one, draw)));
    }
  };
  await draw();
  const again = setInterval(() => { document.hidden || draw().catch(() => {}); }, often);
  signal.addEventListener("abort", () => clearInterval(again));
}

function connection(one, draw) {
  const change = (verb) => {
    const made = button(verb[0].toUpperCase() + verb.slice(1), async () => {
      await post(`api/connections/${encodeURIComponent(one.name)}/${verb}`);
      await draw();
    });
    made.dataset.key = `${one.name} ${verb}`;
    made.setAttribute("aria-label", `${made.textContent} ${one.name}`);
    return made;
  };
  return element("section", { class: "card stack", "aria-label": one.name },
    element("div", { class: "head" },
      element("div", {}, element("h2", {}, one.name), element("p", { class: "quiet small wrap" }, `${one.provider} · ${one.baseUrl}`)),
      element("div", { class: "row" }, state(one.state),
        one.state === "paused" || one.state === "resting" ? change("resume") : "",
        one.state === "paused" || one.state === "unready" ? "" : change("pause"))),
    one.trouble && element("p", { class: "note resting" }, element("strong", {}, `${one.trouble.message} `),
      element("span", { class: "quiet" }, `${one.trouble.hint ?? ""} Since `, when(one.trouble.since), "; tried again at ", when(one.trouble.nextProbe), ".")),
    facts([
      ["Rate", `${count(one.requestsPerSecond)} requests a second, ${count(one.maxConcurrentCalls)} at once`],
      ["Needs", one.missing],
      ["Paused", one.paused && element("span", {}, `by ${one.paused.by}, since `, when(one.paused.since))],
      ["Limited", one.limitedSince && element("span", {}, "the provider asks to wait since ", when(one.limitedSince))],
    ]));
}

export async function schedules(view, _, signal) {
  const list = element("div", { class: "stack" });
  view.replaceChildren(title("Schedules", "Jobs that start by themselves. Each is a file in routes/schedules/."), list);
  let drawn = "";
  const draw = async () => {
    const { schedules: all } = await get("api/schedules", signal);
    if (JSON.stringify(all) !== drawn) {
      drawn = JSON.stringify(all);
      redraw(list, [all.length ? element("section", { class: "card" }, timetable(all, draw))
        : element("p", { class: "empty" }, "Nothing is scheduled.")]);
    }
  };
  await draw();
  const again = setInterval(() => { document.hidden || draw().catch(() => {}); }, often);
  signal.addEventListener("abort", () => clearInterval(again));
}

function timetable(all, draw) {
  return table("Scheduled jobs", [
    { title: "Name", of: (one) => [one.name, one.description && element("div", { class: "quiet small" }, one.description)] },
    { title: "When", of: (one) => [one.cron, element("div", { class: "quiet small" }, one.zone)], kind: "plain" },
    { title: "Last run", of: (one) => one.lastRun && when(one.lastRun), kind: "plain" },
    { title: "Result", of: (one) => (one.lastJob ? element("a", { href: `#job/${one.lastJob}` }, one.lastResult) : one.lastResult) },
    { title: "Next run", of: (one) => one.nextRun && when(one.nextRun), kind: "plain" },
    { title: "By hand", of: (one) => {
      const run = button("Run now", async () => {
        await post(`api/schedules/${encodeURIComponent(one.name)}/run`);
        await draw();
      });
      run.dataset.key = `${one.name} run`;
      run.setAttribute("aria-label", `Run ${one.name} now`);
      return run;
    } },
  ], all);
}
