import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { type VerificationDesk, verificationDesk } from "../../../test/support/verificationDesk.ts";
import { eventsOf, listMail, readPublicId } from "../../platform/index.ts";

const ADA = "ada@example.org";

describe("asking once more for what is under way, with an address that nobody has proved", () => {
  let desk: VerificationDesk;
  before(async () => {
    desk = await verificationDesk();
  });
  after(async () => {
    assert.deepEqual(await invariantSweep(desk.app.database), []);
    await desk.stop();
  });

  /** How many events and how many mails to its asker say where it stands. */
  const reminded = async (id: string, subject: RegExp) => {
    const mails = await desk.mailsTo(ADA);
    const events = await eventsOf(desk.app.platform.database, readPublicId("vrf", id)?.rootId ?? "");
    return [
      events.filter(({ type }) => type === "VerificationReminded").length,
      mails.filter((one) => subject.test(one)).length,
    ];
  };
  const lastMail = async () => {
    const mails = await listMail(desk.app.platform.config.dataFolder);
    return mails.find(({ to }) => to === ADA)?.text ?? "";
  };
  const askAgain = async (serial: string, as: "public" | "reseller") => {
    const { status, body } = await desk.ask({ serial }, as);
    assert.deepEqual([status, body.id, body.state], [201, undefined, "asked"], "as for one that is new");
  };

  it("mails its asker that the clips are with us, once in a day however often it is asked", async () => {
    const serial = desk.newSerial();
    const id = await desk.submitted({ serial });
    const withUs = /^We are looking at your Mavic Pro$/;
    await askAgain(serial, "public");
    assert.deepEqual(await reminded(id, withUs), [1, 1]);
    await askAgain(serial, "reseller");
    await askAgain(serial, "public");
    assert.deepEqual(await reminded(id, withUs), [1, 1]);
    await desk.app.moveTo("2026-09-06T10:00:01Z");
    await askAgain(serial, "reseller");
    assert.deepEqual(await reminded(id, withUs), [2, 2], "on the next day");
    assert.match(await lastMail(), /We answer until Tuesday 8 September 2026/);
    await desk.app.moveTo("2026-09-09T00:00:00Z");
    await askAgain(serial, "public");
    assert.deepEqual(await reminded(id, withUs), [3, 3]);
    assert.match(await lastMail(), /Our answer is late/);
  });

  it("mails the link to what is not filmed yet, as often", async () => {
    const serial = desk.newSerial();
    const id = await desk.asked({ serial });
    await askAgain(serial, "public");
    await askAgain(serial, "public");
    assert.deepEqual(await reminded(id, /^Your Mavic Pro can be shown until/), [1, 1]);
    const other = desk.newSerial();
    const another = await desk.asked({ serial: other });
    await askAgain(other, "public");
    assert.deepEqual(await reminded(another, /^Your Mavic Pro can be shown until/), [1, 2], "each its own");
  });

  it("counts whoever is not of the office against the limit of the day", async () => {
    const asked = async (as: "reseller rita@example.com" | "integrator") => {
      const answers: number[] = [];
      for (let count = 0; count < 11; count += 1) {
        answers.push((await desk.ask({}, as)).status);
      }
      return answers.filter((status) => status !== 201);
    };
    assert.deepEqual(await asked("integrator"), []);
    assert.deepEqual(await asked("reseller rita@example.com"), [429]);
  });
});
