import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type CommandOf, type EarningCurve, isRefused } from "../../client/index.ts";
import { client } from "../client.ts";
import { ProblemCard } from "../parts/problemCard.tsx";
import { type Acting, useAct } from "../parts/useAct.ts";
import { queries } from "../queries.ts";
import { ledger as words } from "../words/en/ledger.ts";
import { en } from "../words/en.ts";
import { CurvePreview } from "./curvePreview.tsx";
import { type CurveTyped, curveOf } from "./readCurve.ts";
import { useMoneyAct } from "./useMoneyAct.ts";

const kinds = Object.entries(words.curveNames).map(([value, label]) => ({ value, label }));

/** Sets how plans sold from now on are earned; what it does to an example is shown first. */
export function CurveForm(props: {
  readonly inForce: readonly EarningCurve[];
  readonly onClose: () => void;
}) {
  const { inForce, onClose } = props;
  const { data } = useQuery(queries.products({ limit: 200, kind: "plan" }));
  const plans = new Map(
    data?.data
      .filter((product) => product.soldAs !== "goods")
      .map(({ programme, plan }) => [`${programme} ${plan}`, { programme, plan }]),
  );
  const [chosen, setChosen] = useState("");
  const [typed, setTyped] = useState<CurveTyped>({ kind: "straight_line", weights: "", points: "" });
  const [shown, setShown] = useState<EarningCurve>();
  const about = plans.get(chosen) ?? [...plans.values()][0];
  const curve = curveOf(typed);
  const command: CommandOf<"setEarningCurve"> | undefined =
    curve === undefined || about === undefined ? undefined : { ...about, curve };
  const trying = useAct(
    (told: CommandOf<"setEarningCurve">) => client.setEarningCurve(told, { dryRun: true }),
    (reply) => setShown(isRefused(reply) ? undefined : reply),
  );
  const saving = useMoneyAct(client.setEarningCurve, () => words.saved, onClose);
  const change = (more: Partial<CurveTyped>) => {
    setTyped((now) => ({ ...now, ...more }));
    setShown(undefined);
  };
  const isWrong = curve === undefined && (typed.weights !== "" || typed.points !== "");
  const now = inForce.find(({ programme, plan }) => programme === about?.programme && plan === about.plan);
  const everyOther = inForce.find(({ programme, plan }) => programme === about?.programme && plan === null);
  return (
    <form
      className="form card wide-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (command !== undefined) {
          (shown === undefined ? trying : saving).perform(command);
        }
      }}
    >
      <NativeSelect
        label={words.plan}
        value={chosen || [...plans.keys()][0]}
        data={[...plans].map(([value, { plan, programme }]) => ({
          value,
          label: `${en.field.plans[plan] ?? plan} (${programme})`,
        }))}
        onChange={(event) => {
          setChosen(event.currentTarget.value);
          change({});
        }}
      />
      <NativeSelect
        label={words.curve}
        value={typed.kind}
        data={kinds}
        onChange={(event) => change({ kind: event.currentTarget.value })}
      />
      {typed.kind === "expected_cost" || typed.kind === "custom" ? (
        <TextInput
          label={typed.kind === "custom" ? words.points : words.weights}
          description={typed.kind === "custom" ? words.pointsHint : words.weightsHint}
          required
          value={typed.kind === "custom" ? typed.points : typed.weights}
          error={isWrong ? words.weightsFault : undefined}
          onChange={({ currentTarget: { value } }) =>
            change(typed.kind === "custom" ? { points: value } : { weights: value })
          }
        />
      ) : null}
      {shown === undefined ? null : (
        <CurvePreview now={(now ?? everyOther)?.sharesByMonth} next={shown.sharesByMonth} />
      )}
      <div className="row">
        <Button type="submit" loading={trying.pending || saving.pending} disabled={command === undefined}>
          {shown === undefined ? words.preview : words.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      <ProblemOf acts={[saving, trying]} />
    </form>
  );
}

function ProblemOf({ acts }: { readonly acts: readonly Pick<Acting<never>, "problem">[] }) {
  const problem = acts.find((act) => act.problem !== undefined)?.problem;
  return problem === undefined ? null : <ProblemCard problem={problem} />;
}
