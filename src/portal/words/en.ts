import { activate } from "./en/activate.ts";
import { ask } from "./en/ask.ts";
import { claim } from "./en/claim.ts";
import { cover } from "./en/cover.ts";
import { device } from "./en/device.ts";
import { frame } from "./en/frame.ts";
import { help } from "./en/help.ts";
import { places } from "./en/places.ts";
import { problems } from "./en/problems.ts";
import { reference } from "./en/reference.ts";
import { refusals } from "./en/refusals.ts";
import { report } from "./en/report.ts";
import { ribbon } from "./en/ribbon.ts";
import { shop } from "./en/shop.ts";

/** Every word the portal says in English, by the place it is said. */
export const en = {
  activate,
  ask,
  claim,
  cover,
  device,
  frame,
  help,
  places,
  problems,
  reference,
  refusals,
  report,
  ribbon,
  shop,
};
