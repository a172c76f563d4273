import { Modal } from "@mantine/core";
import { en } from "../words/en.ts";

/** Every key there is. */
export function KeysDialog(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { shell } = en;
  const groups = [
    [shell.keysEverywhere, shell.keys.everywhere],
    [shell.keysQueue, shell.keys.queue],
    [shell.keysBench, shell.keys.bench],
  ] as const;
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={shell.keysTitle}
      closeButtonProps={{ "aria-label": shell.close }}
      transitionProps={{ duration: 120 }}
    >
      {groups.map(([title, keys]) => (
        <section key={title} className="keys">
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
    </Modal>
  );
}
