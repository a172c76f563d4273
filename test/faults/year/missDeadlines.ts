import type { TestClock } from "../../../src/platform/index.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import { judgeYear } from "./judgeYear.ts";
import type { Year } from "./simulateYear.ts";

/** What a judge says of a case whose end was handled late, and of one whose end was skipped. */
export interface Missed {
  readonly late: readonly string[];
  readonly skipped: readonly string[];
}

/**
 * The control of a year: two more owners report and send nothing. The clock then jumps over the days in which
 * both cases end, and one of the two ends is lost.
 */
export async function missDeadlines(year: Year, devices: number): Promise<Missed> {
  const { app, nextDay } = year;
  const ending = "never_sent" as const;
  const lives = [1, 2].map((no) => ({
    no: devices + no,
    activatedOn: nextDay,
    cases: [{ reportedOn: nextDay + 1, ending }],
  }));
  const expected = await year.goOn(lives, 2);
  const [late = "", skipped = ""] = expected.slice(-2).map(({ rootId }) => rootId);
  await ownerQuery(
    app.database,
    "delete from platform.deadline where root_id = $1 and kind = 'report_lapses'",
    [skipped],
  );
  const { clock, database } = app.platform;
  await (clock as TestClock).advance(database.pool, clock.now().add({ hours: 24 * 40 }));
  await app.moveTo(clock.now().add({ hours: 24 }).toString());
  const differences = await judgeYear(app.database, expected);
  const of = (root: string): readonly string[] => differences.filter((line) => line.includes(root));
  return { late: of(late), skipped: of(skipped) };
}
