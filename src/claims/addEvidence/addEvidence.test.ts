import assert from "node:assert/strict";
import { test } from "node:test";
import { OWNER, type Who } from "../../../test/support/claimDesk.ts";
import { evidenceDesk, metadataOf } from "../../../test/support/evidenceDesk.ts";
import { ADDED_A_DAY, MOST_ITEMS } from "../evidence/index.ts";

test("an owner adds so many pieces a day and no more; a bench has no such number", async (t) => {
  const desk = await evidenceDesk();
  t.after(() => desk.stop());
  const headers = { "upload-length": "10", "upload-metadata": metadataOf({ filetype: "image/jpeg" }) };
  const addTo = async (id: string, as: Who, count: number): Promise<number> => {
    let status = 0;
    for (let each = 0; each < count; each += 1) {
      ({ status } = await desk.tus(as, "POST", `/v1/claims/${id}/evidence`, { headers }));
    }
    return status;
  };
  const addMany = async (as: Who): Promise<readonly number[]> => {
    const ids = [await desk.desk.claimAfter([]), await desk.desk.claimAfter([])];
    const full = [await addTo(ids[0] ?? "", as, MOST_ITEMS), await addTo(ids[1] ?? "", as, MOST_ITEMS)];
    return [...full, await addTo(await desk.desk.claimAfter([]), as, 1)];
  };
  assert.equal(ADDED_A_DAY.tries, 2 * MOST_ITEMS);
  assert.deepEqual(await addMany(OWNER), [201, 201, 429]);
  assert.deepEqual(await addMany("staff"), [201, 201, 201]);
});
