import type { ClaimPage } from "../../client/index.ts";
import { formatDay } from "../format/formatDate.ts";
import { formatSerial } from "../format/formatSerial.ts";
import { en } from "../words/en.ts";

const words = en.cases;

/** Where the plan goes and when, drawn as two units with an arrow, and what stays as it is. */
export function PlanMoves({ page, serial }: { readonly page: ClaimPage; readonly serial: string }) {
  const { claim, contract, device, planMoves = "scan" } = page;
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
      <p>{words.movesAt[planMoves]}</p>
      <p className="muted">
        {words.oldRetired} {left === undefined ? null : words.usesLeft(left)}
      </p>
    </div>
  );
}
