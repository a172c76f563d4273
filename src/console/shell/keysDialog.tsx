import { useEffect, useRef } from "react";
import { en } from "../words/en.ts";
import type { KeyGroup } from "./keysAt.ts";

/** The keys of the page at hand. The browser's own dialog keeps the focus inside and closes at Escape. */
export function KeysDialog(props: {
  readonly groups: readonly KeyGroup[];
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { groups, opened, onClose } = props;
  const { shell } = en;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (opened) {
      dialog.current?.showModal();
    } else {
      dialog.current?.close();
    }
  }, [opened]);
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{shell.keysTitle}</h2>
      {groups.map(([title, keys]) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {keys.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <form method="dialog">
        <button type="submit" className="button">
          {shell.close}
        </button>
      </form>
    </dialog>
  );
}
