import type { ClaimPage } from "../../client/index.ts";
import { formatInstant } from "../format/formatDate.ts";
import { FactList } from "../parts/factList.tsx";
import { Money } from "../parts/money.tsx";
import { Section } from "../parts/page.tsx";
import { Badge } from "../parts/stateBadge.tsx";
import { en } from "../words/en.ts";

const words = en.cases;

/** The fee of a case: what was asked for and what became of it. */
export function Payment({ page: { charge } }: { readonly page: ClaimPage }) {
  if (charge === undefined) {
    return (
      <Section title={words.payment}>
        <p className="muted">{words.paymentNone}</p>
      </Section>
    );
  }
  const { amount, state, dueAt, payment } = charge;
  const tried = payment === null ? undefined : `${payment.method}: ${en.field.attempts[payment.state]}`;
  return (
    <Section title={words.payment}>
      <FactList
        facts={[
          [words.fee, <Money key="fee" of={amount} />],
          [
            en.desk.state,
            <Badge key="state" tone={state === "captured" ? "ok" : "waiting"}>
              {en.field.charges[state]}
            </Badge>,
          ],
          [en.desk.deadlines, dueAt === null || state !== "open" ? undefined : formatInstant(dueAt)],
          [words.payment, tried],
        ]}
      />
    </Section>
  );
}
