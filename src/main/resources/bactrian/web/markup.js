// Building blocks of the page. Text is always set as text, never as markup.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute.startsWith("on")) {
      made.addEventListener(attribute.slice(2), value);
    } else if (value === true) {
      made.setAttribute(attribute, "");
    } else if (value !== false && value !== undefined) {
      made.setAttribute(attribute, value);
    }
  }
  made.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== ""));
  return made;
}

// Columns: {title, of: row => text or element, number}.
export function table(caption, columns, rows, empty) {
  if (rows.length === 0) {
    return element("p", { class: "quiet" }, empty);
  }
  const cells = (kind, of) => columns.map((column) =>
    element(kind, { class: column.number && "number", scope: kind === "th" && "col" }, of(column)));
  return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    element("table", {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, cells("th", (column) => column.title))),
      element("tbody", {}, rows.map((row) => element("tr", {}, cells("td", (column) => column.of(row) ?? ""))))));
}

export function facts(pairs) {
  return element("dl", {}, pairs.filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
}

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

export const word = (text) => element("span", { class: text }, text);
export const count = (number) => Number(number ?? 0).toLocaleString();
export const when = (instant) => (instant ? new Date(instant).toLocaleString() : undefined);

export function duration(seconds) {
  if (seconds < 60) {
    return `${Math.ceil(seconds)} s`;
  }
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

let quiet;
export function say(text) {
  const place = document.getElementById("say");
  place.textContent = text;
  clearTimeout(quiet);
  quiet = setTimeout(() => { place.textContent = ""; }, 8000);
}

export function problem(found) {
  const place = [found.line && `line ${found.line}`, found.column && `column ${found.column}`, found.field]
    .filter(Boolean).join(", ");
  return element("div", { class: "problem" },
    element("strong", {}, place ? `${place}: ` : ""), found.message,
    found.found ? element("span", { class: "quiet" }, ` Found: ${found.found}`) : "",
    element("div", { class: "quiet" }, found.hint ?? ""));
}
