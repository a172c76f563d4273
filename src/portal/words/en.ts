import { activate } from "./en/activate.ts";
import { ask } from "./en/ask.ts";
import { claim } from "./en/claim.ts";
import { cover } from "./en/cover.ts";
import { device } from "./en/device.ts";
import { frame } from "./en/frame.ts";
import { giveBack } from "./en/giveBack.ts";
import { help } from "./en/help.ts";
import { passOn } from "./en/passOn.ts";
import { pay } from "./en/pay.ts";
import { places } from "./en/places.ts";
import { plan } from "./en/plan.ts";
import { problems } from "./en/problems.ts";
import { receipts } from "./en/receipts.ts";
import { reference } from "./en/reference.ts";
import { refusals } from "./en/refusals.ts";
import { renew } from "./en/renew.ts";
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
  giveBack,
  help,
  passOn,
  pay,
  places,
  plan,
  problems,
  receipts,
  reference,
  refusals,
  renew,
  report,
  ribbon,
  shop,
};
