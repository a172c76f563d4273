import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { client } from "../client.ts";
import { formatDay } from "../format/index.ts";
import { useMoneyAct } from "../money/index.ts";
import { ProblemCard } from "../parts/index.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import { bandsOf, basisPointsOf, type TariffTyped, tariffOf } from "./readTariff.ts";

const kinds = Object.entries(words.tariffKinds).map(([value, label]) => ({ value, label }));
const NOTHING: TariffTyped = {
  ...{ kind: "provider", party: "", currency: "EUR", from: "" },
  ...{ percent: "", fixed: "", parcelGrams: "", bands: "" },
};

/** Sets what was agreed with a provider or a carrier, from a day on. */
export function TariffForm() {
  const [typed, setTyped] = useState(NOTHING);
  const tariff = tariffOf(typed);
  const setting = useMoneyAct(
    client.setTariff,
    ({ party, from }) => words.tariffSet(party, formatDay(from)),
    () => setTyped((now) => ({ ...NOTHING, kind: now.kind })),
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
