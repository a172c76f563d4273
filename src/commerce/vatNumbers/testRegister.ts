import type { RegisterAnswer, VatRegister } from "./vatRegister.ts";

/** How one number behaves: what it answers at an instant, and in words. */
interface Behaviour {
  readonly says: string;
  readonly answer: (at: Temporal.Instant) => RegisterAnswer["result"];
}

/** When the number of a business that was struck off stops being valid. */
const STRUCK_OFF = Temporal.Instant.from("2027-01-01T00:00:00Z");

const hourOf = (at: Temporal.Instant): number => at.toZonedDateTimeISO("UTC").hour;

/** Numbers with a behaviour of their own; every other number of the right form is valid. */
export const TEST_NUMBERS: Readonly<Record<string, Behaviour>> = {
  DE111111125: { says: "not valid", answer: () => "not_valid" },
  PL5260001246: { says: "its register is never available", answer: () => "not_available" },
  FR40303265045: {
    says: "its register is away from 22:00 to 06:00 UTC, and confirms it by day",
    answer: (at) => (hourOf(at) >= 22 || hourOf(at) < 6 ? "not_available" : "valid"),
  },
  EL094259216: {
    says: "valid until 2027, when it is struck off",
    answer: (at) => (Temporal.Instant.compare(at, STRUCK_OFF) < 0 ? "valid" : "not_valid"),
  },
};

/** A register for tests and sandboxes: it answers by the number and by the clock it is asked at. */
export const testRegister: VatRegister = {
  async ask({ vatId, at }) {
    const result = TEST_NUMBERS[vatId]?.answer(at) ?? "valid";
    const proof = `TEST-${vatId}-${at.epochMilliseconds}`;
    switch (result) {
      case "valid":
        return { result, proof, registeredAs: `Registered business ${vatId}` };
      case "not_valid":
        return { result, proof };
      case "not_available":
        return { result, why: "MS_UNAVAILABLE" };
    }
  },
};
