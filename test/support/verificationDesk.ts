import assert from "node:assert/strict";
import type { VerificationShape } from "../../src/claims/index.ts";
import { listMail } from "../../src/platform/index.ts";
import { addressOf } from "./appDesk.ts";
import { metadataOf } from "./evidenceDesk.ts";
import { movie } from "./hostileFiles.ts";
import { type Answer, type TestApp, testApp } from "./testApp.ts";

type Who = Parameters<TestApp["call"]>[0];

export const ADA = "owner ada@example.org";
export const CLIPS = ["serials", "sides", "start", "camera", "motion"] as const;
export type Clip = (typeof CLIPS)[number];

/** Now, at the desk; the plan of an aircraft could be had for 48 hours from its first use. */
export const NOW = "2026-09-05T10:00:00Z";
export const LONG_AGO = "2026-05-25T10:00:00Z";

/** A desk at which aircraft that are too late for a plan are shown. */
export interface VerificationDesk {
  readonly app: TestApp;
  readonly url: string;
  /** A serial of an aircraft that nobody has seen. */
  newSerial(): string;
  /** Asks for a verification of an aircraft first used long ago. */
  ask(more?: object, as?: Who): Promise<Answer>;
  /** One that was asked for; answers with its id. */
  asked(more?: object): Promise<string>;
  /** Sends one clip and waits for its check; answers with the status of its creation. */
  film(id: string, clip: Clip | string, more?: { as?: Who; bytes?: Buffer; type?: string }): Promise<number>;
  filmAll(id: string, clips?: readonly Clip[]): Promise<void>;
  /** One that is handed in; answers with its id. */
  submitted(more?: object): Promise<string>;
  show(id: string, as?: Who): Promise<VerificationShape>;
  post(id: string, step: string, body?: object, as?: Who): Promise<Answer>;
  /** A decision that has looked at everything. */
  decide(id: string, decision: string, more?: object, as?: Who): Promise<Answer>;
  /** Buys a code for this aircraft and answers with it. */
  code(): Promise<string>;
  activate(serial: string, code: string): Promise<Answer>;
  /** Subjects of all mails to an address, the newest last. */
  mailsTo(address: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** All clips as they fit. */
export const fitting = CLIPS.map((clip) => ({ clip, fits: true }));

/** Opens it. */
export async function verificationDesk(
  now = NOW,
  activatedAt = LONG_AGO,
  programmes?: string,
): Promise<VerificationDesk> {
  const app = await testApp({ now, ...(programmes === undefined ? {} : { settings: { programmes } }) });
  const url = await addressOf(app);
  let count = 0;
  const newSerial = () => {
    count += 1;
    return `MVP${String(count).padStart(7, "0")}`;
  };
  const device = { activatedAt, region: "EU" };
  const asker = { name: "Ada", email: "ada@example.org" };
  const desk: VerificationDesk = {
    ...{ app, url, newSerial },
    ask: async (more = {}, as = "integrator") =>
      await app.call(as, "POST /v1/verifications", { serial: newSerial(), device, asker, ...more }),
    asked: async (more) => {
      const { status, body } = await desk.ask(more);
      assert.equal(status, 201, JSON.stringify(body));
      return String(body.id);
    },
    film: async (id, clip, { as = ADA, bytes = movie(), type = "video/mp4" } = {}) => {
      const headers = {
        ...(as === "public" ? {} : { authorization: await app.authorization(as) }),
        "tus-resumable": "1.0.0",
        "upload-length": String(bytes.length),
        "upload-metadata": metadataOf({ filetype: type, purpose: clip }),
        "content-type": "application/offset+octet-stream",
      };
      const body = new Uint8Array(bytes);
      const sent = await fetch(`${url}/v1/verifications/${id}/evidence`, { method: "POST", headers, body });
      await app.platform.jobs.drained();
      return sent.status;
    },
    filmAll: async (id, clips = CLIPS) => {
      for (const clip of clips) {
        assert.equal(await desk.film(id, clip), 201, clip);
      }
    },
    submitted: async (more) => {
      const id = await desk.asked(more);
      await desk.filmAll(id);
      const { status, body } = await desk.post(id, "submission");
      assert.equal(status, 200, JSON.stringify(body));
      return id;
    },
    show: async (id, as = ADA) => {
      const { status, body } = await app.call(as, `GET /v1/verifications/${id}`);
      assert.equal(status, 200, JSON.stringify(body));
      return body as unknown as VerificationShape;
    },
    post: async (id, step, body = {}, as = ADA) =>
      await app.call(as, `POST /v1/verifications/${id}/${step}`, body),
    decide: async (id, decision, more = {}, as = "staff") =>
      await desk.post(id, "decision", { decision, submission: 1, looked: fitting, ...more }, as),
    code: async () => {
      const order = await app.call("reseller", "POST /v1/orders", {
        buyer: { name: "A shop", email: "shop@example.org", country: "EE" },
        lines: [{ sku: "CARE-1Y-MAVIC-PRO", quantity: 1 }],
        delivery: { option: "email" },
      });
      const { id } = order.body as { id: string };
      await app.call("reseller", `POST /v1/orders/${id}/payment`, { method: "test_success" });
      await app.platform.jobs.drained();
      const revealed = await app.call("reseller", `POST /v1/orders/${id}/codes`, {});
      const [made] = (revealed.body.data ?? []) as { code: string }[];
      assert.ok(made, JSON.stringify([order, revealed]));
      return made.code;
    },
    activate: async (serial, code) =>
      await app.call("integrator", "POST /v1/activations", {
        ...{ code, serial, device, holder: asker },
      }),
    mailsTo: async (address) => {
      await app.platform.jobs.drained();
      const mails = await listMail(app.platform.config.dataFolder);
      return mails.filter(({ to }) => to.includes(address)).map(({ subject }) => subject);
    },
    stop: async () => {
      app.http.server.closeAllConnections();
      await app.stop();
    },
  };
  return desk;
}
