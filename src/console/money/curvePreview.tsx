import { ledger as words } from "../words/en/ledger.ts";
import { SmallTable } from "./smallTable.tsx";

/** Of the example: sold for 120.00. Shares are in ten-thousandths, so this is in hundredths of one. */
const EXAMPLE_MINOR = 12_000;
const MONTHS = 12;
const WHOLE = 10_000;
const straight = Array.from({ length: MONTHS }, (_, month) => Math.round((WHOLE * (month + 1)) / MONTHS));

/** What of an example would be earned by the end of each month, as it is and as it would be. */
export function CurvePreview(props: {
  readonly now: readonly number[] | undefined;
  readonly next: readonly number[];
}) {
  const { now = straight, next } = props;
  return (
    <div role="status">
      <p>
        <b>{words.previewTitle}</b>
      </p>
      <SmallTable
        label={words.previewTitle}
        heads={[words.previewMonth, { number: words.previewNow }, { number: words.previewNext }]}
        none=""
        rows={next.map((share, month) => ({
          key: String(month),
          cells: [String(month + 1), earned(now[month] ?? WHOLE), earned(share)],
        }))}
      />
    </div>
  );
}

function earned(share: number): string {
  return (Math.round((EXAMPLE_MINOR * share) / WHOLE) / 100).toFixed(2);
}
