import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { default as sharp } from "sharp";
import { linkFor } from "../../src/identity/index.ts";
import { openBrowser } from "../support/browser.ts";
import { OWNER } from "../support/claimDesk.ts";
import { type EvidenceDesk, evidenceDesk } from "../support/evidenceDesk.ts";
import { cameraPhoto } from "../support/hostileFiles.ts";
import { type OwnerPhone, openOwnerPhone } from "../support/ownerPhone.ts";

describe("photos of a case, from a phone", () => {
  let desk: EvidenceDesk;
  let browser: Browser;
  let [good, bad] = ["", ""];
  before(async () => {
    [desk, browser] = await Promise.all([evidenceDesk(), openBrowser()]);
    const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-photos-"));
    [good, bad] = [path.join(folder, "IMG_1.jpg"), path.join(folder, "IMG_2.jpg")];
    await writeFile(good, await cameraPhoto(2400, 1800));
    await writeFile(bad, "<html><script>alert(1)</script></html>");
  });
  after(async () => {
    await browser.close();
    await desk.stop();
  });

  const openCase = async (scripts: boolean): Promise<{ id: string; phone: OwnerPhone }> => {
    const id = await desk.desk.claimAfter([]);
    const phone = await openOwnerPhone(browser, desk.url, { scripts });
    const value = linkFor(desk.desk.app.platform, "claim", id);
    await phone.page.context().addCookies([{ name: "link", value, url: desk.url }]);
    await phone.open(`/cases/${id}`);
    await phone.follow("Photos and video");
    return { id, phone };
  };

  it("are added, seen and taken back without script", async () => {
    const { id, phone } = await openCase(false);
    assert.equal(await phone.heading(), "Photos and video");
    assert.match(await phone.text(), /Nothing is added yet/);
    await phone.page.setInputFiles("#file-damage", good);
    await phone.press("Add The damage");
    await desk.desk.app.platform.jobs.drained();
    await phone.page.setInputFiles("#file-free", bad);
    await phone.press("Add Anything else");
    await desk.desk.app.platform.jobs.drained();
    await phone.open(`/cases/${id}/photos`);
    assert.match(await phone.text(), /The damage\s+Added/);
    assert.match(await phone.text(), /not the type of file it is called/);
    const [first] = await desk.list(id);
    assert.deepEqual([first?.state, first?.purpose, first?.file?.width], ["kept", "damage", 2048]);
    await phone.press(/Take back The damage/);
    assert.equal((await desk.list(id))[0]?.state, "withdrawn");
    await phone.open(`/cases/${id}/photos`);
    assert.doesNotMatch(await phone.text(), /The damage\s+Added/);
  });

  it("are made smaller and sent on after a connection that broke and a page that was closed", async () => {
    const { id, phone } = await openCase(true);
    const { page } = phone;
    await page.locator("photo-upload[data-ready]").waitFor();
    // The first piece never gets through; the page is left while it waits.
    await page.route(/\/evidence\/\d+$/, (route) => route.abort());
    await page.setInputFiles("#file-whole_device", good);
    await page.getByRole("button", { name: "Add The whole device" }).click();
    await page.getByText("Waits for a connection").first().waitFor();
    assert.equal((await desk.list(id))[0]?.state, "uploading");
    await page.unroute(/\/evidence\/\d+$/);
    await phone.open(`/cases/${id}`);
    // Once all has left, the page shows itself anew.
    await page.goto(`/cases/${id}/photos`);
    await page
      .locator(".pieces")
      .getByText(/^(Is being checked|Added)$/)
      .waitFor();
    await desk.desk.app.platform.jobs.drained();
    await phone.open(`/cases/${id}/photos`);
    const pieces = await desk.list(id);
    assert.deepEqual(
      pieces.map(({ state, purpose, file }) => [state, purpose, file?.width]),
      [["kept", "whole_device", 1600]],
    );
    const picture = page.locator(".pieces img");
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction(
      () => (document.querySelector(".pieces img") as HTMLImageElement).naturalWidth > 0,
    );
    const shown = Buffer.from(await (await desk.get(pieces[0]?.file?.path ?? "")).arrayBuffer());
    assert.equal((await sharp(shown).metadata()).exif, undefined);
    // What broke was ours to break.
    assert.deepEqual(
      phone.faults().filter((fault) => !fault.includes("ERR_FAILED")),
      [],
    );
  });

  it("that is taken back while it is sent does not come again", async () => {
    const { id, phone } = await openCase(true);
    const { page } = phone;
    await page.locator("photo-upload[data-ready]").waitFor();
    await page.route(/\/evidence\/\d+$/, (route) => route.abort());
    await page.setInputFiles("#file-whole_device", good);
    await page.getByRole("button", { name: "Add The whole device" }).click();
    await page.getByText("Waits for a connection").first().waitFor();
    await desk.tus(OWNER, "DELETE", `/v1/claims/${id}/evidence/1`);
    await page.unroute(/\/evidence\/\d+$/);
    await page.getByText("It was taken back").waitFor();
    assert.deepEqual(
      (await desk.list(id)).map(({ state }) => state),
      ["withdrawn"],
    );
  });
});
