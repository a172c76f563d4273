import { Button, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { ClaimPage, Part } from "../../client/index.ts";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useKeys } from "../parts/useKeys.ts";
import { en } from "../words/en.ts";
import { MissingParts } from "./missingParts.tsx";
import { isWrong, missingOf, type Parcel, parcelOf } from "./parcel.ts";
import { PartTicks } from "./partTicks.tsx";
import { ScannedSerial } from "./scannedSerial.tsx";
import { WrongSerial } from "./wrongSerial.tsx";

const words = en.cases;

/** Scan, tick, describe, accept. What does not fit is shown in red before anything is sent. */
export function IntakeForm({ page }: { readonly page: ClaimPage }) {
  const { claim, expectedParts } = page;
  const [parcel, setParcel] = useState<Parcel>({ scanned: "", ticked: [], condition: "" });
  const [asks, setAsks] = useState(false);
  const serialBox = useRef<HTMLInputElement>(null);
  const conditionBox = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const accepting = useSaveCase(client.receiveDevice, (reply) => words.received(reply.missing.length));
  const ready = parcelOf(parcel, page);
  const missing = missingOf(parcel, page);
  const change = (part: Partial<Parcel>) => {
    setParcel((now) => ({ ...now, ...part }));
    setAsks(false);
  };
  const accept = () => {
    if (ready !== undefined && missing.length > 0 && !asks) {
      setAsks(true);
    } else if (ready !== undefined) {
      accepting.perform({ ...ready, parts: ready.parts as Part[] });
    }
  };
  useKeys({ "Ctrl+Enter": accept });
  return (
    <div className="intake">
      <div>
        <ScannedSerial
          box={serialBox}
          page={page}
          scanned={parcel.scanned}
          onScan={(scanned) => change({ scanned })}
        />
        {isWrong(parcel, page) ? (
          <WrongSerial
            scanned={parcel.scanned}
            wanted={page.device.serial}
            onAgain={() => {
              change({ scanned: "" });
              serialBox.current?.focus();
            }}
            onAside={() => void navigate({ to: "/queue" })}
          />
        ) : null}
        <TextInput
          ref={conditionBox}
          label={words.condition}
          description={words.conditionHint}
          maxLength={200}
          value={parcel.condition}
          onChange={(event) => change({ condition: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.ctrlKey) {
              event.preventDefault();
              accept();
            }
          }}
        />
        {asks && missing.length > 0 ? (
          <MissingParts claim={claim} missing={missing} onAsk={accept} onCheck={() => setAsks(false)} />
        ) : (
          <Button disabled={ready === undefined} loading={accepting.pending} onClick={accept}>
            {words.accept}
          </Button>
        )}
        {accepting.problem === undefined ? null : <ProblemCard problem={accepting.problem} />}
      </div>
      <PartTicks
        expected={expectedParts}
        here={claim.returnedParts ?? []}
        ticked={parcel.ticked}
        onTick={(ticked) => change({ ticked })}
        onDone={() => conditionBox.current?.focus()}
      />
    </div>
  );
}
