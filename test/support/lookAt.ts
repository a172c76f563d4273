import { mkdir } from "node:fs/promises";
import path from "node:path";
import { pageFaults } from "./pageFaults.ts";
import type { StaffDesk } from "./staffDesk.ts";

/** Widths at which pictures are taken, for whoever wants to see what a test saw: EVERMEND_PICTURES. */
const PICTURED = [1440, 820] as const;

/** Looks at the screen in light and dark, wide and as narrow as a phone; what keeps people out is added. */
export async function lookAt(desk: StaffDesk, name: string, faults: string[]): Promise<void> {
  await desk.look();
  faults.push(...(await pageFaults(desk.page, [320])));
  const folder = process.env.EVERMEND_PICTURES;
  if (folder === undefined || folder === "") {
    return;
  }
  await mkdir(folder, { recursive: true });
  const { page } = desk;
  const before = page.viewportSize();
  for (const width of PICTURED) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const file = path.join(folder, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(before ?? { width: 1280, height: 800 });
}
