import { Button } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { EmptyState, PageHead, Section, Shown, useRole } from "../parts/index.ts";
import { Money } from "../parts/money.tsx";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { deliveries as words } from "../words/en/deliveries.ts";
import { CountryForm } from "./countryForm.tsx";
import { OutsideForm } from "./outsideForm.tsx";
import type { Rule } from "./readRule.ts";

const rulesQuery = queryOptions({
  queryKey: ["supply", "deliveryRules"],
  queryFn: ({ signal }) => client.listDeliveryRules({}, { signal }),
});

/** How goods are delivered, country by country, and what others are told. */
export function DeliveriesPage() {
  const query = useQuery(rulesQuery);
  const [changes, setChanges] = useState<string>();
  const { role } = useRole();
  const mayKeep = role === "manager";
  const done = async () => {
    await queryClient.invalidateQueries({ queryKey: rulesQuery.queryKey });
    setChanges(undefined);
  };
  return (
    <div className="page">
      <PageHead
        title={words.title}
        about={words.about}
        actions={mayKeep ? <Button onClick={() => setChanges("")}>{words.add}</Button> : null}
      />
      <SupplyNav />
      {changes === "" ? (
        <CountryForm country="" rules={[]} onDone={done} onClose={() => setChanges(undefined)} />
      ) : null}
      <Shown query={query}>
        {({ countries, outside }) => (
          <>
            {countries.length === 0 ? <EmptyState says={words.empty} /> : null}
            {countries.map(({ country, rules }) => (
              <Section key={country} title={words.ofCountry(country)}>
                {changes === country ? (
                  <CountryForm {...{ country, rules }} onDone={done} onClose={() => setChanges(undefined)} />
                ) : (
                  <>
                    <RulesTable country={country} rules={rules} />
                    {mayKeep ? (
                      <Button
                        variant="default"
                        aria-label={words.changeOf(country)}
                        onClick={() => setChanges(country)}
                      >
                        {words.change}
                      </Button>
                    ) : null}
                  </>
                )}
              </Section>
            ))}
            <Outside {...{ outside, mayKeep }} onDone={done} />
          </>
        )}
      </Shown>
    </div>
  );
}

function Outside(props: {
  readonly outside: ReplyOf<"listDeliveryRules">["outside"];
  readonly mayKeep: boolean;
  readonly onDone: () => Promise<void>;
}) {
  const { outside, mayKeep, onDone } = props;
  const says = outside.find(({ country }) => country === null)?.says ?? "";
  return (
    <Section title={words.outside}>
      {mayKeep ? <OutsideForm key={says} says={says} onDone={onDone} /> : <p>{says}</p>}
    </Section>
  );
}

function RulesTable({ country, rules }: { readonly country: string; readonly rules: readonly Rule[] }) {
  return (
    <table className="table" aria-label={words.ofCountry(country)}>
      <thead>
        <tr>
          <th scope="col">{words.way}</th>
          <th scope="col">{words.price}</th>
          <th scope="col">{words.freeFrom}</th>
          <th scope="col">{words.most}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ option, currency, priceMinor, freeFromMinor, mostGrams }) => (
          <tr key={`${option} ${currency}`}>
            <th scope="row">{words.ways[option]}</th>
            <td className="number">
              <Money of={{ amount: priceMinor, currency }} />
            </td>
            <td className="number">
              {freeFromMinor === null ? words.neverFree : <Money of={{ amount: freeFromMinor, currency }} />}
            </td>
            <td className="number">{mostGrams === null ? words.anyWeight : mostGrams / 1_000}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
