import { TextInput } from "@mantine/core";
import type { ProblemError } from "../../client/index.ts";
import { en } from "../words/en.ts";
import type { Buyer } from "./orderForm.tsx";

/** The four things an order needs of its buyer. What the server finds wrong stands at its field. */
export function BuyerFields(props: {
  readonly buyer: Buyer;
  readonly problem: ProblemError | undefined;
  readonly onChange: (buyer: Buyer) => void;
}) {
  const { buyer, problem, onChange } = props;
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
      <TextInput
        {...field("country")}
        label={en.shop.country}
        autoComplete="country"
        required
        minLength={2}
        maxLength={2}
        className="country-box"
      />
      <TextInput {...field("vatId")} label={en.shop.vatId} description={en.shop.vatHint} maxLength={20} />
    </>
  );
}
