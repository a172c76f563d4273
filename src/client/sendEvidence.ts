import { problemOf } from "./problemError.ts";
import type { Connection } from "./send.ts";

/** What is told of a file beside its bytes. */
export interface EvidenceSent {
  /** The id of a claim or of a verification. */
  readonly claimId: string;
  readonly file: Blob;
  readonly purpose?: string;
  readonly caption?: string;
  /** Hears what share of it has come. */
  readonly onProgress?: (share: number) => void;
}

const PIECE_BYTES = 4 * 1024 ** 2;
const TRIES = 5;
/** The headers and the bytes of one request. */
interface Asked {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Blob;
}

const HEAD = { "tus-resumable": "1.0.0" };

/** Sends a file to a case by tus, piece by piece. Answers with the path of the new piece of evidence. */
export type SendEvidence = (sent: EvidenceSent) => Promise<string>;

/**
 * Makes the sender of a connection. A piece that did not come is sent again from where the server is. Errors:
 * ProblemError.
 */
export function createSendEvidence(connection: Connection): SendEvidence {
  const ask = async (method: string, path: string, more: Asked) => {
    const key = connection.key === undefined ? {} : { authorization: `Bearer ${connection.key}` };
    const headers = { ...HEAD, ...key, ...more.headers };
    const { fetch = globalThis.fetch } = connection;
    return await fetch(`${connection.baseUrl}${path}`, {
      ...more,
      method,
      headers,
      credentials: "same-origin",
    });
  };
  return async ({ claimId, file, purpose, caption, onProgress }) => {
    const told = { filetype: file.type, purpose, caption };
    const headers = { "upload-length": String(file.size), "upload-metadata": metadataOf(told) };
    const cases = claimId.startsWith("vrf_") ? "verifications" : "claims";
    const path = `/v1/${cases}/${encodeURIComponent(claimId)}/evidence`;
    const made = await ask("POST", path, { headers });
    const place = made.headers.get("location");
    if (!made.ok || place === null) {
      throw await problemOf(made);
    }
    for (let [at, tries] = [0, 0]; at < file.size; ) {
      const body = file.slice(at, at + PIECE_BYTES);
      const piece = { "upload-offset": String(at), "content-type": "application/offset+octet-stream" };
      const sent = await ask("PATCH", place, { headers: piece, body }).catch(() => undefined);
      tries = sent?.ok === true ? 0 : tries + 1;
      if (sent !== undefined && !sent.ok && tries >= TRIES) {
        throw await problemOf(sent);
      }
      const seen = sent?.ok === true ? sent : await ask("HEAD", place, { headers: {} });
      at = Number(seen.headers.get("upload-offset") ?? at);
      onProgress?.(at / file.size);
    }
    return place;
  };
}

function metadataOf(told: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(told)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${base64(value)}`]))
    .join(",");
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
