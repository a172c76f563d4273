import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { SAMPLE_CENTRE } from "./centreAddress.ts";
import { ConfigProblem, readConfig } from "./config.ts";
import { SAMPLE_SELLER } from "./seller.ts";

/** Each wrong setting, and the row of the table it must give. */
const WRONG: readonly (readonly [env: Record<string, string>, name: string, wrong: string])[] = [
  [{ EVERMEND_PORT: "80a" }, "EVERMEND_PORT", 'is "80a"'],
  [{ EVERMEND_PORT: "65536" }, "EVERMEND_PORT", 'is "65536"'],
  [{ EVERMEND_PORT: "-1" }, "EVERMEND_PORT", 'is "-1"'],
  [{ EVERMEND_PORT: "" }, "EVERMEND_PORT", 'is ""'],
  [{ EVERMEND_HOST: "a b" }, "EVERMEND_HOST", 'is "a b"'],
  [{ EVERMEND_DATA: "" }, "EVERMEND_DATA", 'is ""'],
  [{ EVERMEND_PUBLIC_URL: "care.example.com" }, "EVERMEND_PUBLIC_URL", 'is "care.example.com"'],
  [{ EVERMEND_PUBLIC_URL: "https://a.example/x" }, "EVERMEND_PUBLIC_URL", 'is "https://a.example/x"'],
  [{ EVERMEND_DATABASE_URL: "mysql://u:hidden@h/d" }, "EVERMEND_DATABASE_URL", "is not of the expected form"],
  [{ DATABASE_URL: "nonsense" }, "EVERMEND_DATABASE_URL", "is not of the expected form"],
  [
    { EVERMEND_MAIL_URL: "http://h", EVERMEND_MAIL_FROM: "a@b.example" },
    "EVERMEND_MAIL_URL",
    "is not of the expected form",
  ],
  [{ EVERMEND_MAIL_URL: "smtp://h" }, "EVERMEND_MAIL_FROM", "is missing, and MAIL_URL is set"],
  [{ EVERMEND_MAIL_FROM: "a@b.example\r\nBcc: c@d.example" }, "EVERMEND_MAIL_FROM", "is "],
  [{ EVERMEND_LOG_LEVEL: "loud" }, "EVERMEND_LOG_LEVEL", 'is "loud"'],
  [{ EVERMEND_CLOCK: "sundial" }, "EVERMEND_CLOCK", 'is "sundial"'],
  [{ EVERMEND_POOL_SIZE: "1" }, "EVERMEND_POOL_SIZE", 'is "1"'],
  [{ EVERMEND_BRAND_NAME: "<b>" }, "EVERMEND_BRAND_NAME", 'is "<b>"'],
  [{ EVERMEND_CENTRE_ADDRESS: "Repairs, 4 Mill Lane" }, "EVERMEND_CENTRE_ADDRESS", "is "],
  [{ EVERMEND_CENTRE_ADDRESS: "R; Mill Lane; Town; Germany" }, "EVERMEND_CENTRE_ADDRESS", "is "],
  [{ EVERMEND_PROGRAMMES: "a,,b" }, "EVERMEND_PROGRAMMES", 'is "a,,b"'],
  [{ EVERMEND_TRUST_PROXY: "true" }, "EVERMEND_TRUST_PROXY", 'is "true"'],
  [{ EVERMEND_STRIPE_KEY: "sk_hidden" }, "EVERMEND_STRIPE_KEY", "is not of the expected form"],
  [
    { EVERMEND_STRIPE_KEY: "sk_live_hidden", EVERMEND_STRIPE_URL: "http://localhost:12111" },
    "EVERMEND_STRIPE_URL",
    "is another address than Stripe's",
  ],
  [{ EVERMEND_BANK_IBAN: "DE88370400440532013000" }, "EVERMEND_BANK_IBAN", "has wrong check digits"],
  [{ EVERMEND_SELLER_NAME: "Ours" }, "EVERMEND_SELLER_ADDRESS", "is missing, and SELLER_NAME is set"],
  [{ EVERMEND_SELLER_ADDRESS: "4 Mill Lane; 10115 Berlin; DE" }, "EVERMEND_SELLER_NAME", "is missing"],
  [
    { EVERMEND_SELLER_NAME: "Ours", EVERMEND_SELLER_ADDRESS: "Mill Lane, Berlin" },
    "EVERMEND_SELLER_ADDRESS",
    "is ",
  ],
  ...[
    ["DE123456789", "has a wrong form or check digits"],
    ["ATU13585627", "is not one of DE"],
  ].map(
    ([vatId = "", wrong = ""]) =>
      [
        {
          EVERMEND_SELLER_NAME: "Ours",
          EVERMEND_SELLER_ADDRESS: "4 Mill Lane; 10115 Berlin; DE",
          EVERMEND_SELLER_VAT_ID: vatId,
        },
        "EVERMEND_SELLER_VAT_ID",
        wrong,
      ] as const,
  ),
  [{ EVERMEND_SELLER_ZONE: "Nowhere/Land" }, "EVERMEND_SELLER_ZONE", 'is "Nowhere/Land", which is no zone'],
  [{ EVERMEND_VAT_REGISTER_URL: "http://vies" }, "EVERMEND_VAT_REGISTER_URL", 'is "http://vies"'],
  [{ EVERMEND_FAILPOINT: "charge_committed" }, "EVERMEND_FAILPOINT", 'is "charge_committed"'],
  [{ EVERMEND_PROT: "1" }, "EVERMEND_PROT", "is not a setting"],
  [
    { EVERMEND_PORT_FILE: "/nowhere/port" },
    "EVERMEND_PORT_FILE",
    "names /nowhere/port, which cannot be read (ENOENT)",
  ],
  [{ EVERMEND_PORT: "1", EVERMEND_PORT_FILE: "/x" }, "EVERMEND_PORT", "is set, and EVERMEND_PORT_FILE too"],
];

