/** How a case stands, as far as it concerns the pool. */
export interface CaseStanding {
  readonly deviceId: string;
  readonly claimNo: number;
  readonly state: string;
  readonly region: string;
  readonly model: string;
  /** The centre it goes to. */
  readonly centreId: string | null;
  /** The serial it was reported with. */
  readonly serial: string;
  /** The unit that was given and not taken back. */
  readonly swap: { readonly no: number; readonly newSerial: string; readonly oldSerial: string } | null;
  /** Whether the device of the case has come to us. */
  readonly hasCome: boolean;
  /** The unit that is set aside for it. */
  readonly setAside: string | null;
}
