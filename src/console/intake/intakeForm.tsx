import { Button, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { ClaimPage, Part } from "../../client/index.ts";
import { client } from "../api.ts";
import { useSaveCase } from "../case/useSaveCase.ts";
import { plainSerial } from "../format/formatSerial.ts";
import { Section } from "../parts/page.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useKeys } from "../parts/useKeys.ts";
import { en } from "../words/en.ts";
import { MissingParts, WrongSerial } from "./mismatch.tsx";
import { PartTicks } from "./partTicks.tsx";
import { ScannedSerial } from "./scannedSerial.tsx";

const words = en.cases;

/** Scan, tick, describe, accept. What does not fit is shown in red before anything is sent. */
export function IntakeForm({ page }: { readonly page: ClaimPage }) {
  const { claim, expectedParts } = page;
  const here = claim.returnedParts ?? [];
  const [scanned, setScanned] = useState("");
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [condition, setCondition] = useState("");
  const [asks, setAsks] = useState(false);
  const serialBox = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const accepting = useSaveCase(client.receiveDevice, (reply) => words.received(reply.missing.length));
  const serial = plainSerial(scanned);
  const wrong = serial !== "" && serial !== page.device.serial;
  const missing = expectedParts.filter((part) => !here.includes(part) && !ticked.includes(part));
  const ready = serial !== "" && !wrong && ticked.length > 0 && condition.trim() !== "";
  const send = () =>
    accepting.perform({ id: claim.id, serial, parts: ticked as Part[], condition: condition.trim() });
  const accept = () => {
    if (ready && missing.length > 0 && !asks) {
      setAsks(true);
    } else if (ready) {
      send();
    }
  };
  const scanAgain = () => {
    setScanned("");
    serialBox.current?.focus();
  };
  useKeys({ "Ctrl+Enter": accept });
  return (
    <div className="intake">
      <ScannedSerial box={serialBox} page={page} scanned={scanned} onScan={setScanned} />
      {wrong ? (
        <WrongSerial
          scanned={serial}
          wanted={page.device.serial}
          onAgain={scanAgain}
          onAside={() => void navigate({ to: "/queue" })}
        />
      ) : null}
      <Section title={words.expected} note={words.expectedHint}>
        <PartTicks
          expected={expectedParts}
          here={here}
          ticked={ticked}
          onTick={(parts) => {
            setTicked(parts);
            setAsks(false);
          }}
        />
      </Section>
      <TextInput
        label={words.condition}
        description={words.conditionHint}
        maxLength={200}
        value={condition}
        onChange={(event) => setCondition(event.currentTarget.value)}
      />
      {asks && missing.length > 0 ? (
        <MissingParts claim={claim} missing={missing} onAsk={send} onCheck={() => setAsks(false)} />
      ) : (
        <Button disabled={!ready} loading={accepting.pending} onClick={accept}>
          {words.accept}
        </Button>
      )}
      {accepting.problem === undefined ? null : <ProblemCard problem={accepting.problem} />}
    </div>
  );
}
