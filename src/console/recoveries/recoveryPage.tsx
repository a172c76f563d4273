import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { formatInstant } from "../format/index.ts";
import { MoneyFrame, SmallTable, StateOf } from "../money/index.ts";
import { FactList, Money, Section, Serial, Shown } from "../parts/index.ts";
import { type Recovery, warrantyQueries } from "../warranties/warrantyQueries.ts";
import { warranty as words } from "../words/en/warranty.ts";
import { RecoveryActs } from "./recoveryActs.tsx";
import { recoveryTones } from "./recoveryTones.ts";

/** One recovery: of whom, for what, how far it is, and what is to be done with it. */
export function RecoveryPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(warrantyQueries.recovery(id));
  const { data } = query;
  return (
    <MoneyFrame
      title={words.recovery}
      about={
        <>
          <code>{id}</code>
          {data === undefined ? null : (
            <StateOf state={data.state} names={words.states} tones={recoveryTones} />
          )}
        </>
      }
    >
      <Shown query={query}>
        {(recovery) => <RecoveryDetails key={recovery.state} recovery={recovery} />}
      </Shown>
    </MoneyFrame>
  );
}

function RecoveryDetails({ recovery }: { readonly recovery: Recovery }) {
  const { claimId, supplierName, serial, model, amount, accepted, lines, reference, reason } = recovery;
  const at = (text: string | null) => (text === null ? null : formatInstant(text));
  return (
    <div className="columns">
      <div>
        <RecoveryActs recovery={recovery} />
        <Section title={words.parts}>
          <SmallTable
            label={words.parts}
            heads={[words.component, { number: words.amount }]}
            none={words.recoveriesNone}
            rows={lines.map(({ what, finding, amount: of }) => ({
              key: `${what} ${finding}`,
              cells: [what === "labour" ? words.labour : what, <Money key="amount" of={of} />],
            }))}
          />
        </Section>
      </div>
      <FactList
        facts={[
          [words.supplier, supplierName],
          [
            words.case,
            <Link key="case" to="/cases/$id" params={{ id: claimId }}>
              {claimId.slice(-9)}
            </Link>,
          ],
          [
            words.serial,
            <span key="serial">
              <Serial>{serial}</Serial> {model}
            </span>,
          ],
          [words.amount, <Money key="amount" of={amount} />],
          [words.accepted, accepted === null ? null : <Money key="accepted" of={accepted} />],
          [words.due, at(recovery.dueAt)],
          [words.made, at(recovery.madeAt)],
          [words.states.sent, at(recovery.sentAt)],
          [words.states.paid, at(recovery.paidAt)],
          [words.reference, reference],
          [words.reason, reason],
        ]}
      />
    </div>
  );
}
