import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { OrderPage } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { formatDay } from "../format/formatDate.ts";
import { formatMoney } from "../format/formatMoney.ts";
import { Section } from "../parts/page.tsx";
import { AlertCard, ProblemCard } from "../parts/problemCard.tsx";
import { useAct } from "../parts/useAct.ts";
import { useRole } from "../parts/useRole.ts";
import { resellerQueries } from "../resellers/resellerQueries.ts";
import { reseller as contract } from "../words/en/reseller.ts";
import { en } from "../words/en.ts";

const words = en.shop;
const tested = Object.entries(words.methods).map(([value, label]) => ({ value, label }));

/** The ways to pay: those of a contract as reseller first. */
function useMethods(): readonly { readonly value: string; readonly label: string }[] {
  const { role } = useRole();
  const { data: own } = useQuery({ ...resellerQueries.own(), enabled: role === "reseller" });
  if (own === undefined || own === null) {
    return tested;
  }
  const { account, invoiceDays } = own;
  const card = { value: "card", label: contract.payCard };
  return [
    { value: "balance", label: contract.payBalance(formatMoney(account.available)) },
    ...(invoiceDays === null ? [] : [{ value: "invoice", label: contract.payInvoice(invoiceDays) }]),
    card,
    { value: "bank_transfer", label: contract.payTransfer },
    ...tested,
  ];
}

/** Pays an order that is open; says how the last try stands. */
export function OrderPayment({ order }: { readonly order: OrderPage }) {
  const methods = useMethods();
  const [chosen, setMethod] = useState<string>();
  const method = chosen ?? methods[0]?.value ?? "";
  const paying = useAct(client.payOrder, async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ["order", order.id] }),
      queryClient.invalidateQueries({ queryKey: ["orders"] }),
      queryClient.invalidateQueries({ queryKey: ["resellers"] }),
    ]);
  });
  const { charge } = order;
  if (charge?.state === "captured" && order.state !== "delivered") {
    return (
      <Section title={words.pay}>
        <p role="status">{words.payArrived}</p>
      </Section>
    );
  }
  if (charge === null || charge.state !== "open") {
    return null;
  }
  const tried = charge.payment?.state;
  if (tried === "pending" || tried === "unknown") {
    return (
      <Section title={words.pay}>
        <p role="status">{tried === "pending" ? words.payRunning : words.payUnknown}</p>
      </Section>
    );
  }
  return (
    <Section title={words.pay} note={words.payTest}>
      {charge.dueAt === null ? null : <p className="muted">{words.payUntil(formatDay(charge.dueAt))}</p>}
      {tried === "failed" ? <AlertCard title={words.payFailed} /> : null}
      <div className="row end">
        <NativeSelect
          label={words.payMethod}
          data={[...methods]}
          value={method}
          onChange={(event) => setMethod(event.currentTarget.value)}
        />
        <Button loading={paying.pending} onClick={() => paying.perform({ id: order.id, method })}>
          {words.payButton(formatMoney(charge.amount))}
        </Button>
      </div>
      {paying.problem === undefined ? null : <ProblemCard problem={paying.problem} />}
    </Section>
  );
}
