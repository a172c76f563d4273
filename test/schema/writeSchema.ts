import { writeFile } from "node:fs/promises";
import path from "node:path";
import { startTestCluster } from "../support/testCluster.ts";
import { catalogAt, generateFiles } from "./generateSchema.ts";

// npm run schema: writes db/schema.sql and db/distribute.sql from a freshly migrated database.
const { address, stop } = await startTestCluster();
try {
  for (const [name, text] of Object.entries(generateFiles(await catalogAt(address)))) {
    await writeFile(path.resolve(import.meta.dirname, "../../db", name), text);
    process.stderr.write(`wrote db/${name}\n`);
  }
} finally {
  await stop();
}
