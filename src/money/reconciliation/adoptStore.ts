import { many } from "../../platform/index.ts";

/** What a provider (`$1`) took under a key of ours, and we have no payment for. */
export const linesToAdopt = many<{ readonly ourKey: string }>(
  "lines_to_adopt",
  `select l.our_key as "ourKey"
     from money.difference as d join money.report_line as l using (line_id)
    where d.kind = 'provider' and d.party = $1 and d.state = 'open' and d.cause = 'captured_there_not_here'
      and l.our_key is not null
    order by l.our_key`,
);
