import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { centresNear } from "./centresNear.ts";

const at = (name: string, city: string, country: string, place?: readonly [number, number]) => ({
  ...{ name, country, address: { city } },
  place: place && { latitude: place[0], longitude: place[1] },
});
const warsaw = at("A Warsaw", "Warsaw", "PL", [52.23, 21.01]);
const lodz = at("B Łódź", "Łódź", "PL", [51.76, 19.46]);
const berlin = at("C Berlin", "Berlin", "DE", [52.52, 13.4]);
const gdansk = at("D Gdańsk", "Gdańsk", "PL");
const order = (home: object) =>
  centresNear([berlin, gdansk, lodz, warsaw], home).map(({ centre, kilometres }) => [
    centre.address.city,
    kilometres,
  ]);

test("the centre of one's town is first, then those near it, then the rest of the country", () => {
  deepEqual(order({ city: "warsaw ", country: "PL" }), [
    ["Warsaw", 0],
    ["Łódź", 118],
    ["Berlin", 517],
    ["Gdańsk", undefined],
  ]);
});

test("where the town is not known, those of the country are first, by name", () => {
  deepEqual(
    order({ country: "PL" }).map(([city]) => city),
    ["Warsaw", "Łódź", "Gdańsk", "Berlin"],
  );
});
