import { NativeSelect, TextInput } from "@mantine/core";
import type { ProblemError } from "../../client/index.ts";
import { countryName } from "../format/countryName.ts";
import { en } from "../words/en.ts";
import type { Buyer } from "./orderForm.tsx";

/** The four things an order needs of its buyer. What the server finds wrong stands at its field. */
export function BuyerFields(props: {
  readonly buyer: Buyer;
  /** The countries the programme serves, two letters each. */
  readonly countries: readonly string[];
  readonly problem: ProblemError | undefined;
  readonly onChange: (buyer: Buyer) => void;
}) {
  const { buyer, countries, problem, onChange } = props;
  const field = (name: keyof Buyer) => ({
    value: buyer[name],
    error: problem?.faultAt(`/buyer/${name}`),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...buyer, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput
        {...field("name")}
        label={en.shop.buyerName}
        autoComplete="organization"
        required
        maxLength={200}
      />
      <TextInput
        {...field("email")}
        label={en.shop.buyerEmail}
        type="email"
        autoComplete="email"
        required
        maxLength={200}
      />
      <NativeSelect
        {...field("country")}
        label={en.shop.country}
        autoComplete="country"
        required
        data={[{ value: "", label: "" }, ...optionsOf(countries)]}
      />
      <TextInput {...field("vatId")} label={en.shop.vatId} description={en.shop.vatHint} maxLength={20} />
    </>
  );
}

function optionsOf(countries: readonly string[]): { readonly value: string; readonly label: string }[] {
  return countries
    .map((value) => ({ value, label: countryName(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, "en"));
}
