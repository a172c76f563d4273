import { TextInput } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { type RefObject, useState } from "react";
import type { ClaimPage } from "../../client/index.ts";
import { plainSerial } from "../format/formatSerial.ts";
import { Serial } from "../parts/serial.tsx";
import { en } from "../words/en.ts";

/** The serial on the device. A scanner ends with Enter; whoever types leaves the box. Both count as scanned. */
export function ScannedSerial(props: {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly page: ClaimPage;
  readonly scanned: string;
  readonly onScan: (text: string) => void;
}) {
  const { box, page, scanned, onScan } = props;
  const [text, setText] = useState(scanned);
  const fits = plainSerial(scanned) === page.device.serial;
  return (
    <div className="scanned">
      <TextInput
        ref={box}
        label={en.cases.scanSerial}
        description={<Serial>{page.device.serial}</Serial>}
        placeholder={en.cases.scanSerialHint}
        className="serial-input"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={scanned === "" ? text : scanned}
        onChange={(event) => {
          setText(event.currentTarget.value);
          if (scanned !== "") {
            onScan("");
          }
        }}
        onBlur={() => onScan(text)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.ctrlKey) {
            event.preventDefault();
            onScan(text);
            document.querySelector<HTMLElement>('input[name="part"]')?.focus();
          }
        }}
      />
      <p role="status" className="fits">
        {fits ? (
          <>
            <IconCircleCheck size={16} aria-hidden /> {en.cases.serialFits}
          </>
        ) : null}
      </p>
    </div>
  );
}
