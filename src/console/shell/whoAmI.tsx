import { IconKeyboard, IconLogout } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { queryClient, signIn } from "../client.ts";
import { useAct } from "../parts/useAct.ts";
import { forgetDrafts } from "../parts/useDraft.ts";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";

/** Who is signed in, as what, and the way out. */
export function WhoAmI({ onKeys }: { readonly onKeys: () => void }) {
  const { data: session } = useQuery(queries.session());
  const navigate = useNavigate();
  const leaving = useAct(
    () => signIn.signOut(),
    async () => {
      queryClient.clear();
      forgetDrafts();
      await navigate({ to: "/sign-in" });
    },
  );
  return (
    <div className="who">
      <p>
        <b>{session?.name ?? session?.email}</b> <span>{en.field.roles[session?.role ?? "public"]}</span>
      </p>
      <button type="button" className="icon-button" aria-label={en.shell.keysButton} onClick={onKeys}>
        <IconKeyboard size={18} aria-hidden />
      </button>
      {leaving.problem === undefined ? null : (
        <p className="bar-said" role="alert">
          {leaving.problem.message}
        </p>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={en.shell.signOut}
        onClick={() => leaving.perform(undefined)}
      >
        <IconLogout size={18} aria-hidden />
      </button>
    </div>
  );
}
