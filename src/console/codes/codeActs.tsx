import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { tools as words } from "../words/en/tools.ts";
import { readToolsAgain, type SoldCode } from "./toolQueries.ts";

/** What can be done with the codes that are chosen. */
export function CodeActs(props: { readonly codes: readonly SoldCode[]; readonly onDone: () => void }) {
  const { codes, onDone } = props;
  const [reason, setReason] = useState("");
  const announce = useAnnounce();
  const done = async (says: string) => {
    announce(says);
    setReason("");
    onDone();
    await readToolsAgain();
  };
  const voiding = useAct(client.voidSoldCodes, ({ voided, left }) =>
    done([words.voided(voided.length), ...(left.length > 0 ? [words.leftOver(left.length)] : [])].join(" ")),
  );
  const orders = [...new Set(codes.map(({ order }) => order))];
  const resending = useAct(
    async (ids: readonly string[]) => await Promise.all(ids.map((id) => client.resendCodes({ id }))),
    () => done(words.resent(orders.length)),
  );
  if (codes.length === 0) {
    return <p className="muted">{words.none}</p>;
  }
  return (
    <section className="card" aria-label={words.chosen(codes.length)}>
      <p role="status">{words.chosen(codes.length)}</p>
      <form
        className="row end"
        onSubmit={(event) => {
          event.preventDefault();
          voiding.perform({ ids: codes.map(({ id }) => id), reason });
        }}
      >
        <TextInput
          label={words.voidReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          maxLength={200}
        />
        <Button type="submit" color="red" loading={voiding.pending}>
          {words.void}
        </Button>
        <Button variant="default" loading={resending.pending} onClick={() => resending.perform(orders)}>
          {words.resend}
        </Button>
      </form>
      <p className="muted">{words.voidNote}</p>
      {[voiding, resending].map(({ problem }) =>
        problem === undefined ? null : <ProblemCard key={problem.code} problem={problem} />,
      )}
    </section>
  );
}
