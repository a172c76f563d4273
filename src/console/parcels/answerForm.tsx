import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { parcels as words } from "../words/en/parcels.ts";
import { readParcelsAgain } from "./parcelQueries.ts";

const answers = Object.entries(words.answers).map(([value, label]) => ({ value, label }));

/** What the supplier says: the day, or that it cannot. */
export function AnswerForm({ id }: { readonly id: string }) {
  const [told, setTold] = useState({ answer: "comes", expectedOn: "", reason: "" });
  const announce = useAnnounce();
  const answering = useAct(client.answerSupplierOrder, async () => {
    announce(words.said);
    await readParcelsAgain();
  });
  const answer = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { expectedOn, reason } = told;
    const comes = told.answer === "comes";
    answering.perform({
      id,
      answer: comes ? "comes" : "cannot",
      ...(comes && expectedOn !== "" && { expectedOn }),
      ...(reason.trim() !== "" && { reason: reason.trim() }),
    });
  };
  return (
    <form onSubmit={answer}>
      <p>{words.answerNote}</p>
      <NativeSelect
        label={words.answer}
        value={told.answer}
        data={answers}
        onChange={(event) => setTold({ ...told, answer: event.currentTarget.value })}
      />
      {told.answer === "comes" ? (
        <TextInput
          type="date"
          label={words.day}
          value={told.expectedOn}
          error={answering.problem?.faultAt("/expectedOn")}
          onChange={(event) => setTold({ ...told, expectedOn: event.currentTarget.value })}
        />
      ) : null}
      <TextInput
        label={words.reason}
        value={told.reason}
        maxLength={500}
        onChange={(event) => setTold({ ...told, reason: event.currentTarget.value })}
      />
      <Button type="submit" loading={answering.pending}>
        {words.say}
      </Button>
      {answering.problem === undefined ? null : <ProblemCard problem={answering.problem} />}
    </form>
  );
}
