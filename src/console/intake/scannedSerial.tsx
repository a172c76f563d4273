import { TextInput } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { type KeyboardEvent, type RefObject, useState } from "react";
import type { ClaimPage } from "../../client/index.ts";
import { formatSerial, plainSerial } from "../format/formatSerial.ts";
import { en } from "../words/en.ts";

/**
 * The serial on the device. A scanner ends with Enter; whoever types leaves the box. Both count as scanned.
 * One that fits leads on to the parts; one that does not stays selected, so that the next scan takes its
 * place.
 */
export function ScannedSerial(props: {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly page: ClaimPage;
  readonly scanned: string;
  readonly onScan: (text: string) => void;
}) {
  const { box, page, scanned, onScan } = props;
  const [text, setText] = useState(scanned);
  const wanted = page.device.serial;
  const scan = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" || event.ctrlKey) {
      return;
    }
    event.preventDefault();
    onScan(text);
    if (plainSerial(text) === wanted) {
      document.querySelector<HTMLElement>('input[name="part"]')?.focus();
    } else {
      event.currentTarget.select();
    }
  };
  return (
    <div className="scanned">
      <TextInput
        ref={box}
        label={en.cases.scanSerial}
        description={en.cases.scanSerialHint(formatSerial(wanted))}
        className="serial-input"
        data-scan=""
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={scanned === "" ? text : scanned}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onScan("");
        }}
        onBlur={() => onScan(text)}
        onKeyDown={scan}
      />
      <p role="status" className="fits">
        {plainSerial(scanned) === wanted ? (
          <>
            <IconCircleCheck size={16} aria-hidden /> {en.cases.serialFits}
          </>
        ) : null}
      </p>
    </div>
  );
}
