import type { Job, Module } from "../platform/index.ts";
import { reactions } from "./reactions.ts";
import { sendNotice } from "./sendNotice.ts";

/** Mails that follow what happened. */
export const notices: Module = {
  name: "notices",
  routes: [],
  jobs: [sendNotice as unknown as Job<never>],
  reactions,
};
