import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/** A proxy that should not be: it acknowledges an activation before anybody has committed it. */
export interface HastyProxy {
  readonly url: string;
  close(): void;
}

/** Starts it before a server on this port. The control of the history check, which must catch it. */
export async function openHastyProxy(port: number): Promise<HastyProxy> {
  const answer = async (incoming: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const body = await readWhole(incoming);
    reply.writeHead(201, { "content-type": "application/json" }).end("{}");
    const { method, url: path, headers } = incoming;
    const forwarded = request({ host: "localhost", port, method, path, headers });
    forwarded.on("error", () => undefined);
    forwarded.on("response", (response) => response.resume());
    forwarded.end(body);
  };
  const server = createServer((incoming, reply) => {
    answer(incoming, reply).catch(() => reply.destroy());
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const { port: own } = server.address() as { port: number };
  return {
    url: `http://localhost:${own}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function readWhole(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
