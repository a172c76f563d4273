import { readFileSync } from "node:fs";
import path from "node:path";
import { Value } from "typebox/value";
import { type CentreAddress, readCentreAddress, SAMPLE_CENTRE } from "./centreAddress.ts";
import { hasRightChecks } from "./checkDigits.ts";
import { type Seller, sellerFaults, sellerOf } from "./seller.ts";
import { SECRET_SETTINGS, SETTINGS, type Setting } from "./settings.ts";
import { StartupProblem } from "./startupProblem.ts";

const PREFIX = "EVERMEND_";

/** More than a shop's busiest guest orders by hand, and too few to fill the books with. */
const ANONYMOUS_ORDERS = 20;

/** Every setting, read once at the start and never changed. */
export interface Config {
  readonly dataFolder: string;
  /** Whether the operator wants it there, or it is only `./data`, where we happen to be. */
  readonly dataFolderChosen: boolean;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly databaseUrl: string | undefined;
  readonly mailUrl: string | undefined;
  readonly mailFrom: string;
  /** Where mails come in: answers to ours go there, with the case behind a plus. Undefined: nowhere. */
  readonly mailIn: string | undefined;
  /** Where the office is told of what has no other addressee. */
  readonly officeMail: string | undefined;
  readonly logLevel: string;
  readonly clock: "system" | "test";
  /** Whether the test bank may be paid by: never where real customers come. */
  readonly testPayments: "on" | "off";
  /** Orders an hour from one network by nobody in particular; 0 for any number. */
  readonly anonymousOrders: number;
  /** How long a link in a mail works. */
  readonly linkDays: number;
  readonly poolSize: number;
  readonly brandName: string;
  /** Where owners send their devices. Undefined: they are asked to write for it. */
  readonly centreAddress: CentreAddress | undefined;
  /** Up to how much is paid back without a second person: amounts by currency, `100.00 EUR, 15000 JPY`. */
  readonly refundLimit: string;
  /** Up to which cost each role overrides the terms alone. */
  readonly overrideLimits: string;
  /** Documents and folders to publish beside the reference programme. */
  readonly programmes: readonly string[];
  readonly stripeKey: string | undefined;
  readonly stripeWebhookSecret: string | undefined;
  readonly stripeUrl: string;
  /** The account people transfer to, its bank and its holder. */
  readonly bankIban: string | undefined;
  readonly bankBic: string | undefined;
  readonly bankHolder: string | undefined;
  /** Within how many days an invoice is paid; 0: nobody pays by invoice. */
  readonly invoiceDays: number;
  /** Who sells, as invoices name it. Undefined: there are no invoices. */
  readonly seller: Seller | undefined;
  /** Where VAT numbers are asked about. */
  readonly vatRegisterUrl: string;
  /** Whether a register that only pretends answers about them: never where real customers come. */
  readonly testVatRegister: "on" | "off";
  /** Where a test kills this process: `name:n`. */
  readonly failPoint: string | undefined;
  /** Addresses of proxies, or false: then no forwarded header counts. */
  readonly trustProxy: string | false;
}

/** Values from the command line, as typed, by Config member. */
export type Flags = Readonly<Partial<Record<keyof Config, string | undefined>>>;

/** One wrong setting: where, what is wrong, what to do. */
export interface ConfigFault {
  readonly name: string;
  readonly wrong: string;
  readonly remedy: string;
}

/** All wrong settings at once, because fixing them one start at a time is a waste of an evening. */
export class ConfigProblem extends StartupProblem {
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    super(table(faults), { exitCode: 3 });
    this.name = "ConfigProblem";
    this.faults = faults;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the settings: flags before environment before files before defaults. Frozen. */
export function readConfig(env: Environment, flags: Flags = {}): Config {
  const faults: ConfigFault[] = unknownNames(env);
  const values: Record<string, unknown> = {};
  for (const setting of SETTINGS) {
    const text = readText(setting, env, flags, faults);
    const value = text === undefined ? undefined : convert(setting, text);
    if (value !== undefined && !Value.Check(setting.schema, value)) {
      faults.push({
        name: PREFIX + setting.name,
        wrong: SECRET_SETTINGS.has(setting.name)
          ? "is not of the expected form"
          : `is ${JSON.stringify(text)}`,
        remedy: `give ${setting.expects}`,
      });
    }
    values[setting.member] = value;
  }
  if (values.mailUrl !== undefined && sourceOf("MAIL_FROM", env, flags.mailFrom) === undefined) {
    faults.push({
      name: `${PREFIX}MAIL_FROM`,
      wrong: "is missing, and MAIL_URL is set",
      remedy: "name the sender",
    });
  }
  faults.push(...paymentFaults(values), ...sellerFaults(values));
  if (faults.length > 0) {
    throw new ConfigProblem(faults);
  }
  const publicUrl = (values.publicUrl as string | undefined) ?? `http://localhost:${values.port}`;
  const isSandbox = values.clock === "test" || isLocal(publicUrl);
  const settled: Readonly<Record<string, unknown>> = {
    ...withoutSeller(values),
    dataFolder: path.resolve(values.dataFolder as string),
    dataFolderChosen: path.resolve(values.dataFolder as string) !== path.resolve("data"),
    publicUrl,
    anonymousOrders: values.anonymousOrders ?? (values.clock === "test" ? 0 : ANONYMOUS_ORDERS),
    testPayments: values.testPayments ?? (isSandbox ? "on" : "off"),
    trustProxy: values.trustProxy ?? false,
    mailIn: values.mailIn ?? (isSandbox ? "care@localhost" : undefined),
    testVatRegister: values.testVatRegister ?? (values.clock === "test" ? "on" : "off"),
    seller: sellerOf(values, isSandbox),
    centreAddress: centreAddressOf(values.centreAddress as string | undefined, isSandbox),
    programmes: namesIn(values.programmes as string | undefined),
  };
  return Object.freeze(settled) as unknown as Config;
}

/** Its settings are members of `seller`, and nothing else. */
function withoutSeller(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([member]) => !/^seller[A-Z]/.test(member)));
}

