import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ClaimPage } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { type Undo, useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard, Section, useRole } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { intake as words } from "../words/en/intake.ts";

/** Its parts lie again where they lay before. */
function backTo(id: string, place: string): Undo {
  return { act: () => client.placeBin({ id, place }), says: words.placed(place) };
}

/** Where the parts of a case lie, and the label of its bin. */
export function Bin({ page: { claim, place } }: { readonly page: ClaimPage }) {
  const { worksAtBench } = useRole();
  const [text, setText] = useState("");
  const announce = useAnnounce();
  const placing = useAct(client.placeBin, async (reply) => {
    const undo = place === undefined ? undefined : backTo(claim.id, place);
    announce(words.placed(reply.place), undo);
    setText("");
    await queryClient.invalidateQueries({ queryKey: ["claim", claim.id] });
  });
  if (["reported", "closed", "cancelled"].includes(claim.state)) {
    return null;
  }
  return (
    <Section title={words.bin}>
      <p>{place === undefined ? <span className="muted">{words.binNone}</span> : words.placed(place)}</p>
      {worksAtBench ? (
        <form
          className="row end"
          onSubmit={(event) => {
            event.preventDefault();
            placing.perform({ id: claim.id, place: text.trim() });
          }}
        >
          <TextInput
            label={words.place}
            maxLength={40}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={text.trim() === ""} loading={placing.pending}>
            {words.setPlace}
          </Button>
          <a href={`/v1/claims/${claim.id}/bin-label.pdf`} target="_blank" rel="noreferrer">
            {words.label}
          </a>
        </form>
      ) : null}
      {placing.problem === undefined ? null : <ProblemCard problem={placing.problem} />}
    </Section>
  );
}
