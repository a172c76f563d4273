import { Button, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { EvidencePiece } from "../../client/index.ts";
import { client } from "../client.ts";
import { formatInstant } from "../format/formatDate.ts";
import { ProblemCard, Section, useRole } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { evidence as words } from "../words/en/evidence.ts";

interface Props {
  readonly claimId: string;
  readonly piece: EvidencePiece;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** One piece, large, and what may be done with it. It takes the focus, and Escape closes it. */
export function PieceDrawer({ claimId, piece, onChanged, onClose }: Props) {
  const { no, kind, purpose, state, addedBy, addedAt, file, refusal } = piece;
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => (key === "Escape" ? onClose() : undefined);
    addEventListener("keydown", leave);
    return () => removeEventListener("keydown", leave);
  }, [onClose]);
  return (
    <Section title={words.piece(no)} note={`${words.adders[addedBy]}, ${formatInstant(addedAt)}`}>
      <p>
        {words.purposes[purpose]}, {words.kinds[kind]}, {words.states[state]}. {refusal?.says}
      </p>
      {kind === "photo" && file !== undefined ? (
        <img
          src={file.path}
          alt={piece.caption ?? words.purposes[purpose]}
          style={{ maxWidth: "100%", height: "auto" }}
        />
      ) : null}
      {state === "kept" ? <Kept claimId={claimId} piece={piece} onChanged={onChanged} /> : null}
      <Button ref={close} variant="default" onClick={onClose}>
        {words.close}
      </Button>
    </Section>
  );
}

function Kept({ claimId, piece, onChanged }: Omit<Props, "onClose">) {
  const { no, shared, addedBy, file, withdrawable } = piece;
  const [caption, setCaption] = useState(piece.caption ?? "");
  const { role } = useRole();
  const sharing = useAct(client.shareEvidence, onChanged);
  const withdrawing = useAct(client.withdrawEvidence, onChanged);
  const mayShare = role === "staff" || role === "manager";
  const problem = sharing.problem ?? withdrawing.problem;
  const told = caption.trim();
  return (
    <>
      <p>
        <a href={file?.path}>{words.file}</a>{" "}
        {mayShare ? <a href={`/v1/claims/${claimId}/evidence/${no}/original`}>{words.original}</a> : null}
      </p>
      {addedBy === "staff" ? <p>{shared ? words.shared : words.notShared}</p> : null}
      {mayShare ? (
        <TextInput
          label={words.caption}
          value={caption}
          maxLength={200}
          onChange={(event) => setCaption(event.currentTarget.value)}
        />
      ) : null}
      {problem === undefined ? null : <ProblemCard problem={problem} />}
      {mayShare && told !== "" && told !== piece.caption ? (
        <Button variant="default" onClick={() => sharing.perform({ id: claimId, no, caption: told })}>
          {words.saveCaption}
        </Button>
      ) : null}
      {mayShare && addedBy === "staff" ? (
        <Button variant="default" onClick={() => sharing.perform({ id: claimId, no, shared: !shared })}>
          {shared ? words.unshare : words.share}
        </Button>
      ) : null}
      {withdrawable ? (
        <Button variant="default" onClick={() => withdrawing.perform({ id: claimId, no })}>
          {words.takeBack}
        </Button>
      ) : null}
    </>
  );
}
