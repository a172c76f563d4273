import assert from "node:assert/strict";
import Stripe from "stripe";
import type { Config } from "../../../platform/index.ts";

/** The form of Stripe's answers this was written for; another one is another change of ours. */
const API_VERSION = "2026-10-28.endive";

/** Shorter than our own patience, so that what went wrong is Stripe's word and not our silence. */
const TIMEOUT_MS = 12_000;

const clients = new WeakMap<Config, Stripe>();

/** Stripe's SDK with this installation's key. It repeats nothing by itself: our jobs ask before they do. */
export function stripeOf(config: Config): Stripe {
  const known = clients.get(config);
  if (known !== undefined) {
    return known;
  }
  assert(config.stripeKey !== undefined, "there is no STRIPE_KEY");
  const { protocol, hostname, port } = new URL(config.stripeUrl);
  const client = new Stripe(config.stripeKey, {
    apiVersion: API_VERSION,
    maxNetworkRetries: 0,
    timeout: TIMEOUT_MS,
    telemetry: false,
    protocol: protocol === "http:" ? "http" : "https",
    host: hostname,
    ...(port === "" ? {} : { port }),
  });
  clients.set(config, client);
  return client;
}
