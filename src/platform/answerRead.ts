import type { FastifyReply, FastifyRequest } from "fastify";
import type { Read } from "./act.ts";
import type { Caller } from "./caller.ts";
import { CSV_TYPE, csvOf, MOST_CSV_ROWS } from "./csv.ts";
import { answer } from "./perform.ts";
import type { Platform } from "./platform.ts";
import { badField } from "./problem.ts";
import type { Page } from "./schema.ts";

const FOR_EVER = "public, max-age=31536000, immutable";

/** Answers a question over HTTP: as JSON, as CSV where it is a list that may be, or as not changed. */
export async function answerRead(
  platform: Platform,
  read: Read<never, unknown>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { format, ...query } = request.query as { readonly format?: string };
  const asked = read.body === undefined ? {} : (request.body as object);
  const question = { ...query, ...asked, ...(request.params as object) } as never;
  reply.header("cache-control", "no-store");
  if (read.csv === true && (format === "csv" || (format === undefined && wantsCsv(request)))) {
    reply.type(CSV_TYPE);
    return csvOf(read.reply, await rowsOf(platform, request.caller, read, question));
  }
  const answered = await answer(platform, request.caller, read, question);
  const kept = read.kept?.(question, answered);
  if (kept === undefined) {
    return answered;
  }
  const tag = `"${kept.tag}"`;
  reply.headers({ etag: tag, "cache-control": kept.isForEver ? FOR_EVER : "public, no-cache" });
  return request.headers["if-none-match"] === tag ? reply.code(304).send() : answered;
}

function wantsCsv({ headers }: FastifyRequest): boolean {
  return headers.accept?.split(",")[0]?.trim().startsWith("text/csv") ?? false;
}

/** The rows of a list from page to page. Errors: 400 when they are more than a file has. */
async function rowsOf(
  platform: Platform,
  caller: Caller,
  read: Read<never, unknown>,
  question: object,
): Promise<object[]> {
  const rows: object[] = [];
  for (let after: object = {}; ; ) {
    const asked = { ...question, ...after, limit: 200 } as never;
    const { data, nextCursor } = (await answer(platform, caller, read, asked)) as Page<object>;
    rows.push(...data);
    if (nextCursor === null) {
      return rows;
    }
    if (rows.length >= MOST_CSV_ROWS) {
      const says = `There are more than ${MOST_CSV_ROWS} rows. Ask for fewer by a filter.`;
      throw badField("/querystring/format", "too_many_rows", says);
    }
    after = { after: nextCursor };
  }
}
