import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { formatInstant } from "../format/formatDate.ts";
import { formatMoney, readMoney } from "../format/formatMoney.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { type Column, ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { quotes as words } from "../words/en/quotes.ts";
import { BenchList } from "./benchList.tsx";

type Price = ReplyOf<"listBenchPrices">["data"][number];

const priceText = ({ net }: Price) => (net === null ? words.ended : formatMoney(net));

const columns: readonly Column<Price>[] = [
  { id: "title", head: words.name, value: ({ title }) => title, cell: ({ title }) => title },
  {
    id: "kind",
    head: words.kind,
    value: ({ kind }) => words.priceKinds[kind],
    cell: ({ kind }) => words.priceKinds[kind],
  },
  { id: "item", head: words.itemName, value: ({ item }) => item, cell: ({ item }) => item },
  {
    id: "model",
    head: words.model,
    value: ({ model }) => model ?? words.everyModel,
    cell: ({ model }) => model ?? words.everyModel,
  },
  { id: "region", head: words.region, value: ({ region }) => region, cell: ({ region }) => region },
  {
    id: "net",
    head: words.price,
    numeric: true,
    value: ({ net }) => net?.amount ?? 0,
    cell: priceText,
    sum: ({ net }) => net,
  },
  {
    id: "tax",
    head: words.taxKind,
    value: ({ tax }) => words.taxes[tax],
    cell: ({ tax }) => words.taxes[tax],
  },
  {
    id: "from",
    head: words.from,
    value: ({ validFrom }) => validFrom,
    cell: ({ validFrom }) => formatInstant(validFrom),
  },
];

/** What the bench asks. What was set is never changed: a new price follows it. */
export function PricesPage() {
  return (
    <BenchList
      title={words.prices}
      name="bench-prices"
      columns={columns}
      list={client.listBenchPrices}
      kinds={words.priceKinds}
      narrowings={[
        { name: "region", label: words.region },
        { name: "model", label: words.model },
      ]}
      rowKey={({ id }) => id}
      empty={words.noPrice}
    >
      <PriceForm />
    </BenchList>
  );
}

type Told = Readonly<Record<"item" | "title" | "model" | "region" | "currency" | "net", string>>;
const blank: Told = { item: "", title: "", model: "", region: "EU", currency: "PLN", net: "" };
const fields = ["item", "title", "model", "region", "currency", "net"] as const;
const labels = {
  ...{ item: words.itemName, title: words.name, model: words.model },
  ...{ region: words.region, currency: words.currency, net: words.price },
};

function PriceForm() {
  const [told, tell] = useState(blank);
  const [kind, setKind] = useState<CommandOf<"addPrice">["kind"]>("part");
  const announce = useAnnounce();
  const adding = useAct(client.addPrice, async () => {
    announce(words.priceSet);
    tell(blank);
    await queryClient.invalidateQueries({ queryKey: ["bench-prices"] });
  });
  const item = kind === "send_back" ? "send_back" : told.item.trim();
  const currency = told.currency.trim().toUpperCase();
  const amount = readMoney(told.net, currency);
  const isTold = item !== "" && told.title.trim() !== "" && (told.net.trim() === "" || amount !== undefined);
  return (
    <form
      className="row end"
      onSubmit={(event) => {
        event.preventDefault();
        const model = told.model.trim();
        adding.perform({
          ...{ kind, item, title: told.title.trim(), region: told.region.trim() },
          ...(model === "" ? {} : { model }),
          ...(amount === undefined ? { currency } : { net: { amount, currency } }),
        });
      }}
    >
      <NativeSelect
        label={words.kind}
        value={kind}
        data={Object.entries(words.priceKinds).map(([value, label]) => ({ value, label }))}
        onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
      />
      {fields.map((field) =>
        field === "item" && kind === "send_back" ? null : (
          <TextInput
            key={field}
            label={labels[field]}
            maxLength={120}
            value={told[field]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              tell((now) => ({ ...now, [field]: value }));
            }}
          />
        ),
      )}
      <Button type="submit" disabled={!isTold} loading={adding.pending}>
        {words.addPrice}
      </Button>
      {adding.problem === undefined ? null : <ProblemCard problem={adding.problem} />}
    </form>
  );
}
