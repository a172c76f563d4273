import type { ErrorComponentProps } from "@tanstack/react-router";
import { Link } from "@tanstack/react-router";
import { EmptyState, PageHead } from "../parts/page.tsx";
import { AlertCard } from "../parts/problemCard.tsx";
import { en } from "../words/en.ts";

/** For owners, whose pages are elsewhere. */
export function OwnerNotice() {
  return (
    <div className="page narrow">
      <PageHead title={en.shell.ownerTitle} />
      <EmptyState says={en.shell.ownerText}>
        <a className="button primary" href="/">
          {en.shell.ownerLink}
        </a>
      </EmptyState>
    </div>
  );
}

/** An address that leads nowhere. */
export function NothingHere() {
  return (
    <main className="page narrow">
      <PageHead title={en.shell.notFound} />
      <EmptyState says={en.shell.notFoundText}>
        <Link className="button primary" to="/">
          {en.shell.notFoundLink}
        </Link>
      </EmptyState>
    </main>
  );
}

/** A screen that broke: a fault of ours. */
export function BrokenScreen({ error }: ErrorComponentProps) {
  return (
    <div className="page narrow">
      <AlertCard title={en.shell.faultTitle}>
        <p>{en.shell.faultText}</p>
        <p>
          <code>{String(error)}</code>
        </p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {en.shell.retry}
        </button>
      </AlertCard>
    </div>
  );
}
