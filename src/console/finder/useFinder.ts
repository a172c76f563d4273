import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { client, queryClient } from "../client.ts";
import { problemOf } from "../parts/useAct.ts";
import { finder as words } from "../words/en/finder.ts";
import { hitPlace } from "./hitPlace.ts";
import { hitsInOrder } from "./hitsInOrder.ts";
import { type Hit, surest } from "./surest.ts";
import { useChosen } from "./useChosen.ts";

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

/** What was found of what is typed, and whether that is of an earlier text. */
function useFound(typed: string, isOpen: boolean) {
  const q = useSettled(typed);
  const query = useQuery({ ...search(q), enabled: isOpen && q.length >= SHORTEST });
  // What is shorter is answered by Enter alone, and is not to be taken for what was asked before it.
  const found = isOpen && (q.length >= SHORTEST || !query.isPlaceholderData) ? query.data : undefined;
  const isOfEarlier = query.isPlaceholderData || q !== typed;
  return { found, isOfEarlier, isBusy: query.isFetching };
}

/** What is typed, what is found, which of it is chosen; and what the keys do with it. */
export function useFinder(box: RefObject<HTMLInputElement | null>) {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [isOpen, open] = useState(false);
  const [said, say] = useState<string>();
  const latest = useRef(0);
  const { found, isOfEarlier, isBusy } = useFound(text.trim(), isOpen);
  const hits = hitsInOrder(found?.data ?? []);
  const { active, marked, choose, step } = useChosen(hits);
  const shut = () => {
    open(false);
    choose();
    say(undefined);
  };
  /** What was found opens: the page that comes takes the keys. */
  const leave = () => {
    latest.current += 1;
    shut();
    setText("");
    box.current?.blur();
  };
  const go = (hit: Hit) => {
    leave();
    void navigate(hitPlace(hit) as never);
  };
  const enter = async () => {
    const wanted = text.trim();
    if (marked !== undefined) {
      return go(marked);
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
    choose(hitsInOrder(answer.data)[0]);
    say(answer.data.length === 0 ? `${words.nothing(wanted)} ${words.nothingNext}` : undefined);
  };
  const press = (event: KeyboardEvent) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      latest.current += 1;
      shut();
    } else if (way !== undefined && hits.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      step(way);
    }
  };
  const type = (typed: string) => {
    // An answer to an Enter before this would take away what is being written.
    latest.current += 1;
    setText(typed);
    choose();
    open(true);
    say(undefined);
  };
  const more = found?.more ?? [];
  return { text, hits, active, more, said, isBusy, isOfEarlier, type, enter, press, leave, shut };
}
