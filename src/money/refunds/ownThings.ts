import { answer, type Read, type ReadContext } from "../../platform/index.ts";

/** A list that shows everybody their own: the modules to the right keep it, and say whose a thing is. */
type OwnList = Read<
  { readonly limit: number; readonly after?: string },
  { readonly data: readonly { readonly id: string }[]; readonly nextCursor: string | null }
>;

const LISTS = ["GET /v1/orders", "GET /v1/contracts", "GET /v1/claims"];
const PAGE = 200;
/** More things than this are nobody's own. */
const MOST_PAGES = 10;

/**
 * The public ids of the orders, contracts and claims that are the caller's own, as its lists show them: what
 * is paid back for those is theirs to see. Null for the office, which sees all.
 */
export async function ownThings(db: ReadContext): Promise<readonly string[] | null> {
  if (db.caller.role !== "owner") {
    return null;
  }
  const routes = db.platform.modules.flatMap((module) => module.routes);
  const lists = routes.filter(({ route }) => LISTS.includes(route)) as unknown as OwnList[];
  return (await Promise.all(lists.map((list) => idsIn(db, list)))).flat();
}

async function idsIn({ platform, caller }: ReadContext, list: OwnList): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < MOST_PAGES && (pages === 0 || after !== null); pages += 1) {
    const question = { limit: PAGE, ...(after === null ? {} : { after }) };
    const page: Awaited<ReturnType<OwnList["run"]>> = await answer(platform, caller, list, question);
    ids.push(...page.data.map(({ id }) => id));
    after = page.nextCursor;
  }
  return ids;
}
