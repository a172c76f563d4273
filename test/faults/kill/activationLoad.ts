import { setTimeout as pause } from "node:timers/promises";
import type { CodeStock } from "./codeStock.ts";
import type { Entry, Journal } from "./journal.ts";

/** Clients that activate one code after the other, several at once, and never give up on one. */
export interface ActivationLoad {
  /** Resolves when something is acknowledged that was sent from now on: what was under way does not count. */
  nextAcknowledgement(): Promise<void>;
  /** Lets every client finish what it is at. */
  finish(): Promise<void>;
}

/** What a load needs. `pauseMs` keeps a client from using more of the machine than it shows. */
export interface LoadOptions {
  readonly url: string;
  readonly key: string;
  readonly stock: CodeStock;
  readonly journal: Journal;
  readonly clients: number;
  readonly pauseMs: number;
  /** Ends every client where it is: something else has failed. */
  readonly signal: AbortSignal;
}

const PATIENCE_MS = 10_000;
const AGAIN_MS = 50;

/** Starts the clients. */
export function startLoad(options: LoadOptions): ActivationLoad {
  const { signal } = options;
  const waiting = new Set<Waiting>();
  let next = 0;
  let leaving = false;
  const client = async (): Promise<void> => {
    while (!leaving) {
      next += 1;
      const serial = `AC4K${String(next).padStart(10, "0")}`;
      const asked = { key: `kill-${next}`, serial, code: await options.stock.take() };
      const sentAt = await activate(options, asked);
      for (const one of [...waiting].filter(({ since }) => since <= sentAt)) {
        waiting.delete(one);
        one.resolve();
      }
      await pause(options.pauseMs, undefined, { signal });
    }
  };
  const unlessAborted = (error: unknown): void => {
    if (!signal.aborted) {
      throw error;
    }
  };
  const clients = Array.from({ length: options.clients }, () => client().catch(unlessAborted));
  return {
    nextAcknowledgement: () => new Promise((resolve) => waiting.add({ since: performance.now(), resolve })),
    finish: async () => {
      leaving = true;
      await Promise.all(clients);
    },
  };
}

interface Waiting {
  readonly since: number;
  readonly resolve: () => void;
}

interface Asked {
  readonly key: string;
  readonly serial: string;
  readonly code: string;
}

/**
 * Asks until it is answered, always with the same key: what is unknown is never asked for anew. Answers with
 * when the request left that was answered.
 */
async function activate(options: LoadOptions, asked: Asked): Promise<number> {
  for (;;) {
    const sentAt = performance.now();
    options.journal.write({ kind: "invoke", ...asked });
    const entry = await askOnce(options, asked);
    options.journal.write(entry);
    if (entry.kind === "return") {
      return sentAt;
    }
    await pause(AGAIN_MS, undefined, { signal: options.signal });
  }
}

async function askOnce({ url, key: token }: LoadOptions, { key, serial, code }: Asked): Promise<Entry> {
  try {
    const response = await fetch(`${url}/v1/activations`, {
      method: "POST",
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: JSON.stringify({
        ...{ code, serial, device: { activatedAt: "never", region: "EU" } },
        holder: { name: "Ada", email: "ada@example.org" },
      }),
    });
    const body = (await response.json()) as { code?: string; contract?: { id: string } };
    const { status } = response;
    // A service that is away, or still at it, has not answered the question.
    if (status >= 500 || status === 429 || body.code === "idempotency_key_in_flight") {
      return { kind: "unknown", key, why: `${status} ${body.code}` };
    }
    const refusal = status === 201 ? null : `${status} ${body.code}`;
    return { kind: "return", key, status, contract: body.contract?.id ?? null, refusal };
  } catch (error) {
    return { kind: "unknown", key, why: String(error) };
  }
}
