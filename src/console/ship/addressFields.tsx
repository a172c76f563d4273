import { TextInput } from "@mantine/core";
import type { CommandOf, ProblemError } from "../../client/index.ts";
import { en } from "../words/en.ts";

const words = en.cases.addressFields;

/** An address as it is being typed. */
export type Address = Required<NonNullable<CommandOf<"shipDevice">["address"]>>;

export const noAddress: Address = { line1: "", line2: "", postcode: "", city: "", country: "" };

/** The address that is sent; undefined until it says enough. */
export function addressOf(typed: Address): CommandOf<"shipDevice">["address"] {
  const { line1, line2, postcode, city } = typed;
  const country = typed.country.trim().toUpperCase();
  const isWhole = [line1, postcode, city].every((part) => part.trim() !== "") && /^[A-Z]{2}$/.test(country);
  const second = line2.trim() === "" ? {} : { line2: line2.trim() };
  return isWhole
    ? { line1: line1.trim(), ...second, postcode: postcode.trim(), city: city.trim(), country }
    : undefined;
}

/** Asks where the parcel goes, of who has the owner on the phone. */
export function AddressFields(props: {
  readonly address: Address;
  readonly problem: ProblemError | undefined;
  readonly onChange: (address: Address) => void;
}) {
  const { address, problem, onChange } = props;
  const field = (name: keyof Address, maxLength: number) => ({
    label: words[name],
    value: address[name],
    maxLength,
    required: name !== "line2",
    autoComplete: "off",
    error: problem?.faultAt(`/address/${name}`),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...address, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput {...field("line1", 120)} autoFocus />
      <TextInput {...field("line2", 120)} />
      <TextInput {...field("postcode", 16)} />
      <TextInput {...field("city", 80)} />
      <TextInput {...field("country", 2)} description={words.countryHint} />
    </>
  );
}
