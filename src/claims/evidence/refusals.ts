import { type FileFault, refusals } from "../../platform/index.ts";

/** Why a piece that was sent is not kept: what its check found, or that it never came whole. */
export type RefusedAs = FileFault | "never_finished" | "file_lost";

/** What people are told of a piece that was not taken. */
export const faultWords: Readonly<Record<RefusedAs, { readonly says: string; readonly next: string }>> = {
  not_what_it_says: {
    says: "The file is not of the type it is called.",
    next: "Send the photo, video or log as the camera or app made it, without renaming it.",
  },
  file_damaged: {
    says: "The file is damaged or not whole.",
    next: "Open it on your device; if it looks right there, send it again, else take another.",
  },
  too_many_pixels: {
    says: "The photo has more than 120 million pixels or is longer than 20,000.",
    next: "Make it smaller, or take another with the camera's usual setting.",
  },
  two_files_in_one: {
    says: "The file holds another one inside, such as an archive or a web page.",
    next: "Send the photo as the camera made it, and anything else as a file of its own.",
  },
  unpacks_too_large: {
    says: "The archive holds too much.",
    next: "Send the logs of this flight only.",
  },
  took_too_long: {
    says: "The file could not be read in the time we give it.",
    next: "Send a smaller one.",
  },
  never_finished: {
    says: "The upload did not end within a day.",
    next: "Send the file again.",
  },
  file_lost: {
    says: "The file was lost on our side before it was checked.",
    next: "Send it again.",
  },
};

/** Every "no" that evidence can meet when it is offered or changed. */
export const refuse = refusals({
  case_is_over: {
    says: "The case is over, so nothing is added to it.",
    next: "Report the damage again if there is a new one.",
  },
  type_not_taken: {
    says: "Files of this type are not taken.",
    next: "Send photos as JPEG, PNG or WebP, videos as MP4, MOV or WebM, logs as text or zip, papers as PDF.",
  },
  heic_not_taken: {
    says: "Photos in the format HEIC are not taken.",
    next: "Save the photo as JPEG: on an iPhone, Settings, Camera, Formats, Most Compatible.",
  },
  clip_not_a_video: {
    says: "A verification is shown on video.",
    next: "Send a video as MP4, MOV or WebM, as the camera or phone made it.",
  },
  clip_not_asked: {
    says: "This clip is not one of those that are to be filmed now.",
    next: "Send one of the clips that GET /v1/verifications/{id} still asks for.",
  },
  file_too_large: {
    says: "The file is larger than files of its kind may be.",
    next: "Send at most 20 MB for a photo or a paper, 300 MB for a video, 50 MB for a log.",
  },
  case_is_full: {
    says: "The case has 60 pieces or a gigabyte already.",
    next: "Take back what is not needed, then add this one.",
  },
  evidence_stands: {
    says: "This piece cannot be taken back any more.",
    next: "Ask us: the bench has looked at it already, or it was refused or taken back before.",
  },
  evidence_not_kept: {
    says: "This piece is not among what is kept.",
    next: "Wait until it is checked.",
  },
});
