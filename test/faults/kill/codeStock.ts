import { setTimeout as pause } from "node:timers/promises";

/** Codes for the load, bought as they are needed and through whatever is being killed at the moment. */
export interface CodeStock {
  /** Waits for a code when the shelf is empty. */
  take(): Promise<string>;
}

const ORDER = 500;
const SHELF = 200;
const AGAIN_MS = 100;

/** A stock that buys over HTTP as a reseller. */
export function openCodeStock(url: string, key: string, signal: AbortSignal): CodeStock {
  const shelf: string[] = [];
  let buying: Promise<void> | undefined;
  const refill = async (): Promise<void> => {
    try {
      shelf.push(...(await buy(url, key, signal)));
    } catch (error) {
      // Nobody may be waiting for this purchase; whoever is finds out below.
      if (!signal.aborted) {
        throw error;
      }
    }
    buying = undefined;
  };
  return {
    take: async () => {
      while (shelf.length === 0) {
        buying ??= refill();
        await buying;
        signal.throwIfAborted();
      }
      if (shelf.length < SHELF) {
        buying ??= refill();
      }
      return shelf.pop() as string;
    },
  };
}

async function buy(url: string, key: string, signal: AbortSignal): Promise<readonly string[]> {
  const send = (path: string, body: object) => insist(`${url}${path}`, { key, body, signal });
  const { id } = (await send("/v1/orders", {
    lines: [{ sku: "U-3889316", quantity: ORDER }],
    buyer: { email: "shop@example.org", name: "Kite & Co", country: "DE" },
    delivery: { option: "email" },
  })) as { id: string };
  await send(`/v1/orders/${id}/payment`, { method: "test_success" });
  const { data } = (await send(`/v1/orders/${id}/codes`, {})) as { data: readonly { code: string }[] };
  return data.map(({ code }) => code);
}

/** Sends one request until it is done; codes that are not there yet are asked for again with another key. */
async function insist(
  url: string,
  { key: token, body, signal }: { readonly key: string; readonly body: object; readonly signal: AbortSignal },
): Promise<unknown> {
  for (let key = crypto.randomUUID(); ; await pause(AGAIN_MS, undefined, { signal })) {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: JSON.stringify(body),
    }).catch(() => undefined);
    const said = (await response?.json().catch(() => undefined)) as { code?: string } | undefined;
    if (response?.ok === true && said !== undefined) {
      return said;
    }
    key = said?.code === "codes_not_ready" ? crypto.randomUUID() : key;
  }
}
