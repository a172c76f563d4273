import { effect } from "../platform/index.ts";

/** Keeps what is waived of sending a case back, `$3`; null takes that back. Its device is locked. */
export const keepWaiver = effect(
  "keep_waiver",
  `update claims.claim set waived_minor = $3, version = version + 1
    where device_id = $1 and no = $2 and appeal is distinct from 'asked'`,
);
