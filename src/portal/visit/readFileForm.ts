import type { FastifyInstance, FastifyRequest } from "fastify";
import { Problem } from "../../platform/index.ts";

/** What a form with a file may bring in all; its file is held in memory until it is written. */
const MOST_BYTES = 15 * 1024 ** 2 + 65_536;
/** How many such forms are read at once. */
const AT_ONCE = 4;

/** A file that a form brought. */
export interface SentForm {
  readonly file?: File | undefined;
}

/**
 * Reads forms that bring a file, for browsers without script: the body as a whole, by the platform's own
 * reader. Larger files are for uploads that can be resumed. Errors: Problem 401 for strangers,
 * 413, 503 while others are read.
 */
export function readFileForms(http: FastifyInstance): void {
  let reading = 0;
  http.addContentTypeParser(
    "multipart/form-data",
    async (request: FastifyRequest, body: NodeJS.ReadableStream) => {
      // Before a byte of it: strangers who send slowly would keep these places from owners.
      if (request.caller.role === "public") {
        throw new Problem(
          401,
          "not_signed_in",
          "Sign in, or open the link of your case, then send the file.",
        );
      }
      if (reading >= AT_ONCE) {
        throw new Problem(503, "busy", "Others send files just now. Send it again in a moment.", {
          retryAfterSeconds: 5,
        });
      }
      reading += 1;
      try {
        return await readForm(await wholeOf(body), request.headers["content-type"] ?? "");
      } finally {
        reading -= 1;
      }
    },
  );
}

async function wholeOf(body: NodeJS.ReadableStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    // What is too much is read to its end and not held, so that the browser hears the answer.
    if (bytes <= MOST_BYTES) {
      parts.push(part as Buffer);
    }
  }
  if (bytes > MOST_BYTES) {
    throw new Problem(413, "too_large", "A file sent by a form has at most 15 MB.");
  }
  return Buffer.concat(parts);
}

async function readForm(bytes: Buffer, type: string): Promise<Record<string, string | File>> {
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
    return Object.fromEntries(form.entries());
  } catch (error) {
    throw new Problem(400, "bad_request", "The form could not be read.", { cause: error });
  }
}
