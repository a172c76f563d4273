import type { Claim } from "../../client/index.ts";
import type { Receipt } from "../../terms/index.ts";
import { partNames } from "../case/story.tsx";
import { ClauseLink } from "../parts/clauseLink.tsx";
import { ReceiptView } from "../parts/receiptView.tsx";
import { en } from "../words/en.ts";

type Found = NonNullable<Claim["found"]>[number];

/** A finding with its receipt; what becomes of it beside the others, once the server has said so. */
export type ShownFinding = Pick<Found, "no" | "findings"> &
  Partial<Pick<Found, "part" | "by">> & { readonly receipt: object };

/** Each finding of a case of several: what the terms say of it, by which clause, and what becomes of it. */
export function FoundList(props: {
  readonly found: readonly ShownFinding[];
  /** What the owner told: where the first finding says nothing else it stands. */
  readonly told: Claim["incident"];
}) {
  return (
    <ol className="found" aria-label={en.bench.further.each}>
      {props.found.map((each) => (
        <FoundItem key={each.no} shown={each} told={each.no === 1 ? props.told : {}} />
      ))}
    </ol>
  );
}

function FoundItem(props: { readonly shown: ShownFinding; readonly told: Claim["incident"] }) {
  const words = en.bench.further;
  const { shown, told } = props;
  const { no, findings } = shown;
  const receipt = shown.receipt as Receipt;
  const { cause, parts = [] } = { ...told, ...findings } as {
    cause?: keyof typeof en.field.causes;
    parts?: string[];
  };
  const clause = clauseOf(receipt);
  return (
    <li>
      <p>
        <b>{words.titled(no)}</b> {cause === undefined ? null : en.field.causes[cause]}
        {parts.length === 0 ? null : <span className="muted"> {partNames(parts)}</span>}
      </p>
      <p>
        {en.receipt.outcomes[receipt.outcome]}{" "}
        {clause === undefined ? null : <ClauseLink clause={clause} terms={receipt.terms} />}
        {shown.part === undefined ? null : <span className="muted"> {becameOf(shown)}</span>}
      </p>
      <details className="more">
        <summary>{words.receiptOf(no)}</summary>
        <ReceiptView receipt={receipt} />
      </details>
    </li>
  );
}

function becameOf({ part = "open", by = 0 }: ShownFinding): string {
  const words = en.bench.further.parts;
  return part === "shared" || part === "needless" ? words[part](by) : words[part];
}

/** The clause that settles it: what speaks against it, else the way it takes. */
function clauseOf({ outcome, because, against }: Receipt): string | undefined {
  const way = because.find(({ detail }) => detail?.rebinds !== undefined || detail?.settles !== undefined);
  const isNo = outcome === "paid" || outcome === "refused" || outcome === "hold";
  return ((isNo ? against[0] : undefined) ?? way ?? because[0] ?? against[0])?.clause;
}
