// Building blocks of the page. Text is always set as text, never as markup.

const svg = "http://www.w3.org/2000/svg";

export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function drawing(box, path) {
  return fill(document.createElementNS(svg, "svg"), { viewBox: box, "aria-hidden": "true" },
    [fill(document.createElementNS(svg, "path"), { d: path }, [])]);
}

function fill(made, attributes, children) {
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute.startsWith("on")) {
      made.addEventListener(attribute.slice(2), value);
    } else if (value === true) {
      made.setAttribute(attribute, "");
    } else if (value !== false && value !== undefined) {
      made.setAttribute(attribute, value);
    }
  }
  made.append(...children.flat(9).filter((child) => child !== undefined && child !== null && child !== "" && child !== false));
  return made;
}

// Columns: {title, of: row => text or element, kind: "number" | "plain" | "roomy" | "target"}; rowKind: row => class.
export function table(caption, columns, rows, captionKind, rowKind = () => undefined) {
  const kind = (column) => ({ class: column.kind });
  return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    element("table", {},
      element("caption", { class: captionKind }, caption),
      element("thead", {}, element("tr", {}, columns.map((column) => element("th", { scope: "col", ...kind(column) }, column.title)))),
      element("tbody", {}, rows.map((row) => element("tr", { class: rowKind(row) }, columns.map((column) => element("td", kind(column), column.of(row))))))));
}

export function facts(pairs) {
  return element("dl", {}, pairs.filter(([, value]) => value !== undefined && value !== "" && value !== false)
    .map(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
}

export const tile = (figure, name, kind) => element("div", { class: `tile ${kind ?? ""}` }, element("b", {}, figure), element("span", {}, name));

// A button that is out of use while it works, and says what went wrong.
export function button(text, action, kind) {
  const made = element("button", { type: "button", class: kind, onclick: async () => {
    made.disabled = true;
    try {
      await action();
    } catch (refusal) {
      say(refusal.message);
    } finally {
      made.disabled = false;
    }
  } }, text);
  return made;
}

// Exclusive choices: [{value, text}].
export function chips(label, choices, chosen, onChoice) {
  return element("div", { class: "chips", role: "group", "aria-label": label }, choices.map(({ value, text }) =>
    element("button", { type: "button", "data-key": `${label} ${value}`, "aria-pressed": String(value === chosen), onclick: () => onChoice(value) }, text)));
}

const outcomes = ["succeeded", "failed", "skipped", "unknown"];

export function meter(rows, label, thin) {
  const settled = outcomes.reduce((sum, name) => sum + rows[name], 0);
  const made = element("div", {
    class: `meter${thin ? " thin" : ""}${rows.total ? "" : " waiting"}`, role: "progressbar", "aria-label": label,
    "aria-valuemin": "0", "aria-valuemax": rows.total, "aria-valuenow": settled,
  }, outcomes.map((name) => element("i", { class: name })));
  outcomes.forEach((name, place) => { made.children[place].style.width = `${rows.total ? (100 * rows[name]) / rows.total : 0}%`; });
  return made;
}

export const tally = (rows) => outcomes.filter((name) => rows[name]).map((name) => `${count(rows[name])} ${name}`).join(" · ");
// A source is how a document came and what it was called, such as upload:prio.csv or apply:/home/me/prio.csv.
export const named = (job) => job.source.split(/[:/\\]/).pop() || job.job;
export const via = (job) => job.source.split(":")[0];
export const state = (word) => element("span", { class: `state ${word}` }, word);
export const count = (number) => Number(number ?? 0).toLocaleString("en");
export const plural = (number, one, many = `${one}s`) => `${count(number)} ${Number(number) === 1 ? one : many}`;
export const when = (instant) => instant && element("time", { datetime: instant }, new Date(instant).toLocaleString());

export function ago(instant) {
  const seconds = (Date.now() - new Date(instant)) / 1000;
  const text = seconds < 60 ? "just now" : seconds < 86400 ? `${duration(seconds, Math.floor)} ago` : new Date(instant).toLocaleDateString();
  return element("time", { datetime: instant, title: new Date(instant).toLocaleString() }, text);
}

export function duration(seconds, round = Math.ceil) {
  if (seconds < 60) {
    return `${round(seconds)} s`;
  }
  return seconds < 3600 ? `${round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1).replace(".0", "")} h`;
}

export function size(bytes) {
  const units = ["bytes", "kB", "MB", "GB"];
  const unit = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${unit ? (bytes / 1000 ** unit).toFixed(1) : bytes} ${units[unit]}`;
}

let quiet;
export function say(text) {
  const place = document.getElementById("say");
  place.textContent = text;
  clearTimeout(quiet);
  quiet = setTimeout(() => { place.textContent = ""; }, 8000);
}

export function problem(found) {
  const where = found.line ? `Line ${count(found.line)}` : found.row ? `Row ${count(found.row)}` : "Document";
  return element("li", {},
    element("span", { class: "where" }, where),
    element("div", { class: "wrap" },
      found.field && element("strong", {}, `${found.field}: `), found.message,
      found.found !== undefined && element("span", { class: "quiet" }, ` Found: ${found.found}`),
      found.hint && element("div", { class: "quiet small" }, found.hint)));
}

export const problems = (list) => element("ul", { class: "problems" }, list.map(problem));

// What should be known before anything is applied.
export const cannotBeUndone = (kinds = []) => kinds.length > 0 && element("div", { class: "note held" }, kinds.map((kind) =>
  element("p", {}, `${plural(kind.edits, "edit")} of ${kind.provider} ${kind.operation} cannot be undone: ${kind.why}`)));

// Draws again what may have changed, keeping the focus where it was.
export function redraw(place, ...children) {
  const key = place.contains(document.activeElement) && document.activeElement.dataset.key;
  place.replaceChildren(...children.flat(9).filter(Boolean));
  if (key) {
    [...place.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key)?.focus({ preventScroll: true });
  }
}
