import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import type pg from "pg";
import { activateContract, normaliseCode, normaliseSerial } from "../../src/contracts/index.ts";
import type { Caller } from "../../src/platform/index.ts";
import {
  fingerprintOf,
  type IdempotencyKey,
  newId,
  type Platform,
  perform,
} from "../../src/platform/index.ts";

/** Statements that were sent without waiting for one another. */
type Batch = readonly Sent[];

interface Sent {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What is particular to one activation: everything else in its statements is the same for all. */
interface Particulars {
  readonly key: string;
  readonly serial: string;
  readonly email: string;
  readonly deviceId: string;
  readonly personId: string;
  readonly digest: Buffer;
}

/** The statements of one activation, recorded, to be sent again for others by bare `pg`. */
export interface RecordedActivation {
  readonly batches: readonly Batch[];
  readonly particulars: Particulars;
  readonly statements: number;
}

const caller: Caller = { role: "integrator", id: "key:raw" };

/** The body of an activation of a camera that is being used for the first time. */
export function activationOf(code: string, no: number): { serial: string; email: string; body: object } {
  const serial = `AC4BENCH${String(no).padStart(9, "0")}`;
  const email = `owner${no}@bench.example`;
  const device = { model: "osmo-action-4", activatedAt: "never", region: "EU" };
  return { serial, email, body: { code, serial, device, holder: { name: "Bench Owner", email } } };
}

/** Performs one activation in this process and records what it sends, and what it sends together. */
export async function recordActivation(
  platform: Platform,
  code: string,
  no: number,
): Promise<RecordedActivation> {
  const { serial, email, body } = activationOf(code, no);
  const key: IdempotencyKey = {
    key: newId(Temporal.Now.instant()),
    fingerprint: fingerprintOf("r", {}, body),
  };
  const batches: Sent[][] = [];
  const stop = recordPool(platform, batches);
  const done = await perform(platform, caller, activateContract, body as never, { key });
  stop();
  assert.equal(done.status, 201, JSON.stringify(done));
  const deviceId = done.reply.contract.deviceId.slice("dev_".length);
  const inserted = batches.flat().find((sent) => sent.name === "insert_person");
  const personId = String(inserted?.values[0]);
  const digest = digestOf(platform, code);
  const particulars = { key: key.key, serial: normaliseSerial(serial), email, deviceId, personId, digest };
  return { batches, particulars, statements: batches.flat().length };
}

/** The same statements for another code, by bare `pg`. Answers whether a contract was written. */
export function rawActivation(platform: Platform, recorded: RecordedActivation, client: pg.Client) {
  return async (code: string, no: number): Promise<boolean> => {
    const at = Temporal.Now.instant();
    const { serial, email } = activationOf(code, no);
    const mine: Particulars = {
      ...{ key: newId(at), serial, email, deviceId: newId(at), personId: newId(at) },
      digest: digestOf(platform, code),
    };
    let redeemed = 0;
    for (const batch of recorded.batches) {
      const results = await Promise.all(
        batch.map((sent) =>
          client.query({ ...sent, values: translate(sent.values, recorded.particulars, mine) }),
        ),
      );
      const place = batch.findIndex((sent) => sent.name === "redeem_code");
      redeemed += place < 0 ? 0 : (results[place]?.rowCount ?? 0);
    }
    return redeemed === 1;
  };
}

function digestOf(platform: Platform, code: string): Buffer {
  const { secrets } = platform;
  const pepper = secrets.pepper(secrets.currentPepperVersion);
  return createHmac("sha256", pepper).update(normaliseCode(code)).digest();
}

/** Replaces what was particular to the recorded activation, wherever it stands in a value. */
function translate(values: readonly unknown[], from: Particulars, to: Particulars): unknown[] {
  const inside = (text: string): string =>
    text
      .replaceAll(from.deviceId, to.deviceId)
      .replaceAll(from.personId, to.personId)
      .replaceAll(from.serial, to.serial)
      .replaceAll(from.email, to.email)
      .replaceAll(from.key, to.key)
      .replaceAll(from.digest.toString("hex"), to.digest.toString("hex"));
  const one = (value: unknown): unknown => {
    if (Buffer.isBuffer(value)) {
      return value.equals(from.digest) ? to.digest : value;
    }
    if (Array.isArray(value)) {
      return value.map(one);
    }
    return typeof value === "string" ? inside(value) : value;
  };
  return values.map(one);
}

/** Wraps the pool's clients for a while. A statement sent while another is under way belongs to its batch. */
function recordPool(platform: Platform, batches: Sent[][]): () => void {
  const { pool } = platform.database;
  const connect = pool.connect.bind(pool);
  let underWay = 0;
  const note = (sent: Sent): void => {
    if (underWay === 0) {
      batches.push([]);
    }
    batches.at(-1)?.push(sent);
    underWay += 1;
  };
  const recordClient = (client: pg.PoolClient): pg.PoolClient => {
    const query = client.query.bind(client) as (sent: unknown) => Promise<unknown>;
    const recording = async (sent: string | Sent): Promise<unknown> => {
      note(typeof sent === "string" ? { name: undefined, text: sent, values: [] } : { ...sent });
      try {
        return await query(sent);
      } finally {
        underWay -= 1;
      }
    };
    return new Proxy(client, {
      get: (target, name) => {
        const value = name === "query" ? recording : Reflect.get(target, name);
        return typeof value === "function" && name !== "query" ? value.bind(target) : value;
      },
    });
  };
  pool.connect = (async () => recordClient(await connect())) as typeof pool.connect;
  return () => {
    pool.connect = connect;
  };
}
