import type { Command } from "commander";
import {
  type Config,
  createLog,
  type Flags,
  readOwnConfig,
  SAMPLE_CENTRE,
  SAMPLE_SELLER,
  SECRET_SETTINGS,
  SETTINGS,
} from "../../platform/index.ts";
import { type Evermend, startEvermend } from "./startEvermend.ts";

/** Settings a flag may carry: what holds a password stays out of the list of processes. */
const FLAG_SETTINGS = SETTINGS.filter(({ name }) => !SECRET_SETTINGS.has(name));

/** Adds `evermend serve`. */
export function registerServe(program: Command): void {
  const serve = program
    .command("serve")
    .description("Serves Evermend: database, migrations, the reference programme, HTTP")
    .option("--personas", "print a one-time sign-in link for each persona");
  for (const { name, means, fallback } of FLAG_SETTINGS) {
    serve.option(`--${kebab(name)} <value>`, fallback === undefined ? means : `${means} (${fallback})`);
  }
  const secret = [...SECRET_SETTINGS].map((name) => `EVERMEND_${name}`).join(", ");
  serve.addHelpText(
    "after",
    `\nEach is also read from EVERMEND_<NAME> or the file EVERMEND_<NAME>_FILE names; so are ${secret}.`,
  );
  serve.action(async (options: Record<string, string | undefined>) => {
    await serveUntilStopped(readOwnConfig(toFlags(options)), "personas" in options);
  });
}

async function serveUntilStopped(config: Config, personas: boolean): Promise<void> {
  const leaving = firstSignal();
  const isTerminal = process.stderr.isTTY === true;
  const log = createLog({ level: config.logLevel, pretty: isTerminal });
  const tell = isTerminal ? (step: string) => console.error(step) : (step: string) => log.info(step);
  const evermend = await startEvermend(config, { log, tell });
  console.log(`Evermend serves on ${evermend.url}`);
  if (config.testPayments === "on") {
    tell("Test payments are on: no money moves (EVERMEND_TEST_PAYMENTS)");
  }
  tellOfAddress(config, tell);
  tellOfSeller(config, tell);
  for (const { persona, url } of await linksOf(evermend, personas)) {
    console.log(`  ${persona.padEnd(10)} ${url}`);
  }
  tell(`Stopping, because of ${await leaving}`);
  await evermend.stop();
}

/** Owners cannot send anything to an address that nobody set, and to a made-up one they should not. */
function tellOfAddress({ centreAddress }: Config, tell: (step: string) => void): void {
  if (centreAddress === undefined) {
    tell("Owners write for the address to send devices to: none is set (EVERMEND_CENTRE_ADDRESS)");
  } else if (centreAddress === SAMPLE_CENTRE) {
    tell("Parcels are sent to a made-up address (EVERMEND_CENTRE_ADDRESS)");
  }
}

/** Without a seller there are no invoices, and a made-up one is no seller. */
function tellOfSeller({ seller }: Config, tell: (step: string) => void): void {
  if (seller === undefined) {
    tell("No invoices are issued: nobody is set who sells (EVERMEND_SELLER_NAME)");
  } else if (seller === SAMPLE_SELLER) {
    tell("Invoices name a made-up seller (EVERMEND_SELLER_NAME)");
  }
}

/** The personas' links where they are wanted; else one for whoever looks after a new installation. */
async function linksOf(
  evermend: Evermend,
  personas: boolean,
): Promise<readonly { readonly persona: string; readonly url: string }[]> {
  if (personas) {
    return await evermend.personaLinks();
  }
  const url = await evermend.firstManagerLink();
  return url === undefined ? [] : [{ persona: "manager", url }];
}

/** One signal is enough, more change nothing: npm passes on a Ctrl-C the terminal has sent us already. */
function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => resolve(signal));
    }
  });
}

function toFlags(options: Record<string, string | undefined>): Flags {
  return Object.fromEntries(
    FLAG_SETTINGS.map(({ name, member }) => [member, options[camel(name)]] as const),
  ) as Flags;
}

function kebab(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}

function camel(name: string): string {
  return name.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
