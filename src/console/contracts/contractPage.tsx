import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { Contract } from "../../client/index.ts";
import { formatDay } from "../format/index.ts";
import { moneyQueries, ObjectLink, refundTones, SmallTable, StateOf } from "../money/index.ts";
import { Badge, FactList, Money, PageHead, Section, Serial, Shown } from "../parts/index.ts";
import { ledger as words } from "../words/en/ledger.ts";
import { money } from "../words/en/money.ts";
import { en } from "../words/en.ts";
import { CancelContract } from "./cancelContract.tsx";
import { Passing, Renewals } from "./renewalsAndPassing.tsx";

/** One contract: how it stands, what may follow, who is to have it, and the way to end it. */
export function ContractPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(moneyQueries.contract({ id }));
  return (
    <div className="page">
      <PageHead title={words.contractPage} about={<code>{id}</code>} />
      <Shown query={query}>
        {(contract) => (
          <div className="columns">
            <div>
              <Renewals contract={contract} />
              <Passing contract={contract} />
              <Refunds id={id} />
              {isRunning(contract) ? <CancelContract contract={contract} /> : null}
            </div>
            <ContractFacts contract={contract} />
          </div>
        )}
      </Shown>
    </div>
  );
}

function isRunning({ state }: Contract): boolean {
  return state !== "cancelled" && state !== "expired";
}

function ContractFacts({ contract }: { readonly contract: Contract }) {
  const { state, product, programme, termsVersion, region, startsAt, zone, lastDay } = contract;
  return (
    <Section title={en.desk.facts}>
      <FactList
        facts={[
          [
            en.desk.state,
            <Badge key="state" tone={state === "active" ? "ok" : "over"}>
              {en.field.contracts[state]}
            </Badge>,
          ],
          [en.desk.product, en.field.plans[product] ?? product],
          [
            words.device,
            <Link key="device" to="/devices/$id" params={{ id: contract.deviceId }}>
              <Serial>{contract.serial}</Serial>
            </Link>,
          ],
          [en.desk.termsVersion, `${programme} ${termsVersion}`],
          [words.region, region],
          [en.desk.starts, formatDay(startsAt, zone)],
          [en.desk.ends, formatDay(lastDay)],
        ]}
      />
    </Section>
  );
}

function Refunds({ id }: { readonly id: string }) {
  const { data } = useQuery(moneyQueries.refunds({ subject: id, limit: 50 }));
  const rows = data?.data ?? [];
  return rows.length === 0 ? null : (
    <Section title={words.refunds}>
      <SmallTable
        label={words.refunds}
        heads={[money.id, money.state, { number: money.amount }]}
        none=""
        rows={rows.map((refund) => ({
          key: refund.id,
          cells: [
            <ObjectLink key="id" id={refund.id} />,
            <StateOf key="state" state={refund.state} names={money.refunds} tones={refundTones} />,
            <Money key="sum" of={refund.amount} />,
          ],
        }))}
      />
    </Section>
  );
}
