import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { Finder } from "../finder/finder.tsx";
import { useKeys } from "../parts/useKeys.ts";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";
import { keysAt } from "./keysAt.ts";
import { KeysDialog } from "./keysDialog.tsx";
import { OwnerNotice } from "./notices.tsx";
import { pages, pagesOf } from "./pagesOf.ts";
import { ReconcileBanner } from "./reconcileBanner.tsx";
import { useScanAnywhere } from "./useScanAnywhere.ts";
import { WhoAmI } from "./whoAmI.tsx";

/** The frame of every screen: brand, ways, search, who is signed in, keys. */
export function Shell() {
  const { data: session } = useQuery(queries.session());
  const [keysShown, showKeys] = useState(false);
  const { pathname } = useLocation();
  const search = useRef<HTMLInputElement>(null);
  const role = session?.role ?? "public";
  const worksHere = pagesOf[role].includes("queue");
  useScanAnywhere(search);
  useKeys({ "?": () => showKeys(true), "Ctrl+k": () => search.current?.select() });
  return (
    <>
      <a className="skip" href="#content">
        {en.shell.skip}
      </a>
      <header className="bar">
        <Link to="/" className="brand">
          {en.shell.brand}
        </Link>
        <nav aria-label={en.shell.navigation}>
          {pagesOf[role].map((page) => (
            <Link key={page} to={pages[page]} activeProps={{ "aria-current": "page" }}>
              {en.shell.pages[page]}
            </Link>
          ))}
        </nav>
        {worksHere ? <Finder box={search} /> : <span className="bar-space" />}
        <WhoAmI onKeys={() => showKeys(true)} />
      </header>
      {worksHere ? <ReconcileBanner /> : null}
      <main id="content" tabIndex={-1}>
        {role === "owner" ? <OwnerNotice /> : <Outlet />}
      </main>
      <KeysDialog groups={keysAt(pathname)} opened={keysShown} onClose={() => showKeys(false)} />
    </>
  );
}
