import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { ClaimPage } from "../../client/index.ts";
import { CaseFrame } from "../case/caseFrame.tsx";
import { NextSentence } from "../case/nextButton.tsx";
import { ReporterAddress } from "../case/reporterAddress.tsx";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { ProblemCard, Section, Serial } from "../parts/index.ts";
import { TakeBack } from "../swap/takeBack.tsx";
import { en } from "../words/en.ts";
import { AddressFields, addressOf, noAddress } from "./addressFields.tsx";
import { HandOver } from "./handOver.tsx";

const words = en.cases;

/** Most parcels of a day go with the same carrier: the last one is written in already. */
let lastCarrier = "";

/** The parcel leaves: to whom, which unit, with whom, under which number. */
export function ShipPage() {
  return (
    <CaseFrame title={words.shipTitle} states={["paid", "replaced"]}>
      {(page) => <ShipForm key={page.claim.id} page={page} />}
    </CaseFrame>
  );
}

function ShipForm({ page }: { readonly page: ClaimPage }) {
  const { claim, device, reporter, swap } = page;
  const [carrier, setCarrier] = useState(() => lastCarrier);
  const [tracking, setTracking] = useState("");
  const shipping = useSaveCase(client.shipDevice, () => {
    lastCarrier = carrier.trim();
    return words.shipped;
  });
  const [typed, setTyped] = useState(noAddress);
  const isUnknown = reporter?.address === null || reporter?.address === undefined;
  const address = isUnknown ? addressOf(typed) : undefined;
  const ready = carrier.trim() !== "" && tracking.trim() !== "" && (!isUnknown || address !== undefined);
  const ship = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (ready) {
      const where = address === undefined ? {} : { address };
      shipping.perform({ id: claim.id, carrier: carrier.trim(), tracking: tracking.trim(), ...where });
    }
  };
  return (
    <div className="ship">
      <NextSentence claim={claim} />
      <HandOver claim={claim} />
      <Section title={words.shipUnit}>
        <p className="big">
          <Serial copy>{swap?.newSerial ?? device.serial}</Serial> {device.name}
        </p>
      </Section>
      <Section title={words.shipTo}>
        <ReporterAddress reporter={reporter} />
        {isUnknown ? <p className="refusal">{words.noAddressNext}</p> : null}
      </Section>
      <form onSubmit={ship} className="form">
        {isUnknown ? <AddressFields address={typed} problem={shipping.problem} onChange={setTyped} /> : null}
        <TextInput
          label={words.carrier}
          description={words.carrierHint}
          autoFocus={!isUnknown && lastCarrier === ""}
          required
          maxLength={60}
          value={carrier}
          onChange={(event) => setCarrier(event.currentTarget.value)}
        />
        <TextInput
          label={words.trackingNumber}
          description={words.trackingHint}
          className="serial-input"
          data-scan=""
          autoFocus={!isUnknown && lastCarrier !== ""}
          required
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={tracking}
          onChange={(event) => setTracking(event.currentTarget.value)}
        />
        <p className="muted">{words.shipForGood}</p>
        <Button type="submit" disabled={!ready} loading={shipping.pending}>
          {words.shipConfirm}
        </Button>
        {shipping.problem === undefined ? null : <ProblemCard problem={shipping.problem} />}
      </form>
      <TakeBack page={page} />
    </div>
  );
}
