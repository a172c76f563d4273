import { useEffect, useRef, useState } from "react";
import { Section, useRole } from "../parts/index.ts";
import { useKeys } from "../parts/useKeys.ts";
import { verifications as words } from "../words/en/verifications.ts";
import { Decision } from "./decision.tsx";
import type { ClipName, ShownClip, VerificationPage } from "./verificationQueries.ts";

/** What somebody has said of each clip so far: it fits, it does not; nothing yet. */
export type Looked = Readonly<Partial<Record<ClipName, boolean>>>;

/** The clips with their checklist, and the decision below: all of it by keyboard, too. */
export function Looking({ found }: { readonly found: VerificationPage }) {
  const { clips, state } = found;
  const { role } = useRole();
  const isOpen = state === "submitted" && (role === "staff" || role === "manager");
  const [chosen, setChosen] = useState(0);
  const [looked, setLooked] = useState<Looked>({});
  const film = useRef<HTMLVideoElement>(null);
  const clip = clips[chosen];
  const say = (name: ClipName, fits: boolean) => {
    setLooked((before) => ({ ...before, [name]: fits }));
    setChosen((at) => Math.min(at + 1, clips.length - 1));
  };
  const tell = (fits: boolean) => (isOpen && clip !== undefined ? say(clip.clip, fits) : undefined);
  useKeys({
    ...Object.fromEntries(clips.map((_, place) => [String(place + 1), () => setChosen(place)])),
    " ": () => void (film.current?.paused === false ? film.current.pause() : film.current?.play()),
    y: () => tell(true),
    n: () => tell(false),
  });
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) {
      // Letters are answers while the focus is in here; elsewhere they are what a scanner types.
      room.current?.focus();
    }
  }, [isOpen]);
  return (
    <div ref={room} tabIndex={-1} data-answers="12345ynagr">
      <Section title={words.clipsTitle} note={isOpen ? words.keysHint : undefined}>
        <fieldset className="filters" aria-label={words.clipsTitle}>
          {clips.map(({ clip: name }, place) => (
            <button
              key={name}
              type="button"
              className="chip"
              aria-pressed={place === chosen}
              onClick={() => setChosen(place)}
            >
              {place + 1} {words.clips[name]}
              {looked[name] === undefined ? "" : ` ${looked[name] ? "✓" : "✗"}`}
            </button>
          ))}
        </fieldset>
        {clip === undefined ? null : (
          <OneClip key={clip.clip} clip={clip} film={film} isVideo={found.kind === "video"} />
        )}
        {isOpen && clip !== undefined ? (
          <Said name={clip.clip} fits={looked[clip.clip]} onSay={(fits) => say(clip.clip, fits)} />
        ) : null}
      </Section>
      {isOpen ? <Decision found={found} looked={looked} /> : null}
    </div>
  );
}

function OneClip(props: {
  readonly clip: ShownClip;
  readonly film: React.RefObject<HTMLVideoElement | null>;
  readonly isVideo: boolean;
}) {
  const { clip, film, isVideo } = props;
  const { piece, film: asked, looksFor, earlier } = clip;
  return (
    <>
      <p>{asked}</p>
      {piece?.file === undefined ? (
        isVideo && <p className="muted">{words.noClip}</p>
      ) : (
        <video
          ref={film}
          src={piece.file.path}
          aria-label={words.play(words.clips[clip.clip])}
          controls
          preload="metadata"
          style={{ maxWidth: "100%", maxHeight: 420 }}
        >
          <track kind="captions" />
        </video>
      )}
      <h3>{words.lookFor}</h3>
      <ul>
        {looksFor.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {earlier.length === 0 ? null : (
        <p>
          {words.earlier(earlier.length)}:{" "}
          {earlier.map(({ no, file }) => (
            <a key={no} href={file?.path}>
              {no}{" "}
            </a>
          ))}
        </p>
      )}
    </>
  );
}

function Said(props: {
  readonly name: ClipName;
  readonly fits: boolean | undefined;
  readonly onSay: (fits: boolean) => void;
}) {
  const { name, fits, onSay } = props;
  return (
    <fieldset className="filters" aria-label={words.looked(words.clips[name])}>
      {[true, false].map((value) => (
        <button
          key={String(value)}
          type="button"
          className="chip"
          aria-pressed={fits === value}
          onClick={() => onSay(value)}
        >
          {value ? words.fits : words.fitsNot}
        </button>
      ))}
    </fieldset>
  );
}
