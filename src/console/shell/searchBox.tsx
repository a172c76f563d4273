import type { RefObject } from "react";
import { ScanBox } from "../parts/scanBox.tsx";
import { useFindCase } from "../parts/useFindCase.ts";
import { en } from "../words/en.ts";
import { useOpenById } from "./useOpenById.ts";

/** Finds a case from anywhere. What is not there is said below the box, until somebody types again. */
export function SearchBox({ box }: { readonly box: RefObject<HTMLInputElement | null> }) {
  const { find, busy, missing, problem, clear } = useFindCase("page");
  const openById = useOpenById();
  const said = problem?.message ?? (missing === undefined ? undefined : en.shell.nobodyFound(missing));
  return (
    <search className="bar-search">
      <ScanBox
        small
        label={en.shell.search}
        hint={en.shell.searchHint}
        keyHint={en.shell.searchKey}
        onScan={(text) => (openById(text) ? clear() : find(text))}
        busy={busy}
        box={box}
        onLeave={clear}
      />
      <div role="status" aria-live="polite">
        {said === undefined ? null : <p className="bar-said">{said}</p>}
      </div>
    </search>
  );
}
