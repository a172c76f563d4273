import { Link } from "@tanstack/react-router";
import { formatInstant } from "../format/index.ts";
import { FactList, Money, Section } from "../parts/index.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import type { DifferenceShown } from "./sidesOf.ts";

type Line = NonNullable<DifferenceShown["line"]>;

/** The line of theirs that a difference is about, as it is told now. */
export function TheirLine({ line }: { readonly line: Line }) {
  const { entry, theirId, reference, ourKey, ofReference, programme, at, goneAt, report } = line;
  const code = (text: string | null) =>
    text === null || text === "" ? undefined : <code key={text}>{text}</code>;
  return (
    <Section title={words.theirLine}>
      <FactList
        facts={[
          [words.entry, words.entries[entry]],
          [words.theirId, code(theirId)],
          [words.reference, code(reference)],
          [words.ourKey, code(ourKey)],
          [words.ofReference, code(ofReference)],
          [words.programme, programme],
          ...figuresOf(line),
          [words.at, formatInstant(at)],
          [words.posted, line.postedAt === null ? undefined : formatInstant(line.postedAt)],
          [words.goneAt, goneAt === null ? undefined : formatInstant(goneAt)],
        ]}
      />
      <p>
        <Link
          to="/money/reconciliation/reports/$id"
          params={{ id: report }}
          search={{ reference: reference === "" ? theirId : reference }}
        >
          {words.toReport}
        </Link>
      </p>
    </Section>
  );
}

function figuresOf({ amount, fee, weightGrams, quantity }: Line): [string, React.ReactNode][] {
  return [
    [words.sideNames.amount, amount === null ? undefined : <Money key="sum" of={amount} />],
    [words.fee, fee === null || fee.amount === 0 ? undefined : <Money key="fee" of={fee} />],
    [words.weight, weightGrams === null ? undefined : words.grams(String(weightGrams))],
    [words.codes, quantity ?? undefined],
  ];
}
