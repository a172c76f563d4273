import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { client } from "../client.ts";
import { Money, ProblemCard } from "../parts/index.ts";
import { reseller as words } from "../words/en/reseller.ts";
import type { ResellerPage } from "./resellerQueries.ts";
import { useResellerAct } from "./useResellerAct.ts";

/** Pays out what is left on the balance of a reseller whose contract has ended. */
export function PayOutLeft({ of: { id, account } }: { readonly of: ResellerPage }) {
  const [reason, setReason] = useState("");
  const paying = useResellerAct(
    client.payOutReseller,
    ({ refunds }) => words.paidOut(refunds.length),
    () => setReason(""),
  );
  const given = { id, reason: reason.trim() };
  return account.balance.amount <= 0 ? null : (
    <>
      <p>
        {words.payOutNote} <Money of={account.balance} />
      </p>
      <div className="row end">
        <TextInput
          label={words.reason}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={given.reason === ""}
          loading={paying.pending}
          onClick={() => paying.perform(given)}
        >
          {words.payOut}
        </Button>
      </div>
      {paying.problem === undefined ? null : <ProblemCard problem={paying.problem} />}
    </>
  );
}
