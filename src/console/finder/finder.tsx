import { IconBarcode } from "@tabler/icons-react";
import type { RefObject } from "react";
import { finder as words } from "../words/en/finder.ts";
import { en } from "../words/en.ts";
import { HitList, optionId } from "./hitList.tsx";
import { useFinder } from "./useFinder.ts";

/**
 * Finds anything from anywhere. What is found shows below while somebody types; up and down choose, Enter
 * opens. A scan, which ends with Enter, opens the one thing it means.
 */
export function Finder({ box }: { readonly box: RefObject<HTMLInputElement | null> }) {
  const { text, hits, active, more, said, isBusy, isOfEarlier, type, enter, press, leave, shut } =
    useFinder(box);
  const shows = hits.length > 0;
  return (
    <search
      className="bar-search"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) {
          shut();
        }
      }}
    >
      <form
        className="scan small"
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <IconBarcode size={16} aria-hidden />
        <input
          ref={box}
          role="combobox"
          aria-label={words.label}
          aria-expanded={shows}
          aria-controls="found"
          aria-autocomplete="list"
          aria-activedescendant={shows && active >= 0 ? optionId(active) : undefined}
          placeholder={words.hint}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={200}
          aria-busy={isBusy}
        />
        <kbd>{en.shell.searchKey}</kbd>
      </form>
      <div role="status" aria-live="polite">
        {said === undefined ? null : <p className="bar-said">{said}</p>}
        {shows ? <span className="visually-hidden">{words.count(hits.length)}</span> : null}
      </div>
      {shows ? (
        <HitList hits={hits} active={active} more={more} isOfEarlier={isOfEarlier} onOpen={leave} />
      ) : null}
    </search>
  );
}
