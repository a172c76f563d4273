import { Button, Checkbox, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { ClaimPage } from "../../client/index.ts";
import { CaseFrame } from "../case/caseFrame.tsx";
import { readSerial } from "../format/formatSerial.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { AlertCard, ProblemCard } from "../parts/problemCard.tsx";
import { useKeys } from "../parts/useKeys.ts";
import { pool } from "../words/en/pool.ts";
import { en } from "../words/en.ts";
import { PlanMoves } from "./planMoves.tsx";
import { SuggestedUnit, useSuggested } from "./suggestedUnit.tsx";
import { useSwap } from "./useSwap.ts";

const words = en.cases;

/** What is looked at before a unit leaves. */
type Check = "firmware" | "pairing";

/** Another unit takes the place of the one that came in: scan it, see where the plan goes, confirm. */
export function SwapPage() {
  return (
    <CaseFrame title={words.swapTitle} states={["paid"]}>
      {(page) => <SwapForm key={page.claim.id} page={page} />}
    </CaseFrame>
  );
}

/** Scan the new unit, see where the plan goes, confirm. */
export function SwapForm({ page }: { readonly page: ClaimPage }) {
  const { claim, device } = page;
  const [typed, setTyped] = useState("");
  const [scanned, setScanned] = useState("");
  const [reason, setReason] = useState("");
  const [checks, setChecks] = useState<readonly Check[]>([]);
  const suggested = useSuggested(claim.id);
  const swapping = useSwap(claim.id);
  const announce = useAnnounce();
  const serial = readSerial(scanned);
  const wrong = wrongUnit(scanned, device.serial);
  // Another unit than the one that is set aside has its reason.
  const isOther = serial !== undefined && suggested !== undefined && serial !== suggested;
  const ready = serial !== undefined && wrong === undefined && (!isOther || reason.trim() !== "");
  const scan = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setScanned(typed);
  };
  const confirm = () => {
    if (ready) {
      const why = isOther ? { reason: reason.trim() } : {};
      swapping.perform({ id: claim.id, serial, checks: [...checks], ...why });
    } else {
      announce(wrong ?? words.newSerialHint);
    }
  };
  useKeys({ "Ctrl+Enter": confirm });
  return (
    <div className="swap">
      <SuggestedUnit claim={claim.id} device={device} />
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
        {serial !== undefined && wrong === undefined ? <PlanMoves page={page} serial={serial} /> : null}
      </div>
      {isOther && wrong === undefined ? (
        <TextInput
          label={pool.otherReason}
          required
          maxLength={200}
          value={reason}
          error={swapping.problem?.faultAt("/reason")}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      <Checkbox.Group
        label={pool.checksTitle}
        value={[...checks]}
        onChange={(ticked) => setChecks(ticked as Check[])}
      >
        {(["firmware", "pairing"] as const).map((check) => (
          <Checkbox key={check} value={check} label={pool.checks[check]} mt="xs" />
        ))}
      </Checkbox.Group>
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
