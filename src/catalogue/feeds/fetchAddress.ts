import { lookup } from "node:dns";
import { get as getPlain, type IncomingMessage, type RequestOptions } from "node:http";
import { get } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isLoopback, isPrivateAddress } from "./privateAddress.ts";
import { Unfetchable } from "./unfetchable.ts";

const MOST_REDIRECTS = 3;
const SILENCE_MS = 20_000;

/** What is asked for: with what the server said of it last, so that the same is not sent again. */
export interface Wanted {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Whether this machine's own addresses may be asked: in tests alone. */
  readonly allowsLoopback: boolean;
  readonly signal: AbortSignal;
}

/**
 * Asks for a file. Its answer is 200 with a body, or 304. The name is looked up once, and what is connected
 * to is what was looked at, so that no name can lead into our own networks, neither at first nor by a
 * redirect. Errors: Unfetchable.
 */
export async function fetchAddress(wanted: Wanted): Promise<IncomingMessage> {
  let url = wanted.url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const answer = await ask(demandAllowed(url, wanted.allowsLoopback), wanted);
    const { statusCode = 0, headers } = answer;
    if (statusCode === 200 || statusCode === 304) {
      return answer;
    }
    answer.destroy();
    const next = URL.parse(headers.location ?? "", url)?.href;
    if (![301, 302, 303, 307, 308].includes(statusCode) || next === undefined) {
      throw new Unfetchable(`The server answered with ${statusCode}.`);
    }
    url = next;
  }
  throw new Unfetchable(`The server led on more than ${MOST_REDIRECTS} times.`);
}

function demandAllowed(address: string, allowsLoopback: boolean): URL {
  const url = URL.parse(address);
  if (url === null) {
    throw new Unfetchable("The address is none.");
  }
  const isLocal = allowsLoopback && isLoopback(url.hostname);
  if (url.protocol !== "https:" && !(isLocal && url.protocol === "http:")) {
    throw new Unfetchable("Only addresses that begin with https:// are asked.");
  }
  const literal = url.hostname.replaceAll(/[[\]]/g, "");
  if (!isLocal && isIP(literal) !== 0 && isPrivateAddress(literal)) {
    throw new Unfetchable("The address lies within our own network.");
  }
  return url;
}

async function ask(
  url: URL,
  { etag, lastModified, allowsLoopback, signal }: Wanted,
): Promise<IncomingMessage> {
  const options: RequestOptions = {
    signal,
    timeout: SILENCE_MS,
    headers: {
      accept: "text/csv, application/x-ndjson, */*",
      "accept-encoding": "identity",
      ...(etag === null ? {} : { "if-none-match": etag }),
      ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
    },
    ...(allowsLoopback && isLoopback(url.hostname) ? {} : { lookup: lookupOutside }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = (url.protocol === "https:" ? get : getPlain)(url, options, resolve);
  request.on("timeout", () => request.destroy(new Unfetchable("The server fell silent.")));
  request.on("error", reject);
  try {
    return await promise;
  } catch (error) {
    throw error instanceof Unfetchable
      ? error
      : new Unfetchable(`The server could not be asked: ${(error as Error).message}.`);
  }
}

/** Looks a name up, and finds nothing where any of its addresses is within our own networks. */
const lookupOutside: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) {
      callback(error ?? new Unfetchable(`There is no server ${hostname}.`), "", 0);
    } else if (addresses.some(({ address }) => isPrivateAddress(address))) {
      callback(new Unfetchable("The name leads into our own network."), "", 0);
    } else if (options.all === true) {
      callback(null, addresses);
    } else {
      callback(null, first.address, first.family);
    }
  });
};
