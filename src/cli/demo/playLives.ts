import { revealCodes } from "../../commerce/index.ts";
import { readDevice } from "../../contracts/index.ts";
import { buyCodes } from "./buyCodes.ts";
import * as camera from "./cameraLife.ts";
import { comeTooLate, type Refused } from "./lateAircraft.ts";
import * as mavic from "./mavicLife.ts";
import { type Owned, type Play, tell, waitFor } from "./play.ts";
import type { Replaced } from "./replaceUnit.ts";
import { showRibbon } from "./showRibbon.ts";
import type { Speaker } from "./speaker.ts";

/** How many scenes there are. */
export const SCENES = 9;

/** What became of a device. */
interface LifeLived {
  readonly device: string;
  readonly serials: readonly string[];
  readonly contracts: readonly {
    readonly id: string;
    readonly product: string;
    readonly state: string;
    readonly left: number;
  }[];
  readonly fees: readonly Replaced["fee"][];
}

/** What the whole play came to. */
export interface LivesLived {
  readonly camera: LifeLived;
  readonly mavic: LifeLived;
  readonly refused: Refused;
}

/** Plays the lives of a camera, a Mavic and a Spark that came too late, in the order of their days. */
export async function playLives(play: Play): Promise<LivesLived> {
  const { stage, teller } = play;
  const [ada, ben, cleo] = await Promise.all([
    stage.speaker("owner", "ada@example.org"),
    stage.speaker("owner", "ben@example.org"),
    stage.speaker("owner", "cleo@example.org"),
  ]);

  teller.scene("Two years for a camera that is ten days old");
  const code = await camera.orderCameraPlan(play, ada);
  teller.scene("A shop buys codes for its customers");
  const [mavicCode = "", sparkCode = ""] = await stockShop(play);

  await waitFor(play, { days: 2 });
  teller.scene("Day 12 of the camera");
  const cameraOwned = await camera.activateCamera(play, ada, code);
  await showRibbon(play, ada, cameraOwned.deviceId);

  await waitFor(play, { days: 3 });
  teller.scene("One year for a Mavic, and a Spark that comes too late");
  const mavicOwned = await mavic.activateMavic(play, ben, mavicCode);
  const refused = await comeTooLate(play, cleo, sparkCode);

  await waitFor(play, { months: 2, days: 9 });
  teller.scene("Month 3 of the camera: a crash");
  const fees = [await camera.crashCamera(play, ada)];
  await showRibbon(play, ada, cameraOwned.deviceId);

  await waitFor(play, { months: 5, days: 1 });
  teller.scene("Month 5 of the Mavic: its one swap");
  const mavicFees = [await mavic.crashMavic(play, ben)];

  await waitFor(play, { months: 11, days: 12 });
  teller.scene("The last month of the Mavic's year: one more");
  await mavic.renewMavic(play, ben, mavicOwned.contractId);
  await showRibbon(play, ben, mavicOwned.deviceId);

  await waitFor(play, { months: 12, days: 5 });
  teller.scene("The day after: the next year has begun by itself");
  await mavic.seeRefreshPlusBegin(play, ben);
  await showRibbon(play, ben, mavicOwned.deviceId);

  await waitFor(play, { months: 13, days: 6 });
  teller.scene("Month 14 of the camera: water");
  fees.push(await camera.drownCamera(play, ada));
  await camera.askForOldSerial(play);
  await showRibbon(play, ada, cameraOwned.deviceId);

  return {
    camera: await lifeOf(ada, cameraOwned, fees),
    mavic: await lifeOf(ben, mavicOwned, mavicFees),
    refused,
  };
}

/** A reseller orders for its customers and is shown the codes, which is written down. */
async function stockShop(play: Play): Promise<readonly string[]> {
  const shop = await play.stage.speaker("reseller");
  const id = await buyCodes(play, {
    ...{ buyer: shop, name: "shop", email: "shop@example.org", country: "DE" },
    skus: ["CARE-1Y-MAVIC-PRO", "CARE-1Y-SPARK"],
  });
  const { data } = await shop.tell(revealCodes, { id });
  tell(play, "shop", "looks at the codes, which is written down, and hands them to Ben and to Cleo.");
  return data.map(({ code }) => code);
}

async function lifeOf(owner: Speaker, owned: Owned, replaced: readonly Replaced[]): Promise<LifeLived> {
  const { id, units, contracts } = await owner.ask(readDevice, { id: owned.deviceId });
  return {
    device: id,
    serials: units.map(({ serial }) => serial),
    contracts: contracts.map(({ id: contract, product, state, benefits }) => ({
      ...{ id: contract, product, state },
      left: benefits.reduce((sum, { left }) => sum + left, 0),
    })),
    fees: replaced.map(({ fee }) => fee),
  };
}
