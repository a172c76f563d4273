import { randomBytes } from "node:crypto";
import type { Readable } from "node:stream";
import type {} from "@fastify/swagger";
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from "fastify";
import { answer, notFound, type Platform, perform } from "../platform/index.ts";
import { readPieceParams, type SentParams } from "./evidence/index.ts";
import { openOriginal, readPiece } from "./openPiece.ts";
import { partAsked } from "./partAsked.ts";
import { serveUploads } from "./serveUploads.ts";

const hidden = { schema: { hide: true } };

/** What each type is called when it is saved. */
const ENDINGS: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "video/mp4": "mp4",
  "video/quicktime": "mov",
  "video/webm": "webm",
  "text/plain": "txt",
  "text/csv": "csv",
  "application/zip": "zip",
  "application/pdf": "pdf",
};

/**
 * Evidence as bytes: uploads by tus, the copy that is shown, and the original for those who may. Files, so
 * they are no acts.
 */
export function evidencePlugin(platform: Platform): FastifyPluginAsync {
  return async (http) => {
    await http.register(serveUploads(platform));
    for (const cases of ["claims", "verifications"]) {
      serveFiles(http, platform, `/v1/${cases}/:id/evidence/:no`);
    }
  };
}

function serveFiles(http: FastifyInstance, platform: Platform, piece: string): void {
  http.get<SentParams>(`${piece}/file`, hidden, async (request, reply) => {
    const item = await answer(platform, request.caller, readPiece, readPieceParams(request.params));
    const size = item.state === "kept" ? await platform.files.sizeOf("shown", item.fileName) : undefined;
    if (size === undefined) {
      throw notFound("piece of evidence");
    }
    const part = partAsked(request.headers.range, size);
    reply.header("accept-ranges", "bytes");
    if (part === "none") {
      return reply.code(416).header("content-range", `bytes */${size}`).send();
    }
    if (part !== undefined) {
      reply.code(206).header("content-range", `bytes ${part.start}-${part.end}/${size}`);
    }
    const bytes = part === undefined ? size : part.end - part.start + 1;
    reply.header("content-length", bytes);
    return sendFile(reply, item.shownType, platform.files.readShown(item.fileName, part));
  });
  http.get<SentParams>(`${piece}/original`, hidden, async (request, reply) => {
    const command = readPieceParams(request.params);
    const opened = await perform(platform, request.caller, openOriginal, command);
    const { fileName, sentType } = opened.reply ?? {};
    if (fileName === undefined || (await platform.files.sizeOf("original", fileName)) === undefined) {
      throw notFound("piece of evidence");
    }
    return sendFile(reply, sentType ?? null, await platform.files.readOriginal(fileName));
  });
}

/** As an attachment under a name that tells nothing, of a type that no browser guesses beyond. */
function sendFile(reply: FastifyReply, type: string | null, bytes: Readable): FastifyReply {
  const known = type ?? "application/octet-stream";
  const name = `${randomBytes(8).toString("hex")}.${ENDINGS[known] ?? "bin"}`;
  return reply
    .headers({
      "cache-control": "private, no-store",
      "content-disposition": `attachment; filename="${name}"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    })
    .type(known)
    .send(bytes);
}
