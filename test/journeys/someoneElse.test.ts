import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import type { Client } from "../../src/client/index.ts";
import { activate, innocent, report, takeInAndInspect } from "./claimSteps.ts";
import { beginJourney, refused } from "./journey.ts";

const owner = "ada@example.org";

test("what is somebody else's is not there", async () => {
  const journey = await beginJourney("2026-06-01T11:00:00Z");
  const serial = "AC4TEST0001";
  const contract = await activate(journey, { owner, sku: "U-3889316", serial });
  const incident = { at: "2026-06-01T11:00:00Z", cause: "drop" as const, parts: ["camera" as const] };
  const { claim } = await report(journey, { owner, serial, incident });
  await takeInAndInspect(journey, claim, {
    findings: { ...innocent, cause: "drop" },
    parts: ["camera", "battery"],
  });
  const { id } = claim;

  const tries: readonly (readonly [string, (client: Client) => Promise<unknown>])[] = [
    ["the claim", (client) => client.showClaim({ id })],
    ["its choices", (client) => client.showChoices({ id })],
    ["choosing", (client) => client.chooseRoute({ id, route: "plan" })],
    ["paying", (client) => client.payClaim({ id, method: "test_success" })],
    ["cancelling", (client) => client.cancelClaim({ id })],
    ["closing", (client) => client.closeClaim({ id })],
    ["the contract", (client) => client.showContract({ id: contract.id })],
    ["renewing it", (client) => client.renewContract({ id: contract.id, method: "test_success" })],
    ["the device", (client) => client.showDevice({ id: contract.deviceId })],
  ];
  const stranger = await journey.as("mallory@example.org");
  const anybody = await journey.as("public");
  const answers: unknown[] = [];
  for (const [what, call] of tries) {
    const [his, nobodys] = [await refused(call(stranger)), await refused(call(anybody))];
    answers.push([what, his.status, nobodys.status]);
  }
  deepEqual(
    answers,
    tries.map(([what]) => [what, 404, 401]),
  );
  const unknown = await refused(stranger.openClaim({ serial: "AC4TEST9999", incident, channel: "online" }));
  const his = await refused(stranger.openClaim({ serial, incident, channel: "online" }));
  deepEqual([his.code, his.message], [unknown.code, unknown.message], "like a serial nobody knows");
  deepEqual((await stranger.listClaims({})).data, []);
  deepEqual((await stranger.listContracts({})).data, []);
  const untouched = await (await journey.as(owner)).showClaim({ id });
  deepEqual([untouched.claim.state, untouched.claim.next.who], ["inspected", "owner"]);
  await journey.endsWhole();
});
