const APOSTROPHE = 0x27;

/** A cell as it was before its file was kept from being run by a spreadsheet: `'=1` is `=1`. */
export function unguarded(cell: string): string {
  return cell.charCodeAt(0) === APOSTROPHE && /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
