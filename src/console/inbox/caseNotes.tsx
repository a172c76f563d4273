import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client, queryClient } from "../client.ts";
import { formatInstant } from "../format/formatDate.ts";
import { ProblemCard, Shown } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { inbox } from "../words/en/inbox.ts";
import { inboxQueries } from "./inboxQueries.ts";
import { WriteBox } from "./writeBox.tsx";

const words = inbox.thread;

/** What the bench notes for itself. */
export function CaseNotes({ claimId }: { readonly claimId: string }) {
  const query = useQuery(inboxQueries.notes(claimId));
  const [noted, setNoted] = useState(0);
  const noting = useAct(client.addNote, async () => {
    setNoted((count) => count + 1);
    await queryClient.invalidateQueries({ queryKey: ["claim", claimId, "notes"] });
  });
  return (
    <>
      <h3>{words.notes}</h3>
      <Shown query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="muted">{words.notesNone}</p>
          ) : (
            <ul className="plain">
              {data.map(({ no, author, text, at }) => (
                <li key={no}>
                  <span style={{ whiteSpace: "pre-line" }}>{text}</span>{" "}
                  <span className="muted">
                    {author}, {formatInstant(at)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      <WriteBox
        key={claimId}
        arrived={noted}
        label={words.note}
        hint={words.noteHint}
        button={words.noteAdd}
        pending={noting.pending}
        onWrite={(text) => noting.perform({ id: claimId, text })}
      />
      {noting.problem === undefined ? null : <ProblemCard problem={noting.problem} />}
    </>
  );
}
