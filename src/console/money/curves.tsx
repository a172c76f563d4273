import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { EarningCurve } from "../../client/index.ts";
import { formatInstant } from "../format/formatDate.ts";
import { Section } from "../parts/page.tsx";
import { Shown } from "../parts/shown.tsx";
import { Badge } from "../parts/stateBadge.tsx";
import { useRole } from "../parts/useRole.ts";
import { ledger as words } from "../words/en/ledger.ts";
import { en } from "../words/en.ts";
import { CurveForm } from "./curveForm.tsx";
import { moneyQueries } from "./moneyQueries.ts";
import { SmallTable } from "./smallTable.tsx";

/** How plans are earned: the curves that were set, the one in force first, and the way to the next. */
export function Curves() {
  const { role } = useRole();
  const [setting, setSetting] = useState(false);
  const query = useQuery(moneyQueries.curves({ limit: 200 }));
  return (
    <Section title={words.curves} note={words.curvesNote}>
      <Shown query={query}>
        {({ data }) => (
          <>
            <SmallTable
              label={words.curves}
              heads={[words.programme, words.plan, words.curve, words.setAt]}
              none={words.curvesEmpty}
              rows={data.map((set, place) => ({
                key: `${set.programme} ${set.plan} ${set.no}`,
                cells: [
                  set.programme,
                  planOf(set),
                  <span key="curve">
                    {words.curveNames[set.curve.kind]}{" "}
                    <Badge tone={isNewest(data, place) ? "ok" : "over"}>
                      {isNewest(data, place) ? words.inForce : words.before}
                    </Badge>
                  </span>,
                  formatInstant(set.setAt),
                ],
              }))}
            />
            {setting ? <CurveForm inForce={data} onClose={() => setSetting(false)} /> : null}
          </>
        )}
      </Shown>
      {role === "manager" && !setting ? (
        <Button variant="default" onClick={() => setSetting(true)}>
          {words.curveNew}
        </Button>
      ) : null}
    </Section>
  );
}

function planOf({ plan }: EarningCurve): string {
  return plan === null ? words.planAny : (en.field.plans[plan] ?? plan);
}

function isNewest(curves: readonly EarningCurve[], place: number): boolean {
  const one = curves[place];
  const first = curves.findIndex(({ programme, plan }) => programme === one?.programme && plan === one?.plan);
  return first === place;
}
