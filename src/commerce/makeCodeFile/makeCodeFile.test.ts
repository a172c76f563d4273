import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BlobReader, configure, TextWriter, ZipReader } from "@zip.js/zip.js";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";

configure({ useWebWorkers: false });

const PASSWORD = "a long enough password";
const REX = "reseller rex@example.com";

let app: TestApp;
before(async () => {
  app = await testApp({ now: "2026-11-21T09:00:00Z" });
});
after(() => app.stop());

async function bought(quantity: number): Promise<string> {
  const placed = await app.call(REX, "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity }],
    buyer: { email: "rex@example.com", name: "Rex", country: "DE" },
    delivery: { option: "email" },
  });
  equal(placed.status, 201, JSON.stringify(placed.body));
  const id = String(placed.body.id);
  await app.call(REX, `POST /v1/orders/${id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  return id;
}

const file = async (id: string, body: object, as: Parameters<TestApp["call"]>[0] = REX) => {
  const { status, body: told } = await app.call(as, `POST /v1/orders/${id}/code-file`, body);
  return { status, told, bytes: Buffer.from((told.content ?? "") as string, "base64") };
};
const open = async (bytes: Buffer, password: string): Promise<string> => {
  const reader = new ZipReader(new BlobReader(new Blob([new Uint8Array(bytes)])), { password });
  const [entry] = await reader.getEntries();
  ok(entry !== undefined && !entry.directory && entry.encrypted);
  return await entry.getData(new TextWriter(), { checkPasswordOnly: false });
};
const revealed = async (id: string) => {
  const rows = await ownerQuery<{ body: Record<string, unknown> }>(
    app.database,
    "select body from platform.event where root_id = $1 and type = 'CodesRevealed' order by seq",
    [id.slice(4)],
  );
  return rows.map(({ body }) => body.as);
};

describe("a file of codes", () => {
  test("as CSV is sealed with a password that is kept nowhere, and opens with no other", async () => {
    const id = await bought(3);
    const { body } = await app.call(REX, `POST /v1/orders/${id}/codes`);
    const clear = (body.data as { code: string }[]).map(({ code }) => code);
    const { status, told, bytes } = await file(id, { format: "csv", password: PASSWORD });
    deepEqual([status, told.name, told.count], [200, `${id}-codes.zip`, 3]);
    const text = await open(bytes, PASSWORD);
    deepEqual(text.split("\r\n")[0], "code,last4,sku,plan,region,use_by");
    ok(clear.every((code) => text.includes(code)));
    ok(clear.every((code) => !bytes.includes(code)));
    await open(bytes, "another long password").then(
      () => ok(false, "it opened"),
      (error: Error) => match(error.message, /password/i),
    );
    const kept = await ownerQuery<{ text: string }>(
      app.database,
      `select (select string_agg(e::text, ' ') from platform.event as e)
           || (select string_agg(i::text, ' ') from platform.idempotency as i) as text`,
    );
    ok(!kept[0]?.text.includes(PASSWORD) && clear.every((code) => !kept[0]?.text.includes(code)));
  });

  test("that is sealed says so to every tool: AES-256, with the method it hides", async () => {
    const { bytes } = await file(await bought(1), { format: "csv", password: PASSWORD });
    // The head of the first file: its signature, a version, the flags, the method, 99 where AES hides it.
    deepEqual([bytes.readUInt32LE(0), bytes.readUInt16LE(6) & 1, bytes.readUInt16LE(8)], [0x04034b50, 1, 99]);
    // The extra field of AES: its vendor is AE, and 3 is the strength of 256 bits.
    const field = bytes.indexOf(Buffer.from([0x01, 0x99, 0x07, 0x00]));
    deepEqual([field > 0, bytes[field + 8], bytes.toString("latin1", field + 6, field + 8)], [true, 3, "AE"]);
  });

  test("needs a password of twelve characters for a CSV, and says which field", async () => {
    const id = await bought(1);
    for (const body of [{ format: "csv" }, { format: "csv", password: "elevenchars" }]) {
      const { status, told } = await file(id, body);
      equal(status, 400);
      equal((told.errors as { pointer: string }[])[0]?.pointer, "/password");
    }
    deepEqual(await revealed(id), [], "nothing was shown");
  });

  test("as JSON and as cards has each unused code; each time is written down as a reveal", async () => {
    const id = await bought(9);
    const { bytes: json } = await file(id, { format: "json" });
    const { codes } = JSON.parse(json.toString()) as { codes: { code: string; region: string }[] };
    equal(codes.length, 9);
    const { bytes: pdf, told } = await file(id, { format: "cards" });
    match(pdf.toString("latin1", 0, 8), /^%PDF-1/);
    equal(told.mediaType, "application/pdf");
    equal(pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length, 2, "eight to a sheet");
    deepEqual(await revealed(id), ["json", "cards"]);
    const code = codes[0]?.code;
    const used = await app.call("integrator", "POST /v1/activations", {
      ...{ code, serial: "AC4FILE00001", holder: { name: "Jo", email: "jo@example.com" } },
      device: { activatedAt: "never", region: "EU" },
    });
    equal(used.status, 201);
    const again = JSON.parse((await file(id, { format: "json" })).bytes.toString()) as { codes: object[] };
    equal(again.codes.length, 8, "a used code is its owner's");
  });

  test("is for who bought or placed the order, not for the office or another", async () => {
    const id = await bought(1);
    equal((await file(id, { format: "json" }, "staff")).status, 403);
    equal((await file(id, { format: "json" }, "reseller eve@example.com")).status, 404);
    const placed = await app.call(REX, "POST /v1/orders", {
      lines: [{ sku: "U-3889316", quantity: 1 }],
      buyer: { email: "rex@example.com", name: "Rex", country: "DE" },
      delivery: { option: "email" },
    });
    const unpaid = await file(String(placed.body.id), { format: "json" });
    deepEqual([unpaid.status, unpaid.told.code], [409, "no_codes_to_file"]);
  });

  test("of a thousand codes is made, in each format", async () => {
    const id = await bought(1_000);
    for (const format of ["csv", "json", "cards"]) {
      const { status, told, bytes } = await file(id, { format, password: PASSWORD });
      deepEqual([status, told.count], [200, 1_000]);
      ok(bytes.length > 1_000);
    }
  });
});
