import { IconBarcode } from "@tabler/icons-react";
import { type RefObject, type SubmitEvent, useEffect, useState } from "react";

/** A box for a barcode scanner, which types and presses Enter, or for somebody who types. */
export function ScanBox(props: {
  readonly label: string;
  readonly hint: string;
  readonly onScan: (text: string) => void;
  readonly busy?: boolean;
  readonly box: RefObject<HTMLInputElement | null>;
  readonly onLeave?: () => void;
  readonly small?: boolean;
  readonly keyHint?: string;
  readonly autoFocus?: boolean;
}) {
  const { label, hint, onScan, busy = false, box, small = false, keyHint, autoFocus = false } = props;
  const [text, setText] = useState("");
  useEffect(() => {
    if (autoFocus) {
      box.current?.focus();
    }
  }, [autoFocus, box]);
  const scan = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.trim() !== "") {
      onScan(text.trim());
      setText("");
    }
  };
  return (
    <form className={small ? "scan small" : "scan"} onSubmit={scan}>
      <IconBarcode size={small ? 16 : 20} aria-hidden />
      <input
        ref={box}
        data-scan={small ? undefined : ""}
        aria-label={label}
        placeholder={hint}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={props.onLeave}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={80}
        aria-busy={busy}
      />
      {keyHint === undefined ? null : <kbd>{keyHint}</kbd>}
    </form>
  );
}
