import { type TSchema, Type } from "typebox";
import { mailSettings } from "./mailSettings.ts";
import { paymentSettings } from "./paymentSettings.ts";
import { sellerSettings } from "./seller.ts";

/** One thing an operator can set: by flag, by EVERMEND_<NAME>, or by the file EVERMEND_<NAME>_FILE names. */
export interface Setting {
  readonly name: string;
  /** Its member in Config, and its key among the CLI's flags. */
  readonly member: string;
  readonly schema: TSchema;
  readonly fallback: string | undefined;
  readonly means: string;
  /** What a right value is, as the remedy in the table of problems. */
  readonly expects: string;
}

/** Shown in a problem only by name: these carry passwords. */
export const SECRET_SETTINGS: ReadonlySet<string> = new Set([
  "DATABASE_URL",
  "MAIL_URL",
  "STRIPE_KEY",
  "STRIPE_WEBHOOK_SECRET",
]);

const optionalText = (pattern: string) => Type.Optional(Type.String({ pattern }));

/** Every setting there is. The reference page and the start-up check read this one list. */
export const SETTINGS: readonly Setting[] = [
  {
    name: "DATA",
    member: "dataFolder",
    schema: Type.String({ minLength: 1 }),
    fallback: "./data",
    means: "The folder of the database, secrets, files and kept mail",
    expects: "the path of a folder",
  },
  {
    name: "PORT",
    member: "port",
    schema: Type.Integer({ minimum: 0, maximum: 65_535 }),
    fallback: "4400",
    means: "The port to serve on; 0 takes a free one",
    expects: "a whole number from 0 to 65535, for example 4400",
  },
  {
    name: "HOST",
    member: "host",
    schema: Type.String({ minLength: 1, pattern: "^[A-Za-z0-9.:_-]+$" }),
    fallback: "localhost",
    means: "The name or address to listen on; 0.0.0.0 for every network",
    expects: "a host name or address, for example localhost or 0.0.0.0",
  },
  {
    name: "PUBLIC_URL",
    member: "publicUrl",
    schema: optionalText("^https?://[^\\s/?#@]+$"),
    fallback: undefined,
    means: "The address people reach us at, used in links and mail; http://localhost:<port> if not set",
    expects: "http:// or https:// and a host without a path, for example https://care.example.com",
  },
  {
    name: "DATABASE_URL",
    member: "databaseUrl",
    schema: optionalText("^postgres(?:ql)?://.+"),
    fallback: undefined,
    means: "A PostgreSQL 15 or newer of your own; without it Evermend brings its own",
    expects: "postgres://user:password@host:5432/database",
  },
  {
    name: "MAIL_URL",
    member: "mailUrl",
    schema: optionalText("^smtps?://.+"),
    fallback: undefined,
    means: "The mail server; without it mail is kept in the data folder and shown at /dev/mail",
    expects: "smtp://user:password@host:587 or smtps://…",
  },
  {
    name: "MAIL_FROM",
    member: "mailFrom",
    schema: Type.String({ pattern: "^(?:[^<>\\r\\n]* <)?[^\\s@<>]+@[^\\s@<>]+>?$" }),
    fallback: "Evermend <evermend@localhost>",
    means: "The sender of every mail",
    expects: "an address, for example Care <care@example.com>",
  },
  {
    name: "LOG_LEVEL",
    member: "logLevel",
    schema: Type.Enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]),
    fallback: "info",
    means: "How much goes to the log",
    expects: "one of trace, debug, info, warn, error, fatal, silent",
  },
  {
    name: "CLOCK",
    member: "clock",
    schema: Type.Enum(["system", "test"]),
    fallback: "system",
    means: "The world's time, or a test clock that POST /v1/test-clock moves",
    expects: "system or test",
  },
  {
    name: "TEST_PAYMENTS",
    member: "testPayments",
    schema: Type.Optional(Type.Enum(["on", "off"])),
    fallback: undefined,
    means: "Payments that only pretend; on by default with the test clock or where the public URL is local",
    expects: "on or off",
  },
  {
    name: "ANONYMOUS_ORDERS",
    member: "anonymousOrders",
    schema: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    fallback: undefined,
    means:
      "Orders an hour that one network may place without signing in; 0 for any number. " +
      "20 if not set, any number with the test clock",
    expects: "a whole number from 0 to 1000000, for example 20",
  },
  {
    name: "LINK_DAYS",
    member: "linkDays",
    schema: Type.Integer({ minimum: 1, maximum: 3_650 }),
    fallback: "90",
    means: "How many days a link in a mail opens its order or case",
    expects: "a whole number of days from 1 to 3650",
  },
  {
    name: "POOL_SIZE",
    member: "poolSize",
    schema: Type.Integer({ minimum: 2, maximum: 500 }),
    fallback: "10",
    means: "How many database connections requests share",
    expects: "a whole number from 2 to 500, such as twice the cores",
  },
  {
    name: "BRAND_NAME",
    member: "brandName",
    schema: Type.String({ minLength: 1, maxLength: 60, pattern: "^[^\\u0000-\\u001f<>]+$" }),
    fallback: "Evermend",
    means: "The name people see on pages and in mail",
    expects: "1 to 60 characters",
  },
  {
    name: "CENTRE_ADDRESS",
    member: "centreAddress",
    schema: optionalText("^[^;\\r\\n<>]{1,80}(?:; ?[^;\\r\\n<>]{1,120}){2}; ?[A-Z]{2}$"),
    fallback: undefined,
    means:
      "Where owners send their devices: name; street; postcode and town; country. " +
      "A made-up one if not set, with the test clock or where the public URL is local",
    expects: "for example Example Repairs; 4 Mill Lane; 10115 Berlin; DE",
  },
  {
    name: "PROGRAMMES",
    member: "programmes",
    schema: optionalText("^[^,\\u0000-\\u001f]+(?:,[^,\\u0000-\\u001f]+)*$"),
    fallback: undefined,
    means:
      "Terms to publish beside the reference programme: documents or folders of the programmes folder, " +
      "or absolute paths, with commas between",
    expects: "for example dji-care-refresh/2025.terms.md,/etc/evermend/terms",
  },
  {
    name: "REFUND_LIMIT",
    member: "refundLimit",
    schema: Type.String({
      pattern: "^\\d{1,9}(?:\\.\\d{1,3})? [A-Z]{3}(?:, ?\\d{1,9}(?:\\.\\d{1,3})? [A-Z]{3})*$",
    }),
    fallback: "100.00 EUR, 100.00 USD, 100.00 GBP, 450.00 PLN, 15000 JPY",
    means:
      "Up to how much is paid back without a second person who agrees, by currency; " +
      "in a currency that is not named everything needs one",
    expects: "amounts with commas between, for example 100.00 EUR, 450.00 PLN, 15000 JPY",
  },
  {
    name: "OVERRIDE_LIMITS",
    member: "overrideLimits",
    schema: Type.String({
      pattern:
        "^(?:staff|manager) \\d{1,9}(?:\\.\\d{1,3})? [A-Z]{3}" +
        "(?:, ?(?:staff|manager) \\d{1,9}(?:\\.\\d{1,3})? [A-Z]{3})*$",
    }),
    fallback:
      "staff 100.00 EUR, staff 100.00 USD, staff 100.00 GBP, staff 450.00 PLN, staff 15000 JPY, " +
      "manager 1000.00 EUR, manager 1000.00 USD, manager 1000.00 GBP, manager 4500.00 PLN, " +
      "manager 150000 JPY",
    means:
      "Up to which cost each role may do better for an owner than the terms without a second person, by " +
      "currency; in a currency that is not named for a role everything needs one",
    expects: "roles with amounts, for example staff 100.00 EUR, manager 1000.00 EUR",
  },
  {
    name: "TRUST_PROXY",
    member: "trustProxy",
    schema: optionalText("^[0-9a-fA-F.:/]+(?:, ?[0-9a-fA-F.:/]+)*$"),
    fallback: undefined,
    means: "Addresses of reverse proxies whose X-Forwarded headers count; none if not set",
    expects: "addresses or networks with commas between, for example 127.0.0.1,10.0.0.0/8",
  },
  ...mailSettings,
  ...sellerSettings,
  {
    name: "VAT_REGISTER_URL",
    member: "vatRegisterUrl",
    schema: Type.String({ pattern: "^https://[^\\s?#@]+$" }),
    fallback: "https://ec.europa.eu/taxation_customs/vies/rest-api",
    means: "Where the European Union's register of VAT numbers answers",
    expects: "an https:// address without a question mark",
  },
  {
    name: "TEST_VAT_REGISTER",
    member: "testVatRegister",
    schema: Type.Optional(Type.Enum(["on", "off"])),
    fallback: undefined,
    means: "A register of VAT numbers that only pretends; on by default with the test clock",
    expects: "on or off",
  },
  ...paymentSettings,
];
