import type { Page } from "../platform/index.ts";
import type { CallOptions } from "./method.ts";

/**
 * Every row of a list, page after page, asked for as they are used.
 *
 *     for await (const claim of rowsOf(client.listClaims, { state: "received" })) { … }
 */
export async function* rowsOf<Question extends { after?: string }, Row>(
  list: (question: Question, options?: CallOptions) => Promise<Page<Row>>,
  question: Question,
  options: CallOptions = {},
): AsyncGenerator<Row, void, undefined> {
  let after = question.after;
  do {
    const page = await list(after === undefined ? question : { ...question, after }, options);
    yield* page.data;
    // The event feed answers with the same cursor while nothing new has happened.
    after = page.nextCursor === after ? undefined : (page.nextCursor ?? undefined);
  } while (after !== undefined);
}
