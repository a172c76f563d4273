import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Letter } from "../letter.ts";
import { nameOf, namesIn, reworded, unknownName, valuesOf } from "./wording.ts";

const letter: Letter = {
  subject: "A device is here",
  parts: [
    { say: "It is here." },
    {
      facts: [
        ["Tracking number", "JD0001"],
        ["Send it to", "Mill Lane"],
      ],
    },
    { button: "Open", url: "https://care.test/x" },
  ],
};
const said = (body: string, name = "Ada") =>
  reworded(letter, { subject: "{trackingNumber}", body }, name, "Care").parts.flatMap((part) =>
    "say" in part ? [part.say] : [],
  );

describe("a wording of a letter", () => {
  it("fills in what the letter tells, by name", () => {
    equal(nameOf("Tracking number"), "trackingNumber");
    deepEqual(
      [...valuesOf(letter, "Ada", "Care").keys()],
      [...["name", "brand", "shipped", "shippedSubject", "trackingNumber", "sendItTo", "link"]],
    );
    deepEqual(said("Hello {name}\n{shipped}\nParcel { trackingNumber }."), [
      "Hello Ada",
      "It is here.",
      "Parcel JD0001.",
    ]);
    equal(
      reworded(letter, { subject: "Parcel {trackingNumber}", body: "x" }, "Ada", "Care").subject,
      "Parcel JD0001",
    );
  });

  it("leaves a line out that nothing is known for, and a subject as it was", () => {
    deepEqual(said("Hello {name}\nBye", ""), ["Bye"]);
    equal(reworded(letter, { subject: "Hi {name}", body: "x" }, "", "Care").subject, "A device is here");
  });

  it("keeps facts and buttons, and greets itself where it names somebody", () => {
    const other = reworded(letter, { subject: "s", body: "Hello {name}" }, "Ada", "Care");
    equal(other.parts.length, 3);
    equal(other.greets, true);
    equal(reworded(letter, { subject: "s", body: "Hello" }, "Ada", "Care").greets, false);
  });

  it("runs nothing: what is filled in is text, not looked through again", () => {
    deepEqual(said("{name}", "{shipped} $& $1"), ["{shipped} $& $1"]);
    deepEqual(namesIn("{a} {a} {b c} {}"), ["a", "b c", ""]);
    equal(unknownName({ subject: "{name}", body: "{constructor}" }, ["name"]), "constructor");
    deepEqual(said("{toString}"), []);
  });
});
