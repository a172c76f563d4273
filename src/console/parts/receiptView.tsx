import {
  IconCircleCheck,
  IconCircleX,
  IconCoin,
  IconHandStop,
  IconHelpCircle,
  IconShieldCheck,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Change, Outcome, Reason, Receipt } from "../../terms/index.ts";
import { formatInstant } from "../format/formatDate.ts";
import { formatMoney } from "../format/formatMoney.ts";
import { en } from "../words/en.ts";
import { ClauseLink, type DecidedBy } from "./clauseLink.tsx";
import { FactList } from "./factList.tsx";
import { Badge, type Tone } from "./stateBadge.tsx";

/** A receipt of the server: the terms engine's, whose few always present members the API types. */
export type StoredReceipt = Pick<Receipt, "outcome"> | { readonly outcome: string };

const LOOKS: Readonly<Record<Outcome, readonly [Tone, typeof IconCoin]>> = {
  allowed: ["ok", IconCircleCheck],
  plan: ["ok", IconShieldCheck],
  warranty: ["ok", IconShieldCheck],
  statutory: ["ok", IconShieldCheck],
  goodwill: ["ok", IconShieldCheck],
  paid: ["problem", IconCoin],
  refused: ["problem", IconCircleX],
  hold: ["needs", IconHandStop],
  undecided: ["needs", IconHelpCircle],
  incomplete: ["needs", IconHelpCircle],
  amount: ["ok", IconCoin],
  release: ["ok", IconCircleCheck],
  ask: ["needs", IconHandStop],
  remind: ["needs", IconHandStop],
  capture: ["problem", IconCoin],
  review: ["needs", IconHelpCircle],
};

/** A receipt read aloud: the outcome first, then money and uses, then the clauses for and against. */
export function ReceiptView(props: {
  readonly receipt: StoredReceipt;
  /** What stands between the sums and their reasons. */
  readonly children?: ReactNode;
}) {
  const receipt = props.receipt as Receipt;
  const words = en.receipt;
  const [tone, icon] = LOOKS[receipt.outcome];
  return (
    <div className="receipt">
      <p className="receipt-outcome">
        <Badge tone={tone} icon={icon}>
          {words.outcomes[receipt.outcome]}
        </Badge>
      </p>
      {receipt.decision === "coverage" ? <Cost receipt={receipt} /> : null}
      {props.children}
      <Needs needs={receipt.needs} />
      <Reasons title={words.becauses} reasons={receipt.because} terms={receipt.terms} />
      <Reasons title={words.against} reasons={receipt.against} terms={receipt.terms} />
      <Changes changes={receipt.wouldChange} />
      <Listed title={words.doors}>
        {receipt.doors?.map(({ door, clause }) => (
          <li key={door}>
            {words.doorNames[door] ?? door} <ClauseLink clause={clause} terms={receipt.terms} />
          </li>
        ))}
      </Listed>
      <Listed title={words.deadlines}>
        {receipt.deadlines?.map(({ clause, clock, to, zone }) => (
          <li key={`${clause} ${to}`}>
            {clock}: {formatInstant(to, zone)} <ClauseLink clause={clause} terms={receipt.terms} />
          </li>
        ))}
      </Listed>
    </div>
  );
}

function Cost({ receipt }: { readonly receipt: Receipt }) {
  const words = en.receipt;
  const { fee, uses, returns } = receipt;
  const sum = fee === null || fee.currency === null ? words.feeFree : formatMoney(fee as never);
  const parts = returns?.parts.map((part) => en.field.parts[part as keyof typeof en.field.parts] ?? part);
  return (
    <FactList
      facts={[
        [words.fee, fee === null ? undefined : <b key="fee">{sum}</b>],
        [words.uses, uses === null ? undefined : words.usesText(uses.nth, uses.left)],
        [words.returns, parts === undefined || parts.length === 0 ? undefined : parts.join(", ")],
      ]}
    />
  );
}

function Needs({ needs }: { readonly needs: readonly string[] | undefined }) {
  return (
    <Listed title={en.receipt.needs}>
      {needs?.map((fact) => (
        <li key={fact}>{factName(fact)}</li>
      ))}
    </Listed>
  );
}

/** What a fact is called on a screen; one without words is shown by its own name. */
export function factName(fact: string): string {
  return en.bench.facts[fact] ?? fact;
}

function Reasons(props: {
  readonly title: string;
  readonly reasons: readonly Reason[] | undefined;
  readonly terms: DecidedBy | undefined;
}) {
  return (
    <Listed title={props.title}>
      {props.reasons?.map(({ clause, says, verdict }) => (
        <li key={`${clause} ${verdict}`}>
          {says} <ClauseLink clause={clause} terms={props.terms} />
        </li>
      ))}
    </Listed>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] | undefined }) {
  return (
    <Listed title={en.receipt.wouldChange}>
      {changes?.map(({ fact, to, says, outcome }) => (
        <li key={`${fact} ${JSON.stringify(to)}`}>
          {says}. <span className="muted">{en.receipt.wouldBe(en.receipt.outcomes[outcome])}</span>
        </li>
      ))}
    </Listed>
  );
}

/** A plan that covers has ten clauses on its side; the first few tell. */
const SHOWN_AT_ONCE = 5;

function Listed(props: { readonly title: string; readonly children: readonly ReactNode[] | undefined }) {
  const { children = [], title } = props;
  if (children.length === 0) {
    return null;
  }
  const rest = children.length > SHOWN_AT_ONCE ? children.slice(SHOWN_AT_ONCE - 1) : [];
  return (
    <>
      <h3>{title}</h3>
      <ul className="reasons">{children.slice(0, children.length - rest.length)}</ul>
      {rest.length === 0 ? null : (
        <details className="more">
          <summary>{en.receipt.more(rest.length)}</summary>
          <ul className="reasons">{rest}</ul>
        </details>
      )}
    </>
  );
}
