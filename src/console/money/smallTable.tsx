import { type ReactNode, useEffect, useRef, useState } from "react";
import { money } from "../words/en/money.ts";

/** A short table on the page of one thing. */
export function SmallTable(props: {
  readonly label: string;
  readonly heads: readonly (string | { readonly number: string })[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** What is said where there are none. */
  readonly none: string;
  readonly foot?: ReactNode;
}) {
  const { label, heads, rows, none, foot } = props;
  if (rows.length === 0) {
    return <p className="muted">{none}</p>;
  }
  const classOf = (column: number) => (typeof heads[column] === "object" ? "number" : undefined);
  return (
    <ScrollBox label={label}>
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            {heads.map((head, column) => (
              <th key={typeof head === "string" ? head : head.number} scope="col" className={classOf(column)}>
                {typeof head === "string" ? head : head.number}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {heads.map((head, column) => (
                <td key={typeof head === "string" ? head : head.number} className={classOf(column)}>
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : <tfoot>{foot}</tfoot>}
      </table>
    </ScrollBox>
  );
}

/** Scrolls sideways where there is no room; only then the keyboard stops at it. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const measure = () =>
      setScrolls(box.current !== null && box.current.scrollWidth > box.current.clientWidth);
    const observer = new ResizeObserver(measure);
    // Its table grows with what is written into it, while the box stays as wide as it is.
    for (const element of [box.current, box.current?.firstElementChild]) {
      if (element != null) {
        observer.observe(element);
      }
    }
    return () => observer.disconnect();
  }, []);
  const stop = scrolls ? { tabIndex: 0, "aria-label": `${label}: ${money.wide}` } : {};
  return (
    <section ref={box} className="table-box" {...stop}>
      {children}
    </section>
  );
}
