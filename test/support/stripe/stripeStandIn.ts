import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { StandInRequest } from "./standInAnswer.ts";
import { type Books, openBooks } from "./stripeBooks.ts";
import { answerRequest } from "./stripeRoutes.ts";

/** What goes wrong with the next requests: `cut` ends the line after the work was done. */
export type Weather = "fair" | "cut" | "cut before" | 500 | 409 | 429;

/** A server that behaves like Stripe's as far as we use it, on a loopback port. */
export interface StripeStandIn {
  readonly url: string;
  readonly books: Books;
  /** What happens to the next requests, one by one; then fair again. */
  expect(...weather: Weather[]): void;
  /** Every request it was sent: `POST /v1/payment_intents`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Starts it. `forgetsKeys`: the control, a Stripe that pays again whatever key it is sent. */
export async function stripeStandIn(
  options: { readonly forgetsKeys?: boolean } = {},
): Promise<StripeStandIn> {
  const books = openBooks();
  const ahead: Weather[] = [];
  const requests: string[] = [];
  let wasCutBefore = false;
  let cutAgain: string | undefined;
  // The SDK repeats what was cut once by itself, with the same key: to lose an answer both are cut.
  const weatherFor = ({ key }: StandInRequest): Weather => {
    const weather = key !== undefined && key === cutAgain ? "cut" : (ahead.shift() ?? "fair");
    cutAgain = weather === "cut" && key !== cutAgain ? key : undefined;
    return weather;
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = await readRequest(incoming);
    requests.push(`${request.method} ${request.path}`);
    const weather = weatherFor(request);
    if (weather === "cut before") {
      ahead.unshift(...(wasCutBefore ? [] : (["cut before"] as const)));
      wasCutBefore = !wasCutBefore;
      incoming.socket.destroy();
      return;
    }
    if (typeof weather === "number") {
      send(outgoing, weather, { error: troubles[weather] });
      return;
    }
    const { status, body } = answerKeyed(books, request, options.forgetsKeys === true);
    if (weather === "cut") {
      incoming.socket.destroy();
      return;
    }
    send(outgoing, status, body);
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    books,
    requests,
    expect: (...weather) => ahead.push(...weather),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

const troubles = {
  500: { type: "api_error", message: "Something went wrong on our end." },
  409: { type: "idempotency_error", code: "idempotency_key_in_use", message: "The key is in use." },
  429: { type: "invalid_request_error", code: "rate_limit", message: "Too many requests." },
} as const;

/** The same key gets the same answer, whatever has come since; with other words it is refused. */
function answerKeyed(
  books: Books,
  request: StandInRequest,
  forgetsKeys: boolean,
): { status: number; body: object } {
  const { key, path } = request;
  if (key === undefined || forgetsKeys) {
    return answerRequest(books, request);
  }
  const said = `${path} ${request.form.toString()}`;
  const known = books.keys.get(key);
  if (known === undefined) {
    const answer = answerRequest(books, request);
    books.keys.set(key, { said, answer: structuredClone(answer) });
    return answer;
  }
  const error = { type: "idempotency_error", message: "This key was used for another request." };
  return known.said === said ? known.answer : { status: 400, body: { error } };
}

async function readRequest(incoming: IncomingMessage): Promise<StandInRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  const url = new URL(incoming.url ?? "/", "http://stand.in");
  const key = incoming.headers["idempotency-key"];
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    form: new URLSearchParams(Buffer.concat(chunks).toString("utf8")),
    key: typeof key === "string" ? key : undefined,
  };
}

function send(outgoing: ServerResponse, status: number, body: object): void {
  outgoing.writeHead(status, { "content-type": "application/json" });
  outgoing.end(JSON.stringify(body));
}
