import assert from "node:assert/strict";
import {
  cancelClaim,
  chooseRoute,
  claims,
  closeClaim,
  openClaim,
  payClaim,
} from "../../../src/claims/index.ts";
import { activateContract } from "../../../src/contracts/index.ts";
import {
  type Act,
  type Job,
  type Module,
  type Performed,
  perform,
  readPublicId,
} from "../../../src/platform/index.ts";
import {
  inspectDevice,
  receiveDevice,
  replaceDevice,
  reserveUnit,
  reverseSwap,
  service,
  shipDevice,
  takeInUnits,
} from "../../../src/service/index.ts";
import { serveWaiting } from "../../../src/service/pool/serveWaiting.ts";
import { cleanFindings, warsaw } from "../../support/cases.ts";
import { integrator, type PlanShop, planShop } from "../../support/soldPlans.ts";
import { type Command, type DeviceModel, expected, named, stepAhead, type World } from "./claimModel.ts";

const staff = { role: "staff", id: "staff:model" } as const;

/** What did not go as the model says, with the commands up to there as they were sent. */
export interface Wrong {
  readonly commands: readonly Command[];
  readonly says: string;
}

/** The application in one process; what the pool does by itself is a command of the model's instead. */
export interface ClaimWorld {
  readonly shop: PlanShop;
  /** Runs commands on new devices. Undefined: all went as the model says. */
  run(commands: readonly Command[]): Promise<Wrong | undefined>;
  /** How many commands were tried, by what came of them. */
  readonly seen: Record<string, number>;
}

function quiet(module: Module): Module {
  const still = (job: Job<never>): Job<never> => {
    const { runTogether: _, ...rest } = job;
    return { ...rest, run: async () => undefined };
  };
  return { ...module, jobs: (module.jobs ?? []).map(still) };
}

/** Opens it. */
export async function claimWorld(): Promise<ClaimWorld> {
  const shop = await planShop([claims, quiet(service)]);
  const seen: Record<string, number> = {};
  let count = 0;
  const fresh = (): string => {
    count += 1;
    return `AC4${String(count).padStart(9, "0")}`;
  };
  return {
    ...{ shop, seen },
    run: async (commands) => {
      const sequence = await begin(shop, fresh);
      try {
        const sent: Command[] = [];
        for (const drawn of commands) {
          const command = sequence.resolved(drawn);
          sent.push(command);
          const wrong = await sequence.take(command, seen);
          if (wrong !== undefined) {
            return { commands: sent, says: `${command.kind} of device ${command.device}: ${wrong}` };
          }
        }
        return undefined;
      } finally {
        await sequence.leave();
      }
    },
  };
}

interface Sequence {
  /** What leads on, as a command of its own: so that leaving others out does not change what it is. */
  resolved(command: Command): Command;
  take(command: Command, seen: Record<string, number>): Promise<string | undefined>;
  /** Gives what waits a unit, so that the pool does not serve it while others are looked at. */
  leave(): Promise<void>;
}

/** Two covered cameras, and the units that are free from before. */
async function begin(shop: PlanShop, fresh: () => string): Promise<Sequence> {
  const codes = await shop.sell("U-3889316", 2);
  const devices: DeviceModel[] = [];
  const roots: string[] = [];
  const ids: (string | undefined)[] = [undefined, undefined];
  for (const code of codes) {
    const serial = fresh();
    const device = { model: "osmo-action-4", activatedAt: "2026-11-09T09:00:00Z", region: "EU" };
    const holder = { name: "Ada", email: "ada@example.org" };
    const bound = await perform(shop.platform, integrator("desk"), activateContract, {
      ...{ code, serial, device, holder },
    });
    roots.push(readPublicId("ctr", bound.reply?.contract.id ?? "")?.rootId ?? "");
    devices.push({
      ...{ serial, state: "none", route: undefined, free: 3, reserved: 0, used: 0 },
      ...{ aside: undefined, given: undefined },
    });
  }
  const { rows } = await shop.platform.database.pool.query<{ serial: string; grade: string }>(
    "select serial, grade from service.spare_unit where state = 'available' order by came_at, serial",
  );
  const graded = rows.filter(({ grade }) => grade !== "ungraded").map(({ serial }) => serial);
  const world: World = { devices, free: rows.map(({ serial }) => serial), graded: new Set(graded) };
  return {
    leave: async () => {
      for (const id of ids.filter((one) => one !== undefined)) {
        await perform(shop.platform, staff, replaceDevice, { id, serial: fresh(), reason: "it is over" });
      }
    },
    resolved: ({ kind, device }) => ({ kind: kind === "next" ? stepAhead(world, device) : kind, device }),
    take: async (command, seen) => {
      const told = expected(world, command, fresh);
      const one = devices[command.device];
      if (told === undefined || one === undefined) {
        return undefined;
      }
      const done = await send(shop, command, { id: ids[command.device], one, serial: told.serial });
      if (done === undefined) {
        return told.isTaken ? "there is no case to try it with" : undefined;
      }
      const isTaken = done.refused === undefined;
      const what = `${command.kind} ${isTaken ? "taken" : "refused"}`;
      seen[what] = (seen[what] ?? 0) + 1;
      if (isTaken !== told.isTaken) {
        return isTaken ? "was taken" : `was refused: ${done.refused?.code}`;
      }
      if (isTaken) {
        told.apply();
        if (command.kind === "report") {
          ids[command.device] = (done.reply as { claim: { id: string } }).claim.id;
        }
      }
      return await differs(shop, world, roots, isTaken ? (told.names ?? 0) : 0);
    },
  };
}

