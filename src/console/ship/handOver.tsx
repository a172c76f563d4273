import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { ReplyOf } from "../../client/index.ts";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { ProblemCard, Section } from "../parts/index.ts";
import { calendar as words } from "../words/en/calendar.ts";

const signs = Object.entries(words.signs).map(([value, label]) => ({ value, label }));

/** In place of a parcel: the owner of what was brought is at the counter. */
export function HandOver({ claim }: { readonly claim: ReplyOf<"showClaim">["claim"] }) {
  const [sign, setSign] = useState("slip");
  const giving = useSaveCase(client.handOverDevice, () => words.handedOver);
  if (claim.channel !== "swift") {
    return null;
  }
  return (
    <Section title={words.handOver}>
      <p>{words.handOverNote}</p>
      <p className="muted">{words.handOverForGood}</p>
      <div className="row">
        <NativeSelect
          label={words.sign}
          value={sign}
          data={signs}
          onChange={(event) => setSign(event.currentTarget.value)}
        />
        <Button
          loading={giving.pending}
          onClick={() => giving.perform({ id: claim.id, sign: sign as "slip" })}
        >
          {words.handOver}
        </Button>
      </div>
      {giving.problem === undefined ? null : <ProblemCard problem={giving.problem} />}
    </Section>
  );
}