for (const [env, name, wrong] of WRONG) {
  test(`${JSON.stringify(env)} is refused by name`, () => {
    assert.throws(
      () => readConfig(env),
      (error: unknown) => {
        assert.ok(error instanceof ConfigProblem);
        assert.equal(error.exitCode, 3);
        assert.deepEqual(
          error.faults.map((fault) => fault.name),
          [name],
        );
        assert.equal(error.faults[0]?.wrong.slice(0, wrong.length), wrong);
        assert.ok(!error.message.includes("hidden"), "a password reached the table");
        return true;
      },
    );
  });
}

test("every problem stands in one table", () => {
  const env = { EVERMEND_PORT: "80a", EVERMEND_CLOCK: "sundial", EVERMEND_POOL_SIZE: "many" };
  assert.throws(() => readConfig(env), {
    message: [
      "3 settings are wrong:",
      '  EVERMEND_PORT       is "80a"      give a whole number from 0 to 65535, for example 4400',
      '  EVERMEND_CLOCK      is "sundial"  give system or test',
      '  EVERMEND_POOL_SIZE  is "many"     give a whole number from 2 to 500, such as twice the cores',
    ].join("\n"),
  });
});

test("flags come before the environment, the environment before files, files before defaults", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-config-"));
  const file = path.join(folder, "port");
  await writeFile(file, "5003\n");
  assert.equal(readConfig({ EVERMEND_PORT: "5002" }, { port: "5001" }).port, 5001);
  assert.equal(readConfig({ EVERMEND_PORT: "5002" }).port, 5002);
  assert.equal(readConfig({ EVERMEND_PORT_FILE: file }).port, 5003);
  assert.equal(readConfig({}).port, 4400);
  await rm(folder, { recursive: true });
});

