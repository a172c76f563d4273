import type { Page, Read } from "../../platform/index.ts";
import { ask, type Visit } from "./visit.ts";

/** As many as a page of any list may have. */
const atOnce = 200;

/** Every row of a list, from the first page to the last: for what would be wrong without the last of them. */
export async function everyRow<Question extends { after?: string; limit?: number }, Row>(
  visit: Visit,
  list: Read<Question, Page<Row>>,
  question: Question,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const place = after === undefined ? {} : { after };
    const found: Page<Row> = await ask(visit, list, { ...question, ...place, limit: atOnce });
    rows.push(...found.data);
    after = found.nextCursor;
  }
  return rows;
}
