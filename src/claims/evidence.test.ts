import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { request as openRequest } from "node:http";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { BOB, OWNER } from "../../test/support/claimDesk.ts";
import { type EvidenceDesk, evidenceDesk, metadataOf } from "../../test/support/evidenceDesk.ts";
import { cameraPhoto } from "../../test/support/hostileFiles.ts";
import { linkFor } from "../identity/index.ts";
import { eventsOf, readPublicId } from "../platform/index.ts";
import { checkEvidence } from "./checkEvidence.ts";
import { type EvidenceItem, MOST_ITEMS, receiveRow } from "./evidence/index.ts";
import { sweepEvidence } from "./sweepEvidence.ts";

const photo = await cameraPhoto();
const jpeg = { type: "image/jpeg", bytes: photo } as const;

describe("evidence of a case", () => {
  let desk: EvidenceDesk;
  before(async () => {
    desk = await evidenceDesk();
  });
  after(() => desk.stop());

  const newCase = () => desk.desk.claimAfter([]);
  const eventsOfCase = async (id: string) => {
    const events = await eventsOf(desk.desk.app.platform.database, readPublicId("clm", id)?.rootId ?? "");
    return events.map(({ type }) => type).filter((type) => type.startsWith("Evidence"));
  };

  /** A photo that is whole, and whose check nobody has asked for. */
  const unchecked = async () => {
    const id = await newCase();
    const { platform } = desk.desk.app;
    const no = Number((await desk.begin(id, jpeg)).split("/").at(-1));
    const { rootId = "", no: claimNo = 0 } = readPublicId("clm", id) ?? {};
    const row = await receiveRow(platform.database, rootId, "claim", claimNo, no, platform.clock.now());
    const { fileName } = row as EvidenceItem;
    await writeFile(platform.files.pathOf("arriving", fileName), photo);
    return { id, platform, fileName, named: { rootId, belongsTo: "claim", ofNo: claimNo, no } as const };
  };

  it("goes on where a connection was cut, at any byte", async () => {
    const id = await newCase();
    const place = await desk.begin(id, { ...jpeg, purpose: "damage", caption: "the corner" });
    const cutAt = 4321;
    await cutOff(desk, place, cutAt);
    const came = await desk.tus(OWNER, "HEAD", place);
    const offset = Number(came.headers.get("upload-offset"));
    assert.ok(offset > 0 && offset <= cutAt, `${offset} of ${cutAt} came`);
    const wrong = await desk.tus(OWNER, "PATCH", place, {
      headers: { "upload-offset": String(offset + 1) },
      body: photo.subarray(offset + 1),
    });
    assert.equal(wrong.status, 409);
    const rest = await desk.tus(OWNER, "PATCH", place, {
      headers: { "upload-offset": String(offset) },
      body: photo.subarray(offset),
    });
    assert.equal(rest.status, 204);
    await desk.desk.app.platform.jobs.drained();
    const [item] = await desk.list(id);
    assert.deepEqual(
      [item?.state, item?.purpose, item?.caption, item?.sentBytes],
      ["kept", "damage", "the corner", photo.length],
    );
    assert.deepEqual(await eventsOfCase(id), ["EvidenceReceived", "EvidenceAdded"]);
    const { status, headers } = await desk.tus(OWNER, "HEAD", place);
    assert.deepEqual([status, headers.get("upload-offset")], [200, String(photo.length)]);
  });

  it("is said to be whole where the last byte came and nobody heard of it", async () => {
    const id = await newCase();
    const place = await desk.begin(id, jpeg);
    const { platform } = desk.desk.app;
    const { rows } = await platform.database.pool.query<{ name: string }>(
      "select file_name as name from claims.evidence where state = 'uploading' and device_id = $1",
      [readPublicId("clm", id)?.rootId],
    );
    await writeFile(platform.files.pathOf("arriving", rows[0]?.name ?? ""), photo);
    assert.equal((await desk.tus(OWNER, "HEAD", place)).status, 200);
    await platform.jobs.drained();
    assert.equal((await desk.list(id))[0]?.state, "kept");
  });

  it("is nobody else's: another owner, a stranger, another case's link", async () => {
    const [id, other] = [await newCase(), await desk.desk.claimAfter([], desk.desk.camera(BOB))];
    const item = await desk.add(id, jpeg);
    const place = `/v1/claims/${id}/evidence/${item.no}`;
    const { platform } = desk.desk.app;
    const link = { "x-evermend-link": linkFor(platform, "claim", other) };
    for (const [who, headers, status] of [
      [BOB, {}, 404],
      ["public", {}, 401],
      ["public", link, 404],
    ] as const) {
      const sizes = { "upload-length": "5", "upload-metadata": metadataOf({ filetype: "image/jpeg" }) };
      const added = await desk.tus(who, "POST", `/v1/claims/${id}/evidence`, {
        headers: { ...sizes, ...headers },
      });
      const seen = await desk.tus(who, "GET", `${place}/file`, { headers });
      const moved = await desk.tus(who, "PATCH", place, {
        headers: { ...headers, "upload-offset": "0" },
        body: photo,
      });
      const taken = await desk.tus(who, "DELETE", place, { headers });
      const told = [added, seen, moved, taken].map((answer) => answer.status);
      assert.deepEqual(told, [status, status, status, status], `${who} ${JSON.stringify(headers)}`);
    }
    assert.equal((await desk.get(`${place}/original`)).status, 403, "its owner does not open originals");
    assert.equal((await desk.get(`${place}/file`)).status, 200, "the control: its owner sees the copy");
    const own = await desk.tus("public", "GET", `${place}/file`, {
      headers: { "x-evermend-link": linkFor(platform, "claim", id) },
    });
    assert.equal(own.status, 200, "and so does who holds the link of the case");
  });

  it("of the bench is seen by its owner once it is shared, and is the bench's to take back", async () => {
    const id = await newCase();
    const item = await desk.add(id, { ...jpeg, purpose: "bench" }, "staff");
    assert.deepEqual(await desk.list(id), []);
    assert.equal((await desk.get(`/v1/claims/${id}/evidence/${item.no}/file`)).status, 404);
    const path = `POST /v1/claims/${id}/evidence/${item.no}/sharing`;
    const shared = await desk.desk.app.call("staff", path, { shared: true, caption: "Cracked lens" });
    assert.equal(shared.status, 200, JSON.stringify(shared.body));
    const [seen] = await desk.list(id);
    assert.deepEqual([seen?.caption, seen?.withdrawable, seen?.addedBy], ["Cracked lens", false, "staff"]);
    assert.equal((await desk.get(seen?.file?.path ?? "")).status, 200);
    const back = await desk.desk.app.call(OWNER, `POST /v1/claims/${id}/evidence/${item.no}/withdrawal`, {});
    assert.equal(back.status, 404);
  });

  it("is taken back with its files until the bench has looked, and not after", async () => {
    const id = await newCase();
    const [first, second] = [await desk.add(id, jpeg), await desk.add(id, jpeg)];
    const { app } = desk.desk;
    const takeBack = (no: number) => app.call(OWNER, `POST /v1/claims/${id}/evidence/${no}/withdrawal`, {});
    assert.equal((await takeBack(first.no)).body.state, "withdrawn");
    await app.platform.jobs.drained();
    assert.equal((await desk.get(first.file?.path ?? "")).status, 404);
    const serial = (await app.call("staff", `GET /v1/claims/${id}`)).body.device as { serial: string };
    await desk.desk.step("intake", id, {
      serial: serial.serial,
      parts: ["camera", "battery"],
      condition: "ok",
    });
    await desk.desk.step("inspection", id);
    const late = await takeBack(second.no);
    assert.deepEqual([late.status, late.body.code], [409, "evidence_stands"]);
    assert.deepEqual((await takeBack(first.no)).body.code, "evidence_stands");
  });

  it("is checked once by two who do at the same time", async () => {
    const { platform, named, fileName } = await unchecked();
    await Promise.all([checkEvidence.run(platform, named), checkEvidence.run(platform, named)]);
    const original: Buffer[] = [];
    for await (const part of await platform.files.readOriginal(fileName)) {
      original.push(part as Buffer);
    }
    assert.deepEqual(Buffer.concat(original), photo);
  });

  it("that is taken back while it is checked leaves no file behind", async () => {
    const { id, platform, named, fileName } = await unchecked();
    const { files } = platform;
    const keepOriginal: typeof files.keepOriginal = async (name) => {
      await desk.desk.app.call(OWNER, `POST /v1/claims/${id}/evidence/${named.no}/withdrawal`, {});
      await platform.jobs.drained();
      // The child process had opened the file before, and writes its copy after.
      await writeFile(await files.draftOf(name), photo);
      return await files.keepOriginal(name);
    };
    const during = { ...platform, files: { ...files, keepOriginal } };
    await assert.rejects(checkEvidence.run(during, named));
    for (const room of ["arriving", "original", "shown"] as const) {
      const left = await readdir(path.dirname(files.pathOf(room, fileName)));
      assert.deepEqual(
        left.filter((name) => name.startsWith(fileName)),
        [],
        room,
      );
    }
  });

  it("has one last place: of two that come at once one is refused", async () => {
    const id = await newCase();
    const { platform } = desk.desk.app;
    const rootId = readPublicId("clm", id)?.rootId;
    await platform.database.pool.query(
      `insert into claims.evidence (device_id, of_no, no, file_name, kind, purpose, sent_type, sent_bytes,
                                    added_by, adder_id, added_at)
       select $1, 1, n, lpad(to_hex(n), 32, '0'), 'photo', 'free', 'image/jpeg', 10, 'owner', 'test', now()
         from generate_series(1, $2::integer) as n`,
      [rootId, MOST_ITEMS - 1],
    );
    const headers = { "upload-length": "10", "upload-metadata": metadataOf({ filetype: "image/jpeg" }) };
    const tries = Array.from({ length: 6 }, () =>
      desk.tus(OWNER, "POST", `/v1/claims/${id}/evidence`, { headers }),
    );
    const answers = (await Promise.all(tries))
      .map(({ status }) => status)
      .toSorted((one, other) => one - other);
    assert.deepEqual(answers, [201, 409, 409, 409, 409, 409]);
  });

  it("is refused before its first byte: no room, no length, another protocol, another type", async () => {
    const id = await newCase();
    const path = `/v1/claims/${id}/evidence`;
    const { platform } = desk.desk.app;
    const told = { "upload-metadata": metadataOf({ filetype: "image/jpeg" }) };
    const tries: readonly [Record<string, string>, number][] = [
      [{ ...told, "upload-length": "0" }, 400],
      [{ ...told }, 400],
      [{ ...told, "upload-length": "5", "tus-resumable": "0.2.0" }, 400],
      [{ "upload-length": "5", "upload-metadata": "no base64 at all," }, 400],
      [{ "upload-length": "5", "upload-metadata": metadataOf({ filetype: "image/heic" }) }, 409],
      [{ "upload-length": "5" }, 409],
      [{ ...told, "upload-length": "99999999" }, 409],
    ];
    for (const [headers, status] of tries) {
      const answer = await desk.tus(OWNER, "POST", path, { headers });
      assert.equal(answer.status, status, JSON.stringify(headers));
      assert.match(answer.headers.get("content-type") ?? "", /problem\+json/);
    }
    await assert.rejects(() => platform.files.demandRoom(Number.MAX_SAFE_INTEGER), { status: 503 });
    assert.deepEqual(await desk.list(id), []);
  });

  it("that stood still for a day is given up, and its file removed", async () => {
    const id = await newCase();
    const [place, other] = [await desk.begin(id, jpeg), await desk.begin(id, jpeg)];
    await desk.tus(OWNER, "DELETE", other);
    const { app } = desk.desk;
    await app.moveTo("2026-09-06T10:00:01Z");
    await app.platform.jobs.drained();
    const [item] = await desk.list(id);
    assert.deepEqual([item?.state, item?.refusal?.code], ["refused", "never_finished"]);
    const told = await Promise.all([place, other].map((each) => desk.tus(OWNER, "HEAD", each)));
    assert.deepEqual(
      told.map(({ status }) => status),
      [404, 410],
    );
  });

  it("is looked after: a touched original does not open, a lost file is told of", async () => {
    const id = await newCase();
    const item = await desk.add(id, jpeg);
    const { platform } = desk.desk.app;
    const { rows } = await platform.database.pool.query<{ name: string }>(
      "select file_name as name from claims.evidence where device_id = $1 and no = $2",
      [readPublicId("clm", id)?.rootId, item.no],
    );
    const name = rows[0]?.name ?? "";
    assert.deepEqual((await sweepEvidence(platform)).missing, []);
    const file = platform.files.pathOf("original", name);
    const sealed = await readFile(file);
    assert.equal(sealed.includes(photo.subarray(100, 140)), false, "nothing of it can be read");
    sealed[200] = (sealed[200] ?? 0) ^ 1;
    await writeFile(file, sealed);
    const opened = await platform.files.readOriginal(name);
    await assert.rejects(async () => {
      for await (const _ of opened) {
        // What comes before the end is not believed either.
      }
    });
    await platform.files.remove(name, ["shown"]);
    assert.deepEqual((await sweepEvidence(platform)).missing, [name]);
    assert.equal((await desk.get(item.file?.path ?? "")).status, 404);
  });
});

/** Sends the beginning of what should come, and cuts the connection once so many bytes have left. */
async function cutOff(desk: EvidenceDesk, place: string, bytes: number): Promise<void> {
  const authorization = await desk.desk.app.authorization(OWNER);
  const sending = openRequest(`${desk.url}${place}`, {
    method: "PATCH",
    headers: {
      authorization,
      "tus-resumable": "1.0.0",
      "upload-offset": "0",
      "content-type": "application/offset+octet-stream",
      "content-length": photo.length,
    },
  });
  const gone = new Promise<void>((resolve) => {
    sending.once("close", () => resolve());
  });
  sending.on("error", () => undefined);
  sending.write(photo.subarray(0, bytes));
  // They have come when the server says so.
  while (Number((await desk.tus(OWNER, "HEAD", place)).headers.get("upload-offset")) === 0) {
    // Each look is an answer of the server's.
  }
  sending.destroy();
  await gone;
}
