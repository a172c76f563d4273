import { Link, type LinkProps } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { en } from "../words/en.ts";

/** The head of a screen: its title, what it is about, and what can be done with it. */
export function PageHead(props: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const { title, about, actions } = props;
  useEffect(() => {
    document.title = en.shell.titled(title);
  }, [title]);
  useEffect(() => {
    // What was focused went with the screen before: the next key press belongs to this one.
    if (document.activeElement === document.body) {
      document.getElementById("content")?.focus();
    }
  }, []);
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {about === undefined ? null : <div className="page-about">{about}</div>}
      {actions === undefined ? null : <div className="page-actions">{actions}</div>}
    </header>
  );
}

/** A part of a screen with a heading. */
export function Section(props: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="section">
      <h2>{props.title}</h2>
      {props.note === undefined ? null : <p className="muted">{props.note}</p>}
      {props.children}
    </section>
  );
}

/** Nothing here: why, and the one thing to do. */
export function EmptyState(props: { readonly says: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <svg width="72" height="48" viewBox="0 0 72 48" aria-hidden="true" className="empty-picture">
        <path d="M6 40h60M14 40V18l22-10 22 10v22M14 18l22 9 22-9M36 27v13" />
      </svg>
      <p>{props.says}</p>
      {props.children}
    </div>
  );
}

/** A link inside the console that looks like a button. */
export function ButtonLink(props: LinkProps & { readonly children: ReactNode; readonly primary?: boolean }) {
  const { primary = false, children, ...link } = props;
  return (
    <Link {...link} className={primary ? "button primary" : "button"}>
      {children}
    </Link>
  );
}
