import assert from "node:assert/strict";
import { type ClaimDesk, claimDesk, OWNER, type Step, type Who } from "./claimDesk.ts";
import type { Answer } from "./testApp.ts";

/** The centre of every sandbox that does cameras over the counter, in Warsaw. */
export const WARSAW = "cen_00000000000000000000000001";

/** A desk with a counter: claims of the channel swift, and visits. */
export interface CounterDesk extends ClaimDesk {
  /** A fresh swift claim of Ada's. */
  swift(owner?: Who): Promise<string>;
  /** The free times of the centre, soonest first. */
  times(more?: string): Promise<readonly string[]>;
  book(claim: string, startsAt: string, more?: object, as?: Who): Promise<Answer>;
  /** A step of a visit, as staff unless it is said. */
  visit(id: unknown, step: string, body?: object, as?: Who): Promise<Answer>;
  /** Steps of a claim over the counter; each must be accepted. */
  steps(id: string, steps: readonly Step[]): Promise<void>;
}

export const codeOf = ({ status, body }: Answer): string => (status < 400 ? "done" : String(body.code));

/** Opens a desk with a counter, on a Saturday in September. */
export async function counterDesk(): Promise<CounterDesk> {
  const desk = await claimDesk();
  const { app } = desk;
  const swift = async (owner: Who = OWNER) => {
    const opened = await desk.report({ channel: "swift" }, desk.camera(owner));
    assert.equal(opened.status, 201, JSON.stringify(opened.body));
    return (opened.body.claim as { id: string }).id;
  };
  const times = async (more = "") => {
    const { body } = await app.call(
      "public",
      `GET /v1/centres/${WARSAW}/slots?model=osmo-action-4&days=20${more}`,
    );
    const days = body.days as { slots: { startsAt: string }[] }[];
    return days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt));
  };
  const book: CounterDesk["book"] = (claim, startsAt, more = {}, as = OWNER) =>
    app.call(as, "POST /v1/appointments", { claim, centre: WARSAW, startsAt, ...more });
  const visit: CounterDesk["visit"] = (id, step, body = {}, as = "staff") =>
    app.call(as, `POST /v1/appointments/${id}/${step}`, body);
  const steps: CounterDesk["steps"] = async (id, names) => {
    const { body } = await app.call("staff", `GET /v1/claims/${id}`);
    const { serial } = body.claim as { serial: string };
    for (const name of names) {
      const intake = { serial, parts: ["camera", "battery"], condition: "cracked" };
      const answer = await desk.step(name, id, name === "intake" ? intake : undefined);
      assert.equal(answer.status, 200, `${name}: ${JSON.stringify(answer.body)}`);
    }
  };
  return { ...desk, swift, times, book, visit, steps };
}
