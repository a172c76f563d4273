/** The kinds of files we take. */
export const fileKinds = ["photo", "video", "log", "document"] as const;
export type FileKind = (typeof fileKinds)[number];

/** Why a file is not taken, as a statement of fact. */
export const fileFaults = [
  "not_what_it_says",
  "file_damaged",
  "too_many_pixels",
  "two_files_in_one",
  "unpacks_too_large",
  "took_too_long",
] as const;
export type FileFault = (typeof fileFaults)[number];

/** What a look at a file found: what it is shown as, or why it is refused. */
export type Examined =
  | {
      readonly refused?: undefined;
      readonly type: string;
      readonly width?: number;
      readonly height?: number;
      /** 64 bits of what a photo looks like, as a signed number in decimal. */
      readonly look?: string;
    }
  | { readonly refused: FileFault };
