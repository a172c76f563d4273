import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { OrderPage } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { formatDay } from "../format/formatDate.ts";
import { formatMoney } from "../format/formatMoney.ts";
import { Section } from "../parts/page.tsx";
import { AlertCard, ProblemCard } from "../parts/problemCard.tsx";
import { useAct } from "../parts/useAct.ts";
import { en } from "../words/en.ts";

const words = en.shop;
const methods = Object.entries(words.methods).map(([value, label]) => ({ value, label }));

/** Pays an order that is open; says how the last try stands. */
export function OrderPayment({ order }: { readonly order: OrderPage }) {
  const [method, setMethod] = useState("test_success");
  const paying = useAct(client.payOrder, async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ["order", order.id] }),
      queryClient.invalidateQueries({ queryKey: ["orders"] }),
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
          data={methods}
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
