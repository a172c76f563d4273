/** How many run at once: requests share the database's connections, and people wait for requests. */
const LANES = 2;

/** Does some work for each item, a few at a time, in order. What it throws ends its lane: let it catch. */
export async function inLanes<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
  lanes = LANES,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (let next = rest.next(); next.done !== true; next = rest.next()) {
      await work(next.value);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
