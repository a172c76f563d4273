import assert from "node:assert/strict";
import { inLanes } from "../../../src/platform/index.ts";
import { cleanFindings, warsaw } from "../../support/cases.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import { sellCodes, violationsIn } from "../../support/soldPlans.ts";
import { type TestApp, testApp } from "../../support/testApp.ts";
import { judgeYear, type Told } from "./judgeYear.ts";
import { type CaseOfLife, type Life, livesOf } from "./lives.ts";
import { type StepOfCase, stepsOfCase } from "./stepsOfCase.ts";

/** What came of a year: what differed from the reference, and how much happened. */
export interface Year {
  readonly app: TestApp;
  /** What the reference says that happened by itself. */
  readonly expected: readonly Told[];
  readonly differences: readonly string[];
  readonly violations: readonly object[];
  readonly seen: Readonly<Record<string, number>>;
  /** The day after the last one, counted like those of lives. */
  readonly nextDay: number;
  /** Goes on for some days with a few more devices; answers with what it expects now. */
  goOn(lives: readonly Life[], days: number): Promise<readonly Told[]>;
}

const FIRST = Temporal.Instant.from("2026-01-05T09:00:00Z");
/** After the last activation come two cases, each left alone as long as that may be, and its way back. */
const DAYS = 380;
/** Days of EU plans are counted in the most westerly of its zones. */
const ZONE = "Atlantic/Azores";
/** What the first, second and third replacement of this camera costs in PLN, in minor units. */
const FEES = [11_900, 18_500, 24_900] as const;
const LANES = 6;
/** Codes for what comes after the year. */
const MORE = 10;

interface LivingDevice {
  readonly life: Life;
  serial: string;
  /** How many replacements its plan has paid for. */
  replaced: number;
  claimId: string;
}

/**
 * Plays a year of so many devices day by day, each day's acts over the interface, and judges what came.
 * `told` hears of each day that is over.
 */
export async function simulateYear(
  devices: number,
  seed: number,
  told: (day: number) => void = () => undefined,
): Promise<Year> {
  const app = await testApp({ now: FIRST.toString() });
  const codes = await sellCodes(app, { sku: "U-3889316", count: devices + MORE, region: "EU" });
  const seen: Record<string, number> = {};
  const expected: Told[] = [];
  const year: Playing = { app, codes, seen, expected, told };
  await play(year, livesOf(devices, seed), 0, DAYS);
  const differences = await judgeYear(app.database, expected);
  const violations = await violationsIn(app.database);
  let nextDay = DAYS;
  return {
    ...{ app, expected: [...expected], differences, violations, seen: { ...seen } },
    nextDay,
    goOn: async (lives, days) => {
      await play(year, lives, nextDay, days);
      nextDay += days;
      return [...expected];
    },
  };
}

interface Playing extends Pick<Year, "app"> {
  readonly codes: string[];
  readonly seen: Record<string, number>;
  readonly expected: Told[];
  readonly told: (day: number) => void;
}

/** The clock moves from day to day, and with it goes all that falls due between two days' acts. */
async function play(year: Playing, lives: readonly Life[], first: number, days: number): Promise<void> {
  const agenda = agendaOf(lives);
  for (let day = first; day < first + days; day += 1) {
    const at = FIRST.add({ hours: 24 * day });
    await year.app.moveTo(at.toString());
    await inLanes(agenda.get(day) ?? [], (device) => playDay(year, device, day, at), LANES);
    if (day % 10 === 0) {
      await forgetOldJobs(year.app);
    }
    year.told(day);
  }
  await year.app.platform.jobs.drained();
}

/** The devices that something is done about, by day. */
function agendaOf(lives: readonly Life[]): ReadonlyMap<number, LivingDevice[]> {
  const agenda = new Map<number, LivingDevice[]>();
  for (const life of lives) {
    const device = { life, serial: `AC4${String(life.no).padStart(8, "0")}`, replaced: 0, claimId: "" };
    const days = life.cases.flatMap((one) => stepsOfCase(one).steps.map(({ on }) => on));
    for (const day of new Set([life.activatedOn, ...days])) {
      agenda.set(day, [...(agenda.get(day) ?? []), device]);
    }
  }
  return agenda;
}

/** In a year the queue forgets what was done long ago; its own clock does not move with the test's. */
async function forgetOldJobs({ database, platform }: TestApp): Promise<void> {
  await platform.jobs.drained();
  await ownerQuery(database, "delete from pgboss.job where state = 'completed'");
}

