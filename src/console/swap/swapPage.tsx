import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { ClaimPage } from "../../client/index.ts";
import { CaseFrame } from "../case/caseFrame.tsx";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { formatDay } from "../format/formatDate.ts";
import { formatSerial, readSerial } from "../format/formatSerial.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { AlertCard, ProblemCard } from "../parts/problemCard.tsx";
import { useKeys } from "../parts/useKeys.ts";
import { en } from "../words/en.ts";

const words = en.cases;

/** Another unit takes the place of the one that came in: scan it, see where the plan goes, confirm. */
export function SwapPage() {
  return (
    <CaseFrame title={words.swapTitle} states={["paid"]}>
      {(page) => <SwapForm key={page.claim.id} page={page} />}
    </CaseFrame>
  );
}

function SwapForm({ page }: { readonly page: ClaimPage }) {
  const { claim, device } = page;
  const [typed, setTyped] = useState("");
  const [scanned, setScanned] = useState("");
  const swapping = useSaveCase(client.replaceDevice, () => words.swapped);
  const announce = useAnnounce();
  const serial = readSerial(scanned);
  const wrong = wrongUnit(scanned, device.serial);
  const ready = serial !== undefined && wrong === undefined;
  const scan = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setScanned(typed);
  };
  const confirm = () => {
    if (ready) {
      swapping.perform({ id: claim.id, serial });
    } else {
      announce(wrong ?? words.newSerialHint);
    }
  };
  useKeys({ "Ctrl+Enter": confirm });
  return (
    <div className="swap">
      <form onSubmit={scan}>
        <TextInput
          label={words.newSerial}
          description={words.newSerialHint}
          className="serial-input"
          data-scan=""
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setScanned("");
          }}
          onBlur={() => setScanned(typed)}
        />
      </form>
      <div aria-live="polite">
        {wrong === undefined ? null : <AlertCard title={wrong} />}
        {ready ? <PlanMoves page={page} serial={serial} /> : null}
      </div>
      <Button disabled={!ready} loading={swapping.pending} onClick={confirm}>
        {words.swapConfirm}
      </Button>
      {swapping.problem === undefined ? null : <ProblemCard problem={swapping.problem} />}
    </div>
  );
}

/** Why what was scanned cannot be the unit that goes out. */
function wrongUnit(scanned: string, old: string): string | undefined {
  if (scanned.trim() === "") {
    return undefined;
  }
  const serial = readSerial(scanned);
  const said = serial === undefined ? words.noSerial : undefined;
  return serial === old ? words.sameSerial : said;
}

/** Where the plan goes, drawn as two units with an arrow, and what stays as it is. */
function PlanMoves({ page, serial }: { readonly page: ClaimPage; readonly serial: string }) {
  const { claim, contract, device } = page;
  const left = claim.choices?.find(({ route }) => route === claim.route)?.uses?.left;
  return (
    <div className="plan-moves">
      <div className="units" aria-hidden="true">
        <span className="unit old">{formatSerial(device.serial)}</span>
        <span className="arrow" />
        <span className="unit new">{formatSerial(serial)}</span>
      </div>
      <p>
        <b>{words.planMoves(formatSerial(device.serial), formatSerial(serial))}</b>{" "}
        {contract === undefined ? null : words.sameEnd(formatDay(contract.lastDay))}
      </p>
      <p className="muted">
        {words.oldRetired} {left === undefined ? null : words.usesLeft(left)}
      </p>
    </div>
  );
}
