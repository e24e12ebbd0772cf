/** How an entry stands in its cell: with few digits, and with all of them while it is typed in. */
const LONG = 9;
const DIGITS = 5;

/** An entry with long decimals shortened; of a short one nothing is lost. */
export function shortEntry(text: string): string {
  if (text.length <= LONG) return text;
  return text.replace(/\d+\.\d+(?:[eE][-+]?\d+)?/g, (number) => String(Number(Number(number).toPrecision(DIGITS))));
}

/** Shows all digits of a cell that gets the focus, to be typed over. */
export function exactly(cell: HTMLInputElement): void {
  cell.value = cell.dataset.exact ?? cell.value;
  cell.select();
}

/** Shows few digits again. */
export function shortly(cell: HTMLInputElement): void {
  cell.value = shortEntry(cell.dataset.exact ?? cell.value);
}
