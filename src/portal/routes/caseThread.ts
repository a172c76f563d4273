import { listMessages, type MessageShape, markMessagesRead, replyAddressOf } from "../../claims/index.ts";
import { isOwner } from "../../identity/index.ts";
import type { FormState } from "../parts/frame.ts";
import type { ThreadModel } from "../parts/messageThread.ts";
import { ask, attempt, formOf, type Visit } from "../visit/visit.ts";

const SHOWN = 30;

/** How a case page is shown: with a form that was not right, or only to be looked at. */
export type Showing = { readonly form?: FormState; readonly readOnly?: boolean };

/** The messages of a case for its page; what the bench wrote counts as read once its owner sees it. */
export async function threadOf(
  visit: Visit,
  id: string,
  { form, readOnly = false }: Showing,
): Promise<ThreadModel> {
  const before = /^[1-9]\d{0,8}$/.exec(queryOf(visit).get("before") ?? "")?.[0];
  const question = { id, limit: SHOWN, ...(before === undefined ? {} : { after: before }) };
  const { data, nextCursor } = await ask(visit, listMessages, question);
  const unread = data.find(({ side, readAt }) => side !== "owner" && readAt === undefined);
  if (!readOnly && isOwner(visit.caller) && unread !== undefined) {
    await attempt(visit, markMessagesRead, { id, upTo: unread.no });
  }
  return {
    messages: data.map(shownOf).toReversed(),
    older: nextCursor === null ? undefined : `/cases/${id}?before=${nextCursor}`,
    form: readOnly ? undefined : (form ?? { ...formOf(visit), action: `/cases/${id}/messages` }),
    address: replyAddressOf(visit.platform, id),
  };
}

function queryOf({ request }: Visit): URLSearchParams {
  return new URLSearchParams(request.url.split("?")[1]);
}

function shownOf({
  no,
  side,
  text,
  at,
  via,
  verified,
  evidence,
}: MessageShape): ThreadModel["messages"][number] {
  return { no, side, text, at, byMail: via === "mail", verified, files: evidence.length };
}