/** What single settings cannot tell: a key of real money leaves for Stripe alone, and IBANs have checks. */
function paymentFaults(values: Readonly<Record<string, unknown>>): ConfigFault[] {
  const faults: ConfigFault[] = [];
  const { stripeKey, stripeUrl, bankIban } = values as Partial<Record<string, string>>;
  if (stripeKey?.includes("_live_") === true && stripeUrl !== "https://api.stripe.com") {
    const wrong = "is another address than Stripe's, and STRIPE_KEY takes real money";
    faults.push({ name: `${PREFIX}STRIPE_URL`, wrong, remedy: "leave it out, or use a test key" });
  }
  if (bankIban !== undefined && !hasRightChecks(bankIban)) {
    const wrong = "has wrong check digits";
    faults.push({ name: `${PREFIX}BANK_IBAN`, wrong, remedy: "copy it again from the bank" });
  }
  return faults;
}

/** In a sandbox nobody posts anything, so there a made-up address stands for the missing one. */
function centreAddressOf(text: string | undefined, isSandbox: boolean): CentreAddress | undefined {
  if (text !== undefined) {
    return readCentreAddress(text);
  }
  return isSandbox ? SAMPLE_CENTRE : undefined;
}

function namesIn(text = ""): readonly string[] {
  return text.split(",").flatMap((name) => name.trim() || []);
}

/** Whether only this machine can reach that address. */
function isLocal(url: string): boolean {
  return (
    URL.canParse(url) &&
    /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname)
  );
}

/** The settings of this process. */
export function readOwnConfig(flags: Flags): Config {
  return readConfig(process.env, flags);
}

function readText(
  setting: Setting,
  env: Environment,
  flags: Flags,
  faults: ConfigFault[],
): string | undefined {
  const flag = flags[setting.member as keyof Config];
  const name = PREFIX + setting.name;
  const file = env[`${name}_FILE`];
  const plain = env[name] ?? (setting.name === "DATABASE_URL" ? env.DATABASE_URL : undefined);
  if (flag !== undefined) {
    return flag;
  }
  if (env[name] !== undefined && file !== undefined) {
    faults.push({ name, wrong: `is set, and ${name}_FILE too`, remedy: "keep one of the two" });
  }
  if (plain === undefined && file !== undefined) {
    try {
      return readFileSync(file, "utf8").trim();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      faults.push({
        name: `${name}_FILE`,
        wrong: `names ${file}, which cannot be read (${code})`,
        remedy: "mend it",
      });
      return setting.fallback;
    }
  }
  return plain ?? setting.fallback;
}

function sourceOf(name: string, env: Environment, flag: string | undefined): string | undefined {
  return flag ?? env[PREFIX + name] ?? env[`${PREFIX}${name}_FILE`];
}

function convert(setting: Setting, text: string): unknown {
  const isNumber = (setting.schema as { type?: string }).type === "integer";
  return isNumber && /^\d+$/.test(text) ? Number(text) : text;
}

/** A misspelt name would be ignored in silence, so every EVERMEND_ name must be one of ours. */
function unknownNames(env: Environment): ConfigFault[] {
  const known = new Set(SETTINGS.flatMap(({ name }) => [PREFIX + name, `${PREFIX + name}_FILE`]));
  return Object.keys(env)
    .filter((name) => name.startsWith(PREFIX) && !name.startsWith(`${PREFIX}TEST_`) && !known.has(name))
    .map((name) => ({
      name,
      wrong: "is not a setting",
      remedy: "look the name up with evermend serve --help",
    }));
}

function table(faults: readonly ConfigFault[]): string {
  const rows = faults.map(({ name, wrong, remedy }) => [name, wrong, remedy] as const);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  const lines = rows.map(([name, wrong, remedy]) =>
    `  ${name.padEnd(widths[0] as number)}  ${wrong.padEnd(widths[1] as number)}  ${remedy}`.trimEnd(),
  );
  const many = faults.length === 1 ? "One setting is" : `${faults.length} settings are`;
  return [`${many} wrong:`, ...lines].join("\n");
}
