import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { shelf as words } from "../words/en/shelf.ts";
import { readShelfAgain, type SupplierFeed } from "./shelfQueries.ts";

/** What can be done with a feed: look now, pause or go on, change. */
export function FeedActs(props: { readonly feed: SupplierFeed; readonly onEdit: () => void }) {
  const { feed, onEdit } = props;
  const { id, version, source, format, everyHours, dailyAt, isPaused } = feed;
  const announce = useAnnounce();
  const running = useAct(client.runFeed, async () => {
    announce(words.asked);
    await readShelfAgain();
  });
  const pausing = useAct(client.reviseFeed, readShelfAgain);
  const problem = running.problem ?? pausing.problem;
  const times = { ...(everyHours !== null && { everyHours }), ...(dailyAt !== null && { dailyAt }) };
  const sheet = { id, version, source, format, ...times };
  return (
    <div className="row">
      {isPaused ? null : (
        <button
          type="button"
          className="text-button"
          aria-label={`${words.runNow}: ${source}`}
          disabled={running.pending}
          onClick={() => running.perform({ id })}
        >
          {words.runNow}
        </button>
      )}
      <button
        type="button"
        className="text-button"
        aria-label={`${isPaused ? words.goOn : words.pause}: ${source}`}
        disabled={pausing.pending}
        onClick={() => pausing.perform({ ...sheet, isPaused: !isPaused })}
      >
        {isPaused ? words.goOn : words.pause}
      </button>
      <button type="button" className="text-button" aria-label={`${words.edit}: ${source}`} onClick={onEdit}>
        {words.edit}
      </button>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </div>
  );
}
