import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { lookAt } from "../support/lookAt.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk, type StaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

const HEADER = "supplier_key,product_code,name,brand,category,stock,prices";
const ROWS = [
  "k1,C-1,Battery one,Maker,power/battery,5,EUR 1:1.00/1.22",
  "k2,C-2,Battery two,Maker,power/battery,many,EUR 1:1.00/1.22",
  "k3,C-3,Möhler Lampe,Maker,lighting/lamp,7,EUR 1:2.00/2.44",
];

let served: ServedEvermend;
let browser: Browser;
let desk: StaffDesk;
const faults: string[] = [];

const look = (name: string) => lookAt(desk, `supply-${name}`, faults);

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  desk = await openStaffDesk(browser, await served.personaLink("manager"));
  await desk.comes("Work queue");
});

test("the first supplier is added, and what is wrong with it stands at its field", async () => {
  await desk.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Supply" }).click();
  await desk.comes("Files of suppliers");
  await desk.page.getByText("No file has been read yet.").waitFor();
  await look("empty");
  await desk.link("Suppliers").click();
  await desk.comes("Suppliers");
  await desk.page.getByRole("button", { name: "Add a supplier" }).click();
  await desk.box("Short name").fill("house");
  await desk.box("Name").fill("The house");
  await desk.box("Country").fill("ee");
  await desk.box("Clock of its warehouse").fill("Mars/Base");
  await desk.page.getByRole("button", { name: "Add", exact: true }).click();
  await desk.page.getByText("There is no zone Mars/Base").first().waitFor();
  await look("wrong-zone");
  await desk.box("Clock of its warehouse").fill("Europe/Tallinn");
  await desk.page.getByRole("button", { name: "Add", exact: true }).click();
  await desk.page.getByRole("cell", { name: "The house", exact: true }).waitFor();
  await look("suppliers");
});

test("a file is checked, told of row by row, and then written to the shelf", async () => {
  await desk.link("Files").click();
  await desk.comes("Files of suppliers");
  await desk.page.getByRole("button", { name: "Send a file" }).click();
  await desk.page.getByLabel("File", { exact: true }).setInputFiles({
    name: "feed.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([HEADER, ...ROWS].join("\n")),
  });
  await desk.page.getByRole("button", { name: "Send and read it" }).click();
  await desk.comes("feed.csv");
  await desk.page.getByText("This was a check: nothing was written.").waitFor();
  await desk.page.getByRole("cell", { name: "many" }).waitFor();
  await look("checked");
  assert.deepEqual((await (await served.as("manager")).listProducts({ kind: "goods" })).data, []);
  await desk.page.getByRole("button", { name: "Write it to the shelf" }).click();
  await desk.page.getByText("This was a check: nothing was written.").waitFor({ state: "detached" });
  await desk.page.getByText("Done", { exact: true }).waitFor();
  await look("written");
  const { data } = await (await served.as("manager")).listProducts({ search: "mohler" });
  assert.deepEqual(
    data.map(({ name, stock }) => [name, stock]),
    [["Möhler Lampe", 7]],
  );
});

test("a file in another encoding is not sent, and a list is narrowed", async () => {
  await desk.link("Files").click();
  await desk.comes("Files of suppliers");
  await desk.page.getByRole("button", { name: "Send a file" }).click();
  await desk.page.getByLabel("File", { exact: true }).setInputFiles({
    name: "old.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("Größe", "latin1"),
  });
  await desk.page.getByRole("button", { name: "Send and read it" }).click();
  await desk.page.getByText("The file is not in UTF-8.").waitFor();
  await desk.page.getByRole("combobox", { name: "State" }).selectOption("failed");
  await desk.page.getByText("No file fits these filters.").waitFor();
  await look("files");
});

test("no screen of supply keeps anybody out", () => {
  assert.deepEqual([...faults, ...desk.faults()], []);
});
