import assert from "node:assert/strict";
import { type Act, newId, type ProblemDocument, type Read, systemClock } from "../../platform/index.ts";

/** One person of the story: speaks to the server over HTTP with a key of their own. */
export interface Speaker {
  /** Does something. Fails when the server does not do it. */
  tell<Command, Reply>(act: Act<Command, Reply>, command: Command): Promise<Reply>;
  /** Does something that must be refused; answers with the refusal. */
  isRefused<Command>(act: Act<Command>, command: Command): Promise<ProblemDocument>;
  ask<Question, Reply>(read: Read<Question, Reply>, question: Question): Promise<Reply>;
  /** Sets the test clock, which runs on the way whatever falls due. */
  moveClock(to: Temporal.Instant): Promise<void>;
}

interface Sent {
  readonly status: number;
  readonly body: unknown;
}

/** A speaker with this API key; without one, anybody. `signal` cuts whatever is being asked. */
export function speakerOf(baseUrl: string, signal: AbortSignal, token?: string): Speaker {
  const send = (method: string, path: string, body?: object): Promise<Sent> =>
    sendTo(baseUrl, token, { method, path, body, signal });
  const perform = async (act: { readonly route: string }, command: unknown): Promise<Sent> => {
    const { method, path, rest } = requestOf(act.route, command as object);
    return await send(method, path, rest);
  };
  return {
    tell: async (act, command) => demandDone(act.route, await perform(act, command)) as never,
    isRefused: async (act, command) => {
      const { status, body } = await perform(act, command);
      assert.equal(status, 409, `${act.route} was to be refused: ${JSON.stringify(body)}`);
      return body as ProblemDocument;
    },
    ask: async (read, question) => {
      const { method, path, rest } = requestOf(read.route, question as object);
      const query = new URLSearchParams(rest as Record<string, string>);
      return demandDone(
        read.route,
        await send(method, query.size === 0 ? path : `${path}?${query}`),
      ) as never;
    },
    moveClock: async (to) => {
      const route = "/v1/test-clock";
      demandDone(route, await send("POST", route, { now: to.toString() }));
    },
  };
}

async function sendTo(
  baseUrl: string,
  token: string | undefined,
  request: {
    readonly method: string;
    readonly path: string;
    readonly body?: object | undefined;
    readonly signal: AbortSignal;
  },
): Promise<Sent> {
  const { method, path, body, signal } = request;
  const response = await fetch(baseUrl + path, {
    method,
    signal,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(method === "GET" ? {} : { "idempotency-key": newId(systemClock.now()) }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** What the path names is taken out of the command; the rest is sent with it. */
function requestOf(route: string, told: object): { method: string; path: string; rest: object } {
  const [method, pattern] = route.split(" ") as [string, string];
  const rest: Record<string, unknown> = { ...told };
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { method, path, rest };
}

function demandDone(route: string, { status, body }: Sent): unknown {
  assert.ok(status >= 200 && status < 300, `${route} was answered with ${status}: ${JSON.stringify(body)}`);
  return body;
}
