import { Button, TextInput } from "@mantine/core";
import { useRef } from "react";
import type { ClaimPage } from "../../client/index.ts";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useKeys } from "../parts/useKeys.ts";
import { en } from "../words/en.ts";
import { BesideCondition } from "./besideCondition.tsx";
import { MissingParts } from "./missingParts.tsx";
import { isWrong } from "./parcel.ts";
import { PartTicks } from "./partTicks.tsx";
import { ScannedSerial } from "./scannedSerial.tsx";
import { useParcel } from "./useParcel.ts";
import { WrongSerial } from "./wrongSerial.tsx";

const words = en.cases;

/** Scan, tick, describe, accept. What does not fit is shown in red before anything is sent. */
export function IntakeForm({ page }: { readonly page: ClaimPage }) {
  const { claim, expectedParts } = page;
  const { parcel, change, ready, lack, asksFor, accepting, accept, lookAgain, drop } = useParcel(page);
  const serialBox = useRef<HTMLInputElement>(null);
  const conditionBox = useRef<HTMLInputElement>(null);
  useKeys({ "Ctrl+Enter": accept });
  return (
    <div className="intake">
      <div>
        {claim.next.what === "inspect" ? <p className="muted">{words.allCame}</p> : null}
        <ScannedSerial
          box={serialBox}
          page={page}
          scanned={parcel.scanned}
          onScan={(scanned) => change({ scanned })}
        />
        {isWrong(parcel, page) ? (
          <WrongSerial
            page={page}
            parcel={parcel}
            onAgain={() => {
              change({ scanned: "" });
              serialBox.current?.focus();
            }}
            onDone={drop}
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
        <BesideCondition parcel={parcel} onChange={change} />
        {asksFor !== undefined && ready !== undefined ? (
          <MissingParts
            parcel={ready}
            missing={asksFor}
            differs={parcel.differs}
            onAccept={accept}
            onCheck={lookAgain}
            onDone={drop}
          />
        ) : (
          <div className="row">
            <Button disabled={lack !== undefined} loading={accepting.pending} onClick={accept}>
              {words.accept}
            </Button>
            <p className="muted">{lack === undefined ? words.acceptForGood : words.lacks[lack]}</p>
          </div>
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
