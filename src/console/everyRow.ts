import { rowsOf } from "../client/index.ts";

/** A page of rows, as every list of the server answers. */
interface PageOf<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}

/** Every row of a list, from the first page to the last. */
export function everyRow<Question extends { readonly after?: string }, Row>(
  list: (question: Question) => Promise<PageOf<Row>>,
  question: Question,
): AsyncGenerator<Row, void, undefined> {
  const { after: _, ...whole } = question;
  return rowsOf(list, { ...whole, limit: 200 } as unknown as Question);
}
