import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { EvidencePiece } from "../../client/index.ts";
import { Badge, Section, Shown } from "../parts/index.ts";
import { evidence as words } from "../words/en/evidence.ts";
import { AddPiece } from "./addPiece.tsx";
import { evidenceQueries } from "./evidenceQueries.ts";
import { PieceDrawer } from "./pieceDrawer.tsx";

/** The photos, videos and papers of a case in a row; one of them to look at; a way to add the bench's own. */
export function EvidenceStrip({ claimId, isOver }: { readonly claimId: string; readonly isOver: boolean }) {
  const query = useQuery(evidenceQueries.ofClaim(claimId));
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<number>();
  const changed = () => queryClient.invalidateQueries({ queryKey: ["claim", claimId, "evidence"] });
  return (
    <Section title={words.title}>
      <Shown query={query}>
        {({ data }) => {
          const pieces = data.filter(({ state }) => state !== "withdrawn");
          const looked = pieces.find(({ no }) => no === open);
          return (
            <>
              {pieces.length === 0 ? <p className="muted">{words.none}</p> : null}
              <ul className="plain thumbs">
                {pieces.map((piece) => (
                  <li key={piece.no}>
                    <Thumbnail piece={piece} onLook={() => setOpen(piece.no)} />
                  </li>
                ))}
              </ul>
              {looked === undefined ? null : (
                <PieceDrawer
                  key={looked.no}
                  claimId={claimId}
                  piece={looked}
                  onChanged={changed}
                  onClose={() => setOpen(undefined)}
                />
              )}
            </>
          );
        }}
      </Shown>
      {isOver ? null : <AddPiece claimId={claimId} onAdded={changed} />}
    </Section>
  );
}

function Thumbnail({ piece, onLook }: { readonly piece: EvidencePiece; readonly onLook: () => void }) {
  const { no, kind, purpose, state, file } = piece;
  const what = piece.caption ?? words.purposes[purpose];
  return (
    <button type="button" className="thumb" onClick={onLook}>
      <span className="visually-hidden">{words.look(no, what)}</span>
      {kind === "photo" && file !== undefined ? (
        <img src={file.path} alt="" width={96} height={72} loading="lazy" />
      ) : (
        words.kinds[kind]
      )}
      {state === "kept" ? null : (
        <Badge tone={state === "refused" ? "problem" : "waiting"}>{words.states[state]}</Badge>
      )}
    </button>
  );
}
