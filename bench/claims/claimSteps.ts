import type { Wire, WireAnswer } from "../activation/wire.ts";

/** A camera with a plan, whose next claim is its first. */
export interface Camera {
  readonly serial: string;
  /** The serial that comes in its place. */
  readonly spare: string;
}

/** One call of a claim: how long it took, and whether it did what it was asked. */
export interface Call {
  readonly step: string;
  readonly ms: number;
  readonly isGood: boolean;
}

const PRICE = { amount: 30_000, currency: "EUR" };
const ADDRESS = { line1: "Polna 3", postcode: "00-001", city: "Warszawa", country: "PL" };
const FINDINGS = {
  ...{ cause: "drop", intentional: false, cosmeticOnly: false, forceMajeure: false },
  ...{ unauthorisedParts: false, modified: false },
};

/** What follows the report: the parcel, the look, the choice, the fee, the new unit, the way back. */
function stepsOf({ serial, spare }: Camera, currency: string): readonly (readonly [string, object])[] {
  return [
    ["intake", { serial, parts: ["camera", "battery"], condition: "cracked glass" }],
    ["inspection", { findings: FINDINGS, repairPrice: { ...PRICE, currency } }],
    ["choice", { route: "plan" }],
    ["payment", { method: "test_success" }],
    ["replacement", { serial: spare }],
    ["shipment", { carrier: "DHL", tracking: `JD${spare}`, address: ADDRESS }],
  ];
}

/** Takes a claim from its report to its shipment over one connection, one call after the other. */
export async function takeClaim(
  wire: Wire,
  token: string,
  camera: Camera,
  at: string,
): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const ask = async (step: string, path: string, body: object): Promise<WireAnswer> => {
    const headers = `authorization: Bearer ${token}\r\nidempotency-key: ${crypto.randomUUID()}\r\n`;
    const from = performance.now();
    const answer = await wire.send(path, headers, JSON.stringify(body));
    calls.push({ step, ms: performance.now() - from, isGood: answer.status < 300 });
    if (answer.status >= 300) {
      console.error(step, answer.status, answer.body.slice(0, 300));
    }
    return answer;
  };
  const incident = { at, cause: "drop", parts: ["camera"] };
  const report = { serial: camera.serial, incident, channel: "online", address: ADDRESS };
  const opened = await ask("report", "/v1/claims", report);
  if (opened.status !== 201) {
    return calls;
  }
  const { claim } = JSON.parse(opened.body) as { readonly claim: { id: string; currency: string } };
  for (const [step, body] of stepsOf(camera, claim.currency)) {
    const { status } = await ask(step, `/v1/claims/${claim.id}/${step}`, body);
    if (status >= 300) {
      break;
    }
  }
  return calls;
}

/** A claim has so many calls when it is whole. */
export const CALLS = 7;
