import { deepEqual, equal } from "node:assert/strict";
import { it } from "node:test";
import { verificationDesk } from "../../../test/support/verificationDesk.ts";
import { readPublicId, systemCaller, transact } from "../../platform/index.ts";
import { lookAtAlarms } from "./lookAtAlarms.ts";

it("clips that wait are looked at by one statement, however many there are", async () => {
  const desk = await verificationDesk();
  const { platform } = desk.app;
  const ids = [await desk.submitted(), await desk.submitted(), await desk.submitted()];
  await desk.decide(ids[2] ?? "", "accept");
  const alarms = ids.map((id) => {
    const { rootId, no } = readPublicId("vrf", id) ?? { rootId: "", no: 0 };
    return { rootId, kind: "verification_late", subject: `${no}/1` } as const;
  });
  await transact(platform, systemCaller, async (tx) => {
    // The models are held in the process once they were read.
    await lookAtAlarms({ query: tx.query, platform }, alarms);
    const before = tx.statements;
    const looked = await lookAtAlarms({ query: tx.query, platform }, alarms);
    equal(tx.statements - before, 1);
    deepEqual(
      looked.map((one) => one.late?.id ?? (one.late === undefined && one.why)),
      [ids[0], ids[1], "answered"],
    );
    deepEqual(
      [looked[0]?.late?.model, looked[0]?.late?.path],
      ["Mavic Pro", `/console/verifications/${ids[0]}`],
    );
  });
});
