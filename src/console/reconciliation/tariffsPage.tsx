import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { formatDay, formatMoney } from "../format/index.ts";
import { MoneyFrame, useMoneyAct } from "../money/index.ts";
import { ProblemCard, Section } from "../parts/index.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import { bandsOf, basisPointsOf, type TariffTyped, tariffOf } from "./readTariff.ts";
import { ReconcileNav } from "./reconcileNav.tsx";

type Tariff = ReplyOf<"setTariff">;

const kinds = Object.entries(words.tariffKinds).map(([value, label]) => ({ value, label }));
const NOTHING: TariffTyped = {
  ...{ kind: "provider", party: "", currency: "EUR", from: "" },
  ...{ percent: "", fixed: "", parcelGrams: "", bands: "" },
};

/** What was agreed with a provider or a carrier, set from a day on. */
export function TariffsPage() {
  const [set, setSet] = useState<readonly Tariff[]>([]);
  return (
    <MoneyFrame title={words.pages.tariffs}>
      <ReconcileNav />
      <p className="muted">{words.tariffsNote}</p>
      <TariffForm onSet={(tariff) => setSet((before) => [tariff, ...before])} />
      {set.length === 0 ? null : (
        <Section title={words.setNow}>
          <ul className="plain">
            {set.map((tariff) => (
              <li key={JSON.stringify(tariff)}>{tariffSays(tariff)}</li>
            ))}
          </ul>
        </Section>
      )}
    </MoneyFrame>
  );
}

/** What was agreed, in a line. Pure. */
function tariffSays({ party, from, currency, basisPoints, fixedMinor, bands }: Tariff): string {
  const sum = (amount: number) => formatMoney({ amount, currency });
  const prices =
    bands === undefined
      ? `${(basisPoints ?? 0) / 100} % + ${sum(fixedMinor ?? 0)}`
      : bands
          .map(({ upToGrams, priceMinor }) => `${words.grams(String(upToGrams))}: ${sum(priceMinor)}`)
          .join(", ");
  return `${party}, ${currency}, ${words.from.toLowerCase()} ${formatDay(from)}: ${prices}`;
}

function TariffForm({ onSet }: { readonly onSet: (tariff: Tariff) => void }) {
  const [typed, setTyped] = useState(NOTHING);
  const tariff = tariffOf(typed);
  const setting = useMoneyAct(
    async (told: Tariff, options) => {
      const reply = await client.setTariff(told, options);
      onSet(reply);
      setTyped((now) => ({ ...NOTHING, kind: now.kind }));
      return reply;
    },
    ({ party, from }) => words.tariffSet(party, formatDay(from)),
  );
  const box = (name: Exclude<keyof TariffTyped, "kind">, label: string) => ({
    ...{ label, value: typed[name] },
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((now) => ({ ...now, [name]: value }));
      setting.reset();
    },
  });
  return (
    <form
      className="form card"
      onSubmit={(event) => {
        event.preventDefault();
        if (tariff !== undefined) {
          setting.perform(tariff);
        }
      }}
    >
      <NativeSelect
        label={words.kind}
        data={kinds}
        value={typed.kind}
        onChange={(event) => {
          const kind = event.currentTarget.value as TariffTyped["kind"];
          setTyped((now) => ({ ...now, kind }));
        }}
      />
      <TextInput {...box("party", words.party)} required maxLength={80} />
      <TextInput {...box("currency", words.currency)} required maxLength={3} />
      <TextInput {...box("from", words.from)} required type="date" />
      {typed.kind === "provider" ? (
        <>
          <TextInput
            {...box("percent", words.basisPoints)}
            inputMode="decimal"
            error={
              typed.percent !== "" && basisPointsOf(typed.percent) === undefined ? words.percentFault : null
            }
          />
          <TextInput {...box("fixed", words.fixed(typed.currency))} inputMode="decimal" />
        </>
      ) : (
        <>
          <TextInput {...box("parcelGrams", words.parcelGrams)} inputMode="numeric" />
          <Textarea
            {...box("bands", words.bands)}
            description={words.bandsHint}
            required
            autosize
            minRows={2}
            error={
              typed.bands !== "" && bandsOf(typed.bands, currencyOf(typed)) === undefined
                ? words.bandsFault
                : null
            }
          />
        </>
      )}
      <div className="row">
        <Button type="submit" loading={setting.pending} disabled={tariff === undefined}>
          {words.set}
        </Button>
      </div>
      {setting.problem === undefined ? null : <ProblemCard problem={setting.problem} />}
    </form>
  );
}

/** Euro until a whole currency is typed. */
function currencyOf({ currency }: TariffTyped): string {
  return /^[A-Z]{3}$/i.test(currency) ? currency.toUpperCase() : "EUR";
}
