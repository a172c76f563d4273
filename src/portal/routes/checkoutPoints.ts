import { listPickupPoints } from "../../commerce/index.ts";
import { type Point, pointPage } from "../pages/checkoutPages.ts";
import type { FormState } from "../parts/frame.ts";
import { ask, frameOf, type PageAnswer, type Visit } from "../visit/visit.ts";

const shownAtOnce = 12;
const longestNear = 100;

/** The pickup points of a country, the nearest to what was asked for first. */
export async function showPoints(visit: Visit, state: FormState, country: string): Promise<PageAnswer> {
  const asked = new URLSearchParams(visit.request.url.split("?")[1]).get("near");
  const near = (asked ?? state.values.postcode ?? "").slice(0, longestNear).trim();
  const told = { country, limit: shownAtOnce, ...(near === "" ? {} : { near }) };
  const { data } = await ask(visit, listPickupPoints, told);
  const points = data.map(
    ({ id, name, street, postcode, city }): Point => ({ id, name, where: `${street}, ${postcode} ${city}` }),
  );
  const find = { ...state, action: "/checkout/point/near", mistakes: {} };
  return pointPage(frameOf(visit), state, { points, near, find });
}

/** A pickup point by its name and street, as it is read back; its id where the carrier knows it no more. */
export async function pointNamed(visit: Visit, country: string, point: string): Promise<string> {
  const { data } = await ask(visit, listPickupPoints, { country, id: point });
  const [found] = data;
  return found === undefined ? point : `${found.name}, ${found.street}, ${found.postcode} ${found.city}`;
}

/** Another place to look near; its points are shown under an address of their own. */
export async function findPoints({ sent }: Visit): Promise<PageAnswer> {
  const near = (sent.near ?? "").slice(0, longestNear);
  return await Promise.resolve({ goTo: `/checkout/point?near=${encodeURIComponent(near)}` });
}