async function playDay(
  year: Playing,
  device: LivingDevice,
  day: number,
  at: Temporal.Instant,
): Promise<void> {
  if (device.life.activatedOn === day) {
    await activate(year, device, at);
  }
  for (const one of device.life.cases) {
    const { steps, alone } = stepsOfCase(one);
    for (const { step } of steps.filter(({ on }) => on === day)) {
      await take(year, device, one, step, at);
      const { rootId, claimNo } = caseOf(device);
      for (const { days, event } of alone.filter(({ after }) => after === step)) {
        year.expected.push({ rootId, claimNo, event, at: endOf(at, days).toString() });
      }
    }
  }
}

/** The end of the last of so many civil days, the first left out: written down apart from the platform's. */
function endOf(at: Temporal.Instant, days: number): Temporal.Instant {
  const last = at.toZonedDateTimeISO(ZONE).toPlainDate().add({ days });
  // Where clocks go forward at midnight a day begins at one: the date is counted first, then its start.
  return last.add({ days: 1 }).toZonedDateTime(ZONE).toInstant();
}

async function activate({ app, codes, seen }: Playing, { serial, life }: LivingDevice, at: Temporal.Instant) {
  const device = { model: "osmo-action-4", activatedAt: at.subtract({ hours: 24 }).toString(), region: "EU" };
  const holder = { name: "Ada", email: `ada${life.no}@example.org` };
  const { status, body } = await app.call("integrator", "POST /v1/activations", {
    ...{ code: codes.pop(), serial, device, holder },
  });
  assert.equal(status, 201, JSON.stringify(body));
  count(seen, "activated");
}

async function take(
  { app, seen }: Playing,
  device: LivingDevice,
  one: CaseOfLife,
  step: StepOfCase["step"],
  at: Temporal.Instant,
): Promise<void> {
  const path = step === "report" ? "/v1/claims" : `/v1/claims/${device.claimId}/${step}`;
  const { status, body } = await app.call("integrator", `POST ${path}`, bodyOf(device, one, step, at));
  assert.ok(status === 200 || status === 201, `${one.ending}, ${step}: ${status} ${JSON.stringify(body)}`);
  count(seen, step);
  if (step === "report") {
    device.claimId = (body.claim as { id: string }).id;
  }
  if (step === "replacement") {
    device.serial = replacementOf(device);
    device.replaced += 1;
  }
  if (step === "choice" && wayOf(one) === "plan") {
    const due = { amount: FEES[device.replaced], currency: "PLN" };
    assert.deepEqual(body.fee, due, `replacement ${device.replaced + 1} of ${device.serial}`);
  }
}

function bodyOf(
  device: LivingDevice,
  one: CaseOfLife,
  step: StepOfCase["step"],
  at: Temporal.Instant,
): object {
  const isDefect = one.ending === "repaired_by_warranty";
  switch (step) {
    case "report": {
      const incident = {
        at: at.subtract({ hours: 20 }).toString(),
        cause: isDefect ? "defect" : "drop",
        parts: ["camera"],
      };
      return { serial: device.serial, incident, channel: "online", address: warsaw };
    }
    case "intake":
      return { serial: device.serial, parts: ["camera", "battery"], condition: "cracked glass" };
    case "inspection": {
      const defect = { cause: "defect", warrantyEndsAt: at.add({ hours: 24 * 90 }).toString() };
      const findings = { ...cleanFindings, ...(isDefect ? defect : {}) };
      return { findings, repairPrice: { amount: 30_000, currency: "PLN" } };
    }
    case "choice":
      return { route: wayOf(one) };
    case "payment":
      return { method: "test_success" };
    case "replacement":
      return { serial: replacementOf(device) };
    case "shipment":
      return { carrier: "DHL", tracking: `JD${device.serial}`, address: warsaw };
    default:
      return {};
  }
}

function wayOf({ ending }: CaseOfLife): "plan" | "warranty" | "return" {
  switch (ending) {
    case "repaired_by_warranty":
      return "warranty";
    case "sent_back":
      return "return";
    default:
      return "plan";
  }
}

function replacementOf({ life, replaced }: LivingDevice): string {
  return `AC4R${replaced + 1}${String(life.no).padStart(7, "0")}`;
}

function caseOf({ claimId }: LivingDevice): { readonly rootId: string; readonly claimNo: number } {
  const [, rootId = "", no] = claimId.split("_");
  return { rootId, claimNo: Number(no) };
}

function count(seen: Record<string, number>, what: string): void {
  seen[what] = (seen[what] ?? 0) + 1;
}