interface About {
  readonly id: string | undefined;
  readonly one: DeviceModel;
  readonly serial: string | undefined;
}

type Sent = Pick<Performed<unknown>, "refused" | "reply">;

/** Performs a command by its own act. Undefined: there is no case yet, so there is nothing to send. */
async function send(
  { platform }: PlanShop,
  { kind }: Command,
  { id, one, serial = "" }: About,
): Promise<Sent | undefined> {
  const act = async <Told, Reply>(what: Act<Told, Reply>, told: Told): Promise<Sent> =>
    (await perform(platform, staff, what, told)) as Sent;
  switch (kind) {
    case "report": {
      const incident = { at: "2026-11-21T09:00:00Z", cause: "drop" } as const;
      return await act(openClaim, {
        serial: one.serial,
        incident: { ...incident, parts: ["camera"] },
        channel: "online",
      });
    }
    case "takeIn": {
      const unit = { serial, model: "osmo-action-4", region: "EU", grade: "refurbished" } as const;
      return await act(takeInUnits, { units: [unit] });
    }
    case "serve":
      await serveWaiting.run(platform, {});
      return { reply: {} } as Sent;
    default:
      return id === undefined ? undefined : await stepOf(kind, act, { id, one, serial });
  }
}

type Perform = <Told, Reply>(what: Act<Told, Reply>, told: Told) => Promise<Sent>;

async function stepOf(
  kind: Exclude<Command["kind"], "report" | "takeIn" | "serve">,
  act: Perform,
  { id, one, serial }: { readonly id: string; readonly one: DeviceModel; readonly serial: string },
): Promise<Sent> {
  const repairPrice = { amount: 30_000, currency: "PLN" };
  switch (kind) {
    case "intake":
      return await act(receiveDevice, {
        id,
        serial: one.serial,
        parts: ["camera", "battery"],
        condition: "cracked",
      });
    case "inspect":
      return await act(inspectDevice, { id, findings: cleanFindings, repairPrice });
    case "choosePlan":
      return await act(chooseRoute, { id, route: "plan" });
    case "choosePaid":
      return await act(chooseRoute, { id, route: "paid" });
    case "chooseReturn":
      return await act(chooseRoute, { id, route: "return" });
    case "pay":
      return await act(payClaim, { id, method: "test_success" });
    case "reserve":
      return await act(reserveUnit, { id });
    case "reverse":
      return await act(reverseSwap, { id, reason: "the model says so" });
    case "ship":
      return await act(shipDevice, { id, carrier: "DHL", tracking: "JD1", address: warsaw });
    case "close":
      return await act(closeClaim, { id });
    case "cancel":
      return await act(cancelClaim, { id });
    default:
      return await act(replaceDevice, { id, serial, reason: "the model says so" });
  }
}

interface Row {
  readonly root: string;
  readonly serial: string;
  readonly state: string | null;
  readonly aside: string | null;
  readonly free: number;
  readonly reserved: number;
  readonly used: number;
}

const LOOK = `select d.device_id as root, d.serial,
    (select c.state from claims.claim c where c.device_id = d.device_id order by c.no desc limit 1) as state,
    (select r.serial from service.reservation r
      where r.device_id = d.device_id and r.why <> 'scanned'
        and r.claim_no = (select max(c.no) from claims.claim c where c.device_id = d.device_id)) as aside,
    (select count(*)::integer from contracts.benefit_slot s
      where s.device_id = d.device_id and s.state = 'free') as free,
    (select count(*)::integer from contracts.benefit_slot s
      where s.device_id = d.device_id and s.state = 'reserved') as reserved,
    (select count(*)::integer from contracts.benefit_slot s
      where s.device_id = d.device_id and s.state = 'used') as used
  from contracts.device d where d.device_id = any($1::text[])`;

/** What the database says otherwise than the model, after a command. */
async function differs(
  { platform }: PlanShop,
  world: World,
  roots: readonly string[],
  names: number,
): Promise<string | undefined> {
  const pool = platform.database.pool;
  const { rows } = await pool.query<Row>(LOOK, [roots]);
  let found = 0;
  for (const [place, one] of world.devices.entries()) {
    const row = rows.find(({ root }) => root === roots[place]);
    assert.ok(row, "a device that was bound is there");
    const isWaiting = one.state === "paid" && one.route === "plan";
    if (isWaiting && row.aside !== null && one.aside === undefined) {
      found += 1;
      if (!named(world, one, row.aside)) {
        return `${row.aside} is set aside, and was not free`;
      }
    }
    const { serial, state, free, reserved, used } = one;
    const says = { serial, state: state === "none" ? null : state, free, reserved, used };
    const is = { ...row, root: undefined, aside: undefined };
    if (JSON.stringify(says) !== JSON.stringify(is)) {
      return `device ${place} is ${JSON.stringify(is)} and not ${JSON.stringify(says)}`;
    }
    if (isWaiting && row.aside !== (one.aside ?? null)) {
      return `device ${place} has ${row.aside} set aside and not ${one.aside}`;
    }
  }
  if (found !== names) {
    return `${found} units were set aside and not ${names}`;
  }
  const free = await pool.query<{ serial: string }>(
    "select serial from service.spare_unit where state = 'available' order by serial",
  );
  const [is, says] = [free.rows.map(({ serial }) => serial), world.free.toSorted()];
  return JSON.stringify(is) === JSON.stringify(says) ? undefined : `free are ${is} and not ${says}`;
}
