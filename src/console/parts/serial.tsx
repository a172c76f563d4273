import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { formatSerial } from "../format/formatSerial.ts";
import { en } from "../words/en.ts";
import { useAnnounce } from "./announcer.tsx";

/** A serial in fours. The groups are spaced by style, so that what is selected and copied has no spaces. */
export function Serial({ children, copy = false }: { readonly children: string; readonly copy?: boolean }) {
  let start = 0;
  const groups = formatSerial(children)
    .split(" ")
    .map((text) => {
      const at = start;
      start += text.length;
      return { at, text };
    });
  return (
    <span className="serial-box">
      <span className="serial">
        {groups.map(({ at, text }) => (
          <span key={at}>{text}</span>
        ))}
      </span>
      {copy ? <CopyButton text={children} what={en.shell.serial} /> : null}
    </span>
  );
}

/** Copies a text. Without a clipboard, as outside https, the text is still there to be selected. */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const [copied, setCopied] = useState(false);
  const announce = useAnnounce();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce(en.shell.copied);
  };
  if (navigator.clipboard === undefined) {
    return null;
  }
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={en.shell.copy(what)}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
    >
      <Icon size={15} aria-hidden />
    </button>
  );
}
