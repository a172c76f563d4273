import net from "node:net";

/** An answer. */
export interface WireAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * One keep-alive HTTP/1.1 connection that sends one request at a time. It parses just what our own server
 * sends (content-length bodies), so that the load generator costs little of the two cores it shares with the
 * server.
 */
export interface Wire {
  send(path: string, headers: string, body: string): Promise<WireAnswer>;
  get(path: string): Promise<WireAnswer>;
  close(): void;
}

/** Connects to the loopback server. Errors: rejects whatever was in flight when the connection breaks. */
export async function openWire(port: number): Promise<Wire> {
  const socket = net.connect(port, "127.0.0.1");
  socket.setNoDelay(true);
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  let received: Buffer = Buffer.alloc(0);
  let waiting: { resolve(answer: WireAnswer): void; reject(error: Error): void } | undefined;
  socket.on("data", (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = readAnswer(received);
    if (answer !== undefined && waiting !== undefined) {
      received = received.subarray(answer.length);
      const { resolve } = waiting;
      waiting = undefined;
      resolve(answer);
    }
  });
  const fail = (error: Error): void => {
    waiting?.reject(error);
    waiting = undefined;
  };
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("the connection closed")));
  const ask = (request: string): Promise<WireAnswer> =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      socket.write(request);
    });
  return {
    get: (path) => ask(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`),
    send: (path, headers, body) =>
      ask(
        `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${headers}` +
          `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      ),
    close: () => socket.destroy(),
  };
}

function readAnswer(received: Buffer): (WireAnswer & { readonly length: number }) | undefined {
  const headEnd = received.indexOf("\r\n\r\n");
  if (headEnd < 0) {
    return undefined;
  }
  const head = received.toString("latin1", 0, headEnd);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const end = headEnd + 4 + length;
  if (received.length < end) {
    return undefined;
  }
  return {
    status: Number(head.slice(9, 12)),
    body: received.toString("utf8", headEnd + 4, end),
    length: end,
  };
}
