import { sendMessage } from "../../claims/index.ts";
import { attempt, formOf, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { showCase } from "./caseRoutes.ts";
import { refusedStep } from "./choiceRoutes.ts";

const MOST_CHARACTERS = 8000;

async function write(visit: Visit): Promise<PageAnswer> {
  const { id = "" } = visit.params;
  const text = (visit.sent.text ?? "").replaceAll(/\r\n?/g, "\n").trim();
  const wrong = text.length > MOST_CHARACTERS ? en.messages.tooLong : en.messages.empty;
  if (text === "" || text.length > MOST_CHARACTERS) {
    const form = { ...formOf(visit, { text }, { text: wrong }), action: `/cases/${id}/messages` };
    return { status: 200, page: await showCase(visit, { form }) };
  }
  const sent = await attempt(visit, sendMessage, { id, text }, { fields: { "/text": "text" } });
  if (sent.mistakes !== undefined) {
    const form = { ...formOf(visit, { text }, sent.mistakes), action: `/cases/${id}/messages` };
    return { status: 200, page: await showCase(visit, { form }) };
  }
  return sent.refused === undefined
    ? { goTo: `/cases/${id}#message-${sent.reply.no}` }
    : refusedStep(visit, sent.refused);
}

/** Where an owner writes to the bench. */
export const messageRoutes = [post("/cases/:id/messages", write)];
