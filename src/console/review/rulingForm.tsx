import { Button, NativeSelect, Textarea } from "@mantine/core";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { ProblemCard, Section, useRole } from "../parts/index.ts";
import { review as words } from "../words/en/review.ts";
import { useReviewAct } from "./useReviewAct.ts";

type ShouldBe = NonNullable<CommandOf<"settleAppeal">["shouldBe"]>;

const outcomes = Object.entries(words.outcomes).map(([value, label]) => ({ value, label }));

/** Upholds or dismisses an appeal, in words that its owner reads. */
export function RulingForm({ id }: { readonly id: string }) {
  const { role } = useRole();
  const [says, setSays] = useState("");
  const [shouldBe, setShouldBe] = useState<ShouldBe>("plan");
  const settling = useReviewAct(client.settleAppeal, ({ state }) => words.appealStates[state]);
  const isReady = says.trim().length >= 10;
  if (role !== "staff" && role !== "manager") {
    return null;
  }
  return (
    <Section title={words.ruling} note={words.rulingNote}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          settling.perform({ id, decision: "uphold", says: says.trim(), shouldBe });
        }}
      >
        <Textarea
          label={words.rulingSays}
          required
          maxLength={2000}
          autosize
          minRows={3}
          value={says}
          onChange={(event) => setSays(event.currentTarget.value)}
        />
        <NativeSelect
          label={words.shouldBe}
          description={words.shouldBeNone}
          data={outcomes}
          value={shouldBe}
          onChange={(event) => setShouldBe(event.currentTarget.value as ShouldBe)}
        />
        <div className="row">
          <Button type="submit" loading={settling.pending} disabled={!isReady}>
            {words.uphold}
          </Button>
          <Button
            variant="default"
            disabled={settling.pending || !isReady}
            onClick={() => settling.perform({ id, decision: "dismiss", says: says.trim() })}
          >
            {words.dismiss}
          </Button>
        </div>
        {settling.problem === undefined ? null : <ProblemCard problem={settling.problem} />}
      </form>
    </Section>
  );
}
