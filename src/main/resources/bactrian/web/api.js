// The HTTP API as this page uses it. The token, where one is needed, stays in this tab.
const key = "bactrian-token";

export function useToken(token) {
  sessionStorage.setItem(key, token);
}

function headers(more) {
  const token = sessionStorage.getItem(key);
  return token ? { ...more, Authorization: `Bearer ${token}` } : more;
}

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || `The service answered ${status}.`);
    this.status = status;
  }
}

async function ask(method, path, { body, type, signal } = {}) {
  let response;
  try {
    response = await fetch(path, { method, body, signal, headers: headers(type ? { "Content-Type": type } : {}) });
  } catch (broken) {
    throw signal?.aborted ? broken : new Refused(0, { detail: "The service cannot be reached." });
  }
  if (!response.ok) {
    throw new Refused(response.status, await response.json().catch(() => ({})));
  }
  return response;
}

export const get = async (path, signal) => (await ask("GET", path, { signal })).json();
export const post = async (path) => (await ask("POST", path)).json();
export const upload = async (path, body, type) => (await ask("POST", path, { body, type })).json();

// Straight to disk where no token is needed; else through memory, because a link cannot carry one.
export async function download(path, name) {
  const link = document.createElement("a");
  const held = sessionStorage.getItem(key) && URL.createObjectURL(await (await ask("GET", path)).blob());
  link.href = held || path;
  link.download = name;
  link.click();
  if (held) {
    URL.revokeObjectURL(held);
  }
}

// Server-sent events by fetch, because EventSource cannot send a token.
export async function follow(path, onEvent, signal) {
  const response = await ask("GET", path, { signal });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    const events = (rest + value).split("\n\n");
    rest = events.pop();
    for (const event of events) {
      const data = event.split("\n").filter((line) => line.startsWith("data:")).map((line) => line.slice(5)).join("\n");
      if (data) {
        onEvent(JSON.parse(data));
      }
    }
  }
}
