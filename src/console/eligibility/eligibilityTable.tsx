import { Button } from "@mantine/core";
import type { Eligibility } from "../codes/toolQueries.ts";
import { csvOf, downloadText } from "../format/csv.ts";
import { formatInstant } from "../format/index.ts";
import { SmallTable } from "../money/index.ts";
import { Badge, Section } from "../parts/index.ts";
import { tools as words } from "../words/en/tools.ts";

const TONES = { yes: "ok", no: "over", unknown: "waiting" } as const;
const heads = [words.serial, words.model, words.eligible, words.until, words.why, words.clause];

/** What was answered of each serial, in the order of the list that was given. */
export function EligibilityTable({ rows }: { readonly rows: readonly Eligibility[] }) {
  const yes = rows.filter(({ eligible }) => eligible === "yes").length;
  const save = () => {
    const cells = rows.map(({ serial, model, eligible, until, says, clause }) => [
      ...[serial, model ?? "", words.eligibles[eligible], until ?? "", says, clause ?? ""],
    ]);
    downloadText("customers.csv", csvOf(heads, cells));
  };
  return (
    <Section title={words.eligible}>
      <div className="row">
        <p role="status">{words.checked(yes, rows.length)}</p>
        <Button variant="default" onClick={save}>
          {words.saveCsv}
        </Button>
      </div>
      <SmallTable
        label={words.checkTitle}
        heads={heads}
        none={words.noSerials}
        rows={rows.map((row, place) => ({
          key: `${row.serial} ${place}`,
          cells: [
            <code key="serial">{row.serial}</code>,
            row.model ?? "",
            <Badge key="eligible" tone={TONES[row.eligible]}>
              {words.eligibles[row.eligible]}
            </Badge>,
            untilOf(row),
            row.says,
            row.clause ?? "",
          ],
        }))}
      />
    </Section>
  );
}

function untilOf({ eligible, until }: Eligibility): string {
  if (eligible !== "yes") {
    return "";
  }
  return until === null ? words.noEnd : formatInstant(until);
}
