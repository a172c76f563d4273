import { mayWithdraw, orderOf, withdrawalEnds, withdrawalsOf } from "../../commerce/index.ts";
import { readPublicId } from "../../platform/index.ts";
import type { OpenLine, ToldWithdrawal } from "../pages/withdrawPages.ts";
import { reader, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { formatMoment } from "../words/formatDate.ts";

const words = en.withdraw;

/** What the visitor may withdraw from in an order they see, and what they told of it before. */
export async function withdrawalOf(
  visit: Visit,
  id: string,
): Promise<{ readonly open: readonly OpenLine[]; readonly told: readonly ToldWithdrawal[] }> {
  const { rootId = "" } = readPublicId("ord", id) ?? {};
  const db = reader(visit);
  const [order, withdrawals] = await Promise.all([orderOf(db, rootId), withdrawalsOf(db, rootId)]);
  if (order === undefined) {
    return { open: [], told: [] };
  }
  const before = new Set(withdrawals.flatMap(({ lines }) => lines.map(({ no }) => no)));
  const named = ({ quantity, name }: { readonly quantity: number; readonly name: string }) =>
    words.line(quantity, name);
  return {
    open: order.lines
      .filter((line) => mayWithdraw(order, line, db.at) && !before.has(line.no))
      .map((line) => ({ no: line.no, says: named(line), until: untilWords(withdrawalEnds(order, line)) })),
    told: withdrawals.map(({ lines, saidAt, state, answer }) => ({
      moment: `${formatMoment(saidAt.toString(), "UTC", visit.now)} (UTC)`,
      lines: lines.map(named),
      state,
      answer: answer ?? undefined,
    })),
  };
}

/** Days that are added where nobody knows a holiday are not promised. */
const UNPROMISED = { hours: 4 * 24 };

function untilWords(ends: ReturnType<typeof withdrawalEnds>): string {
  if (ends === undefined || ends === "open") {
    return words.open;
  }
  return words.until(
    ends.subtract(UNPROMISED).toZonedDateTimeISO("Atlantic/Azores").toPlainDate().toString(),
  );
}
