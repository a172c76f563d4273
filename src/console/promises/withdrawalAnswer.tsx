import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { client, queryClient } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard, useRole } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { withdrawals as words } from "../words/en/withdrawals.ts";

/** Says what became of a withdrawal; its buyer is told. */
export function WithdrawalAnswer({ id, order }: { readonly id: string; readonly order: string }) {
  const [answer, setAnswer] = useState("");
  const announce = useAnnounce();
  const { role } = useRole();
  const answering = useAct(client.answerWithdrawal, async () => {
    announce(words.said);
    await queryClient.invalidateQueries({ queryKey: ["withdrawals"] });
  });
  return role === "integrator" ? null : (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        answering.perform({ id, answer });
      }}
    >
      <TextInput
        aria-label={words.answerOf(order)}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
        maxLength={500}
        required
      />
      <Button type="submit" size="compact-sm" loading={answering.pending}>
        {words.say}
      </Button>
      {answering.problem === undefined ? null : <ProblemCard problem={answering.problem} />}
    </form>
  );
}
