import { readDevice } from "../../contracts/index.ts";
import { layoutRibbon, ribbonText } from "../../portal/index.ts";
import type { Play } from "./play.ts";
import type { Speaker } from "./speaker.ts";

/** Draws the ribbon of a device as its owner sees it now. */
export async function showRibbon({ teller }: Play, owner: Speaker, deviceId: string): Promise<void> {
  const { ribbon } = await owner.ask(readDevice, { id: deviceId });
  teller.draw((columns) => ribbonText(layoutRibbon(ribbon), columns));
}
