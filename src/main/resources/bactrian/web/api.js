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
    super(problem.detail || problem.title || `The server answered ${status}.`);
    this.status = status;
    this.problem = problem;
  }
}

async function ask(method, path, body, type) {
  const response = await fetch(path, { method, body, headers: headers(type ? { "Content-Type": type } : {}) });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Refused(response.status, problem);
  }
  return response;
}

export const get = async (path) => (await ask("GET", path)).json();
export const post = async (path) => (await ask("POST", path)).json();
export const upload = async (path, file, type) => (await ask("POST", path, file, type)).json();

export async function download(path, name) {
  const blob = await (await ask("GET", path)).blob();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

// Server-sent events by fetch, because EventSource cannot send a token.
export async function follow(path, onEvent, signal) {
  const response = await fetch(path, { headers: headers({ Accept: "text/event-stream" }), signal });
  if (!response.ok) {
    throw new Refused(response.status, await response.json().catch(() => ({})));
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    const events = (rest + value).split(/\r?\n\r?\n/);
    rest = events.pop();
    for (const event of events) {
      const data = event.split(/\r?\n/).filter((line) => line.startsWith("data:")).map((line) => line.slice(5)).join("\n");
      if (data) {
        onEvent(JSON.parse(data));
      }
    }
  }
}
