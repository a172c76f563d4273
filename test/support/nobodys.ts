/** A centre that every sandbox has. */
export const CENTRE = "cen_00000000000000000000000001";

/** One of each kind that belongs to nobody who asks, by the noun in the path. */
export const nobodys: Readonly<Record<string, string>> = {
  ...{ products: "U-3889316", terms: "dji-care-refresh" },
  // Every letter was sent: none can be taken up.
  letters: "evt_01m7ynaym0vqhpgnwdrkms6x8c_1",
  centres: CENTRE,
  blocks: "blk_01m7ynaym0vqhpgnwdrkms6x8c",
  // No mail has come, and there is no such letter.
  mails: "mal_01m7ynaym0vqhpgnwdrkms6x8c",
  texts: "nothing",
  ...{ "spare-units": "AC4NEVERSEEN1", successors: "osmo-action-4" },
  // No guide is written.
  guides: "gde_01m7ynaym0vqhpgnwdrkms6x8c",
  // Nothing was paid back, and nothing is disputed.
  refunds: "rfd_01m7ynaym0vqhpgnwdrkms6x8c_1",
  disputes: "dsp_01m7ynaym0vqhpgnwdrkms6x8c_1",
  // Nothing is held.
  holds: "hld_01m7ynaym0vqhpgnwdrkms6x8c_1",
  charges: "chg_01m7ynaym0vqhpgnwdrkms6x8c_1",
  "bank-credits": "crd_01m7ynaym0vqhpgnwdrkms6x8c",
  // There is no such reseller.
  resellers: "rsl_01m7ynaym0vqhpgnwdrkms6x8c",
  // No shop is connected, and there is no such code.
  shops: "shp_01m7ynaym0vqhpgnwdrkms6x8c",
  codes: "cod_01m7ynaym0vqhpgnwdrkms6x8c",
  // No batch is made, nothing is ordered of a supplier, and nothing is sent.
  "code-batches": "bat_01m7ynaym0vqhpgnwdrkms6x8c",
  "supplier-orders": "sor_01m7ynaym0vqhpgnwdrkms6x8c",
  parcels: "pcl_01m7ynaym0vqhpgnwdrkms6x8c_1",
  // No file is being read in.
  imports: "imp_01m7ynaym0vqhpgnwdrkms6x8c",
  // Nothing is passed on, and there is no such account.
  transfers: "trf_01m7ynaym0vqhpgnwdrkms6x8c_1",
  overrides: "ovr_01m7ynaym0vqhpgnwdrkms6x8c_1",
  appeals: "apl_01m7ynaym0vqhpgnwdrkms6x8c_1",
  // No parcel is a stray, and no supplier owes for a defect.
  strays: "str_01m7ynaym0vqhpgnwdrkms6x8c",
  recoveries: "rcv_01m7ynaym0vqhpgnwdrkms6x8c_1",
  // Nothing is verified.
  verifications: "vrf_01m7ynaym0vqhpgnwdrkms6x8c_1",
  ledger: "1",
  // Nothing was compared, and nothing differs.
  reconciliations: "rec_01m7ynaym0vqhpgnwdrkms6x8c",
  reports: "rpt_01m7ynaym0vqhpgnwdrkms6x8c",
  differences: "dif_01m7ynaym0vqhpgnwdrkms6x8c",
  // Nothing is reported as wrong, nothing is fetched, and nobody keeps these.
  "error-reports": "err_01m7ynaym0vqhpgnwdrkms6x8c",
  "supplier-feeds": "fed_01m7ynaym0vqhpgnwdrkms6x8c",
  ...{ models: "no-model", suppliers: "no-supplier", shelf: "NO-SKU" },
};
