import { problemOf, unreachable } from "./problemError.ts";

/** Where requests go and as whom. */
export interface Connection {
  /** `https://care.example.com`; empty for the page's own origin. */
  readonly baseUrl: string;
  /** An API key; without one the browser's session cookie speaks. */
  readonly key?: string | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** How often a request is sent at the most. */
  readonly tries?: number | undefined;
}

/** One request, ready to be sent any number of times. */
export interface Sending {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const TRIES = 4;
/** Whoever is told to come back later than this is told so, and not kept waiting. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Sends a request until it is answered for good. Busy (429), away (503) and still in flight are tried again
 * after the time the server names, and a lost connection as well: the idempotency key makes that safe.
 * Errors: ProblemError.
 */
export async function send(connection: Connection, sending: Sending): Promise<unknown> {
  const tries = connection.tries ?? TRIES;
  for (let tried = 1; ; tried += 1) {
    const outcome = await sendOnce(connection, sending);
    if (outcome instanceof Response && outcome.ok) {
      return outcome.status === 204 ? undefined : await outcome.json();
    }
    const pause = pauseAfter(outcome, tried);
    if (tried >= tries || pause > LONGEST_WAIT_MS || !(await isWorthAnother(outcome))) {
      throw outcome instanceof Response ? await problemOf(outcome) : unreachable(outcome);
    }
    await wait(pause, sending.signal);
  }
}

/** The answer, or what kept it from coming. An abort is the caller's own wish and is thrown. */
async function sendOnce(connection: Connection, sending: Sending): Promise<unknown> {
  const { method, path, body, idempotencyKey, signal } = sending;
  const ask = connection.fetch ?? globalThis.fetch;
  try {
    return await ask(`${connection.baseUrl}${path}`, {
      method,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(connection.key === undefined ? {} : { authorization: `Bearer ${connection.key}` }),
        ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
      },
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    signal?.throwIfAborted();
    return error;
  }
}

async function isWorthAnother(outcome: unknown): Promise<boolean> {
  if (!(outcome instanceof Response)) {
    return true;
  }
  if (outcome.status === 409) {
    return (await problemOf(outcome.clone())).code === "idempotency_key_in_flight";
  }
  return outcome.status === 429 || outcome.status === 503;
}

/**
 * `Retry-After` in seconds, or as a date by the server's own clock; without one, half a second that doubles.
 */
function pauseAfter(outcome: unknown, tried: number): number {
  const growing = 500 * 2 ** (tried - 1);
  const named = outcome instanceof Response ? outcome.headers.get("retry-after") : null;
  if (!(outcome instanceof Response) || named === null) {
    return growing;
  }
  const serverNow = outcome.headers.get("date") ?? named;
  const pause = /^\d+$/.test(named) ? Number(named) * 1000 : Date.parse(named) - Date.parse(serverNow);
  return Number.isNaN(pause) ? growing : Math.max(pause, 0);
}

async function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/** A new random key. Works outside secure contexts as well, where `crypto.randomUUID` is missing. */
export function newIdempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
