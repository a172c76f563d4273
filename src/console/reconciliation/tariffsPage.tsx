import { useQuery } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatMoney } from "../format/index.ts";
import { Choose, MoneyList, moneyQueries, timeColumn, wordColumn } from "../money/index.ts";
import { Actor, type Column, useListSearch } from "../parts/index.ts";
import { money } from "../words/en/money.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import { ReconcileNav } from "./reconcileNav.tsx";
import { TariffForm } from "./tariffForm.tsx";

type Tariff = ReplyOf<"listTariffs">["data"][number];

const columns: readonly Column<Tariff>[] = [
  wordColumn("kind", words.kind, ({ kind }) => words.tariffKinds[kind], { from: "tablet" }),
  wordColumn("party", words.party, ({ party }) => party),
  wordColumn("currency", words.currency, ({ currency }) => currency, { from: "tablet" }),
  timeColumn("from", words.from, ({ from }) => from),
  wordColumn("agreed", words.agreed, pricesOf),
  timeColumn("at", words.setAt, ({ setAt }) => setAt, { from: "desk" }),
  {
    id: "by",
    head: words.setBy,
    from: "desk",
    value: ({ setBy }) => setBy,
    cell: ({ setBy }) => <Actor id={setBy} />,
  },
];

/** What was agreed with providers and carriers, and the way to set what follows. */
export function TariffsPage() {
  const { search, onFilter } = useListSearch();
  const { kind, after } = search;
  const filter = { ...(kind && { kind }) } as CommandOf<"listTariffs">;
  const query = useQuery(moneyQueries.tariffs({ limit: 100, ...filter, ...(after && { after }) }));
  return (
    <MoneyList
      title={words.pages.tariffs}
      query={query}
      columns={columns}
      rowKey={({ kind: of, party, currency, from }) => [of, party, currency, from].join(" ")}
      whole={() => everyRow(client.listTariffs, filter)}
      empty={kind === undefined ? words.tariffsNone : money.emptyFiltered}
      filters={
        <Choose
          label={words.kind}
          names={words.tariffKinds}
          value={kind}
          onChange={(chosen) => onFilter({ kind: chosen })}
        />
      }
    >
      <ReconcileNav />
      <p className="muted">{words.tariffsNote}</p>
      <TariffForm />
    </MoneyList>
  );
}

/** What was agreed, in a line. Pure. */
function pricesOf({ currency, basisPoints, fixedMinor, bands, parcelGrams }: Tariff): string {
  const sum = (amount: number) => formatMoney({ amount, currency });
  if (bands.length === 0) {
    return `${basisPoints / 100} % + ${sum(fixedMinor)}`;
  }
  const most = parcelGrams === null ? "" : `; ${words.weighs(words.grams(String(parcelGrams)))}`;
  const prices = bands.map(
    ({ upToGrams, priceMinor }) => `${words.grams(String(upToGrams))}: ${sum(priceMinor)}`,
  );
  return `${prices.join(", ")}${most}`;
}
