import { rowsOf } from "../client/index.ts";

/** A page of rows, as every list of the server answers. */
interface PageOf<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}

/** A page of a list on the screen. */
const FULL = 100;

/**
 * A page of the rows that are kept, for what the server's own filters cannot say. It is read from as many of
 * the server's pages as it takes, so that an empty one means that there is nothing.
 */
export async function readKept<Question extends { readonly after?: string }, Row, Answer extends PageOf<Row>>(
  list: (question: Question) => Promise<Answer & PageOf<Row>>,
  question: Question,
  keeps: (row: Row) => boolean,
): Promise<Answer> {
  let page = await list(question);
  const rows = page.data.filter(keeps);
  while (rows.length < FULL && page.nextCursor !== null) {
    page = await list({ ...question, after: page.nextCursor });
    rows.push(...page.data.filter(keeps));
  }
  return { ...page, data: rows };
}

/** Every row that is kept, from the first page to the last. */
export async function* everyRow<Question extends { readonly after?: string }, Row>(
  list: (question: Question) => Promise<PageOf<Row>>,
  question: Question,
  keeps: (row: Row) => boolean = () => true,
): AsyncGenerator<Row, void, undefined> {
  const { after: _, ...whole } = question;
  for await (const row of rowsOf(list, { ...whole, limit: 200 } as unknown as Question)) {
    if (keeps(row)) {
      yield row;
    }
  }
}
