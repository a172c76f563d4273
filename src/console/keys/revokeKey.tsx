import { useState } from "react";
import type { ApiKey } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { useAct } from "../parts/useAct.ts";
import { en } from "../words/en.ts";

/** Ends a key after asking once more, in its own row. */
export function RevokeKey({ of: key }: { readonly of: ApiKey }) {
  const [sure, askSure] = useState(false);
  const revoking = useAct(client.revokeKey, () => queryClient.invalidateQueries({ queryKey: ["keys"] }));
  if (!sure) {
    return (
      <button type="button" className="text-button danger" onClick={() => askSure(true)}>
        {en.desk.keyRevoke}
      </button>
    );
  }
  return (
    <span className="row">
      <button
        type="button"
        className="text-button danger"
        disabled={revoking.pending}
        onClick={() => revoking.perform({ id: key.id })}
      >
        {en.desk.keyRevokeSure(key.label)}
      </button>
      <button type="button" className="text-button" onClick={() => askSure(false)}>
        {en.desk.keyKeep}
      </button>
      {revoking.problem === undefined ? null : <span role="alert">{revoking.problem.message}</span>}
    </span>
  );
}
