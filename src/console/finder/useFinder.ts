import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { client, queryClient } from "../client.ts";
import { problemOf } from "../parts/useAct.ts";
import { finder as words } from "../words/en/finder.ts";
import { hitPlace } from "./hitPlace.ts";
import { hitsInOrder } from "./hitsInOrder.ts";
import { type Hit, surest } from "./surest.ts";

/** Less says too little to look for while somebody still types. */
const SHORTEST = 3;

const search = (q: string) =>
  queryOptions({
    queryKey: ["search", q],
    queryFn: ({ signal }) => client.searchAnything({ q }, { signal }),
    placeholderData: keepPreviousData,
  });

/** A scanner types faster, and is not asked about letter by letter. */
const SETTLED_MS = 200;

/** What stands there once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What is typed, what is found, which of it is chosen; and what the keys do with it. */
export function useFinder(box: RefObject<HTMLInputElement | null>) {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [active, setActive] = useState(-1);
  const [isOpen, open] = useState(false);
  const [said, say] = useState<string>();
  const latest = useRef(0);
  const q = useSettled(text.trim());
  const query = useQuery({ ...search(q), enabled: isOpen && q.length >= SHORTEST });
  // What is shorter is answered by Enter alone, and is not to be taken for what was asked before it.
  const found = isOpen && (q.length >= SHORTEST || !query.isPlaceholderData) ? query.data : undefined;
  const hits = hitsInOrder(found?.data ?? []);
  const shut = () => {
    open(false);
    setActive(-1);
    say(undefined);
  };
  /** What was found opens: the page that comes takes the keys. */
  const leave = () => {
    shut();
    setText("");
    box.current?.blur();
  };
  const go = (hit: Hit) => {
    leave();
    void navigate(hitPlace(hit) as never);
  };
  const enter = async () => {
    const chosen = hits[active];
    const wanted = text.trim();
    if (chosen !== undefined) {
      return go(chosen);
    }
    if (wanted === "") {
      return;
    }
    latest.current += 1;
    const turn = latest.current;
    box.current?.select();
    const answer = await queryClient.fetchQuery(search(wanted)).catch((error: Error) => problemOf(error));
    // Whoever scans on while we search wants the last one.
    if (turn !== latest.current) {
      return;
    }
    if (!("data" in answer)) {
      return say(answer.message);
    }
    const meant = surest(answer.data);
    if (meant !== undefined) {
      return go(meant);
    }
    open(true);
    setActive(answer.data.length === 0 ? -1 : 0);
    say(answer.data.length === 0 ? `${words.nothing(wanted)} ${words.nothingNext}` : undefined);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      shut();
    } else if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      setActive((active + step + hits.length + (active < 0 && step < 0 ? 1 : 0)) % hits.length);
    }
  };
  const type = (typed: string) => {
    setText(typed);
    setActive(-1);
    open(true);
    say(undefined);
  };
  const more = found?.more ?? [];
  return { text, hits, active, more, said, isBusy: query.isFetching, type, enter, press, leave, shut };
}
