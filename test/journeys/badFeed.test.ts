import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { type DefectiveFile, defectiveFile } from "../support/defectiveFile.ts";
import { testApp } from "../support/testApp.ts";

interface Refused {
  readonly line: number;
  readonly field: string;
  readonly code: string;
  readonly says: string;
}

test("a file with more than forty kinds of defects tells of every row and loads the rest", async () => {
  const app = await testApp({ now: "2026-06-01T10:00:00Z" });
  const manager = async (route: string, body?: object) => await app.call("manager", route, body);
  const { text, sound, faults }: DefectiveFile = defectiveFile();
  ok(faults.length >= 40, `${faults.length} defects`);
  await manager("POST /v1/suppliers", {
    ...{ supplier: "mill", name: "The mill", country: "EE", zone: "Europe/Tallinn", cutOff: "15:00" },
  });
  const opened = await manager("POST /v1/imports", { supplier: "mill", format: "csv", name: "bad.csv" });
  const id = String(opened.body.id);
  for (let no = 1; (no - 1) * 20_000 < text.length; no += 1) {
    const part = { no, text: text.slice((no - 1) * 20_000, no * 20_000) };
    equal((await manager(`POST /v1/imports/${id}/parts`, part)).status, 201);
  }
  for (const check of [true, false]) {
    equal((await manager(`POST /v1/imports/${id}/start`, { check })).status, 200);
    await app.platform.jobs.drained();
    const { body } = await manager(`GET /v1/imports/${id}`);
    deepEqual([body.state, body.rows], ["done", { new: sound, changed: 0, same: 0, refused: faults.length }]);
    const refused = (await manager(`GET /v1/imports/${id}/refusals?limit=200`)).body.data as Refused[];
    deepEqual(
      refused.map(({ line, field, code }) => `${line} ${field} ${code}`),
      faults,
    );
    ok(refused.every(({ says }) => says.length > 10));
  }
  const shelf = await manager("GET /v1/shelf?supplier=mill&limit=200");
  equal((shelf.body.data as object[]).length, sound);
});
