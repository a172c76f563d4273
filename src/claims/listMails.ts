import { Type } from "typebox";
import { PageQuery, page, publicId, read, readPublicId, shape, wrongCursor } from "../platform/index.ts";
import { listMailRows, MailShape, mailById, mailStates, toMail } from "./mailIn/index.ts";
import { mailReturns } from "./mailReturns.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/mails: mails that came in; those that wait for a person unless another state is asked for. */
export const listMails = read({
  route: "GET /v1/mails",
  permission: "mail.keep",
  summary: "Mails that came in, the oldest first: those that wait for a person, unless a state is named.",
  query: shape({ ...PageQuery, state: Type.Optional(Type.Enum([...mailStates])) }),
  reply: page(MailShape),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT, state }) => {
    const { rootId } = after === undefined ? {} : (readPublicId("mal", after) ?? {});
    const last = rootId === undefined ? undefined : await mailById(db, rootId);
    if (after !== undefined && last === undefined) {
      throw wrongCursor();
    }
    const states = state === undefined ? ["new", "unmatched"] : [state];
    const place = [last?.receivedAt ?? null, last?.mailId ?? null];
    const rows = await listMailRows(db, states, ...place, limit + 1);
    const shown = rows.slice(0, limit);
    const end = rows.length > limit ? shown.at(-1) : undefined;
    const returns = await mailReturns(db, shown);
    const data = shown.map((row) => toMail(row, returns.get(row.deviceId)));
    return { data, nextCursor: end === undefined ? null : publicId("mal", end.mailId) };
  },
});
