import { useState } from "react";
import type { BankCredit } from "../../client/index.ts";
import { client } from "../client.ts";
import { money as words } from "../words/en/money.ts";
import { useMoneyAct } from "./useMoneyAct.ts";

/** Says which charge money is for that named none: one of those that may be meant, or another by its id. */
export function AssignCredit({ credit }: { readonly credit: BankCredit }) {
  const [typing, setTyping] = useState(false);
  const [chargeId, setChargeId] = useState("");
  const assigning = useMoneyAct(client.assignCredit, () => words.assigned);
  const { id, suggestions, bankId } = credit;
  return (
    <span className="row">
      {suggestions.map((suggested) => (
        <button
          key={suggested}
          type="button"
          className="text-button"
          title={suggested}
          disabled={assigning.pending}
          onClick={() => assigning.perform({ id, chargeId: suggested })}
        >
          {words.assignSuggested(suggested)}
        </button>
      ))}
      {typing ? (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            assigning.perform({ id, chargeId: chargeId.trim() });
          }}
        >
          <input
            className="small-input"
            aria-label={`${words.assignTo}, ${bankId}`}
            placeholder="chg_…"
            required
            pattern="\s*chg_[0-9a-z]{26}_[0-9]+\s*"
            title={words.idFault}
            ref={(box) => box?.focus()}
            value={chargeId}
            onChange={(event) => setChargeId(event.currentTarget.value)}
          />
          <button type="submit" className="text-button" disabled={assigning.pending}>
            {words.assign}
          </button>
        </form>
      ) : (
        <button type="button" className="text-button" onClick={() => setTyping(true)}>
          {words.assign}…
        </button>
      )}
      {assigning.problem === undefined ? null : (
        <span role="alert">
          {assigning.problem.message} {assigning.problem.next}
        </span>
      )}
    </span>
  );
}