test("the settings of an empty environment work, and cannot be changed", () => {
  const config = readConfig({});
  assert.deepEqual(config, {
    dataFolder: path.resolve("data"),
    dataFolderChosen: false,
    port: 4400,
    host: "localhost",
    publicUrl: "http://localhost:4400",
    databaseUrl: undefined,
    mailUrl: undefined,
    mailFrom: "Evermend <evermend@localhost>",
    mailIn: "care@localhost",
    officeMail: undefined,
    logLevel: "info",
    clock: "system",
    testPayments: "on",
    anonymousOrders: 20,
    linkDays: 90,
    poolSize: 10,
    brandName: "Evermend",
    centreAddress: SAMPLE_CENTRE,
    programmes: [],
    refundLimit: "100.00 EUR, 100.00 USD, 100.00 GBP, 450.00 PLN, 15000 JPY",
    overrideLimits:
      "staff 100.00 EUR, staff 100.00 USD, staff 100.00 GBP, staff 450.00 PLN, staff 15000 JPY, " +
      "manager 1000.00 EUR, manager 1000.00 USD, manager 1000.00 GBP, manager 4500.00 PLN, " +
      "manager 150000 JPY",
    stripeKey: undefined,
    stripeWebhookSecret: undefined,
    stripeUrl: "https://api.stripe.com",
    bankIban: undefined,
    bankBic: undefined,
    bankHolder: undefined,
    invoiceDays: 0,
    seller: SAMPLE_SELLER,
    vatRegisterUrl: "https://ec.europa.eu/taxation_customs/vies/rest-api",
    testVatRegister: "off",
    failPoint: undefined,
    trustProxy: false,
  });
  assert.throws(() => Object.assign(config, { port: 1 }), TypeError);
});

test("anonymous orders have a limit where time is the world's", () => {
  assert.equal(readConfig({ EVERMEND_CLOCK: "test" }).anonymousOrders, 0);
  assert.equal(readConfig({ EVERMEND_CLOCK: "test", EVERMEND_ANONYMOUS_ORDERS: "5" }).anonymousOrders, 5);
  assert.equal(readConfig({ EVERMEND_ANONYMOUS_ORDERS: "0" }).anonymousOrders, 0);
});

test("test payments are for sandboxes: elsewhere somebody has to ask for them", () => {
  const elsewhere = { EVERMEND_PUBLIC_URL: "https://care.example.com" };
  for (const [env, expected] of [
    [{}, "on"],
    [{ EVERMEND_PUBLIC_URL: "http://127.0.0.1:80" }, "on"],
    [{ EVERMEND_PUBLIC_URL: "http://localhost.example.com" }, "off"],
    [elsewhere, "off"],
    [{ ...elsewhere, EVERMEND_CLOCK: "test" }, "on"],
    [{ ...elsewhere, EVERMEND_TEST_PAYMENTS: "on" }, "on"],
    [{ EVERMEND_TEST_PAYMENTS: "off" }, "off"],
  ] as const) {
    assert.equal(readConfig(env).testPayments, expected, JSON.stringify(env));
  }
});

test("owners send to the address that is set; a made-up one stands only in a sandbox", () => {
  const address = { EVERMEND_CENTRE_ADDRESS: "Example Repairs; 4 Mill Lane;10115 Berlin; DE" };
  const real = { EVERMEND_PUBLIC_URL: "https://care.example.com" };
  const read = { name: "Example Repairs", street: "4 Mill Lane", town: "10115 Berlin", country: "DE" };
  assert.deepEqual(readConfig({ ...address, ...real }).centreAddress, read);
  assert.deepEqual(readConfig(address).centreAddress, read);
  assert.equal(readConfig(real).centreAddress, undefined);
  assert.match(readConfig({}).centreAddress?.name ?? "", /^Sample/);
});

test("the office reads at one address, or nowhere", () => {
  const office = (text: string) => readConfig({ EVERMEND_OFFICE_MAIL: text }).officeMail;
  assert.equal(office("office@example.com"), "office@example.com");
  for (const wrong of [
    "office",
    "a@b.example, c@d.example",
    "Office <office@example.com>",
    "of\u200bfice@x.example",
    "office＠x.example",
    `${"o".repeat(250)}@x.example`,
  ]) {
    assert.throws(() => office(wrong), /EVERMEND_OFFICE_MAIL/, wrong);
  }
});

test("programmes are named with commas between", () => {
  assert.deepEqual(readConfig({}).programmes, []);
  assert.deepEqual(readConfig({ EVERMEND_PROGRAMMES: "a/b.terms.md, /c" }).programmes, [
    "a/b.terms.md",
    "/c",
  ]);
});
