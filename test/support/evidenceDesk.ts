import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import type { EvidenceShape } from "../../src/claims/index.ts";
import { type ClaimDesk, claimDesk, OWNER, type Who } from "./claimDesk.ts";

/** A file that is sent. */
export interface SentFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly purpose?: string;
  readonly caption?: string;
}

/** A claim desk that listens on a port, because uploads are streams. */
export interface EvidenceDesk {
  readonly desk: ClaimDesk;
  readonly url: string;
  /** Sends one request by tus. */
  tus(as: Who, method: string, path: string, more?: TusMore): Promise<Response>;
  /** Begins an upload; answers with its place. */
  begin(id: string, file: SentFile, as?: Who): Promise<string>;
  /** Sends a whole file, and answers with its place. */
  send(id: string, file: SentFile, as?: Who): Promise<string>;
  /** Sends it, waits for its check, and answers with what the adder sees of it. */
  add(id: string, file: SentFile, as?: Who): Promise<EvidenceShape>;
  list(id: string, as?: Who): Promise<readonly EvidenceShape[]>;
  /** What is at a path, as bytes. */
  get(path: string, as?: Exclude<Who, "public">): Promise<Response>;
  stop(): Promise<void>;
}

export interface TusMore {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** Metadata as tus writes it. */
export function metadataOf(told: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(told)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${name} ${Buffer.from(value).toString("base64")}`],
    )
    .join(",");
}

/** Opens it, at a desk that is there already or at one of its own. */
export async function evidenceDesk(given?: ClaimDesk): Promise<EvidenceDesk> {
  const desk = given ?? (await claimDesk());
  const { app } = desk;
  await app.http.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.http.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const tus: EvidenceDesk["tus"] = async (as, method, path, { headers, body } = {}) =>
    await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(as === "public" ? {} : { authorization: await app.authorization(as) }),
        "tus-resumable": "1.0.0",
        ...(body === undefined ? {} : { "content-type": "application/offset+octet-stream" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    });
  const begin: EvidenceDesk["begin"] = async (id, { type, bytes, purpose, caption }, as = OWNER) => {
    const told = metadataOf({ filetype: type, purpose, caption });
    const headers = { "upload-length": String(bytes.length), "upload-metadata": told };
    const created = await tus(as, "POST", `/v1/claims/${id}/evidence`, { headers });
    assert.equal(created.status, 201, await created.text());
    return created.headers.get("location") ?? "";
  };
  const send: EvidenceDesk["send"] = async (id, file, as = OWNER) => {
    const place = await begin(id, file, as);
    const headers = { "upload-offset": "0" };
    const sent = await tus(as, "PATCH", place, { headers, body: file.bytes });
    assert.equal(sent.status, 204, await sent.text());
    return place;
  };
  const list: EvidenceDesk["list"] = async (id, as = OWNER) => {
    const { body } = await app.call(as, `GET /v1/claims/${id}/evidence`);
    return body.data as readonly EvidenceShape[];
  };
  return {
    ...{ desk, url, tus, begin, send, list },
    add: async (id, file, as = OWNER) => {
      const place = await send(id, file, as);
      await app.platform.jobs.drained();
      const item = (await list(id, as)).find(({ no }) => place.endsWith(`/${no}`));
      assert.ok(item, `the piece ${place} is listed`);
      return item;
    },
    get: async (path, as = OWNER) =>
      await fetch(`${url}${path}`, { headers: { authorization: await app.authorization(as) } }),
    stop: async () => {
      app.http.server.closeAllConnections();
      await app.stop();
    },
  };
}
