/** Round steps along an axis: 1, 2 or 5 times a power of ten. */

/** A fraction, so that its multiples are the doubles nearest to what is written: 3/10 rather than three times 0.1. */
interface Step {
  of: number;
  per: number;
}

/** From here on, in the middle between two steps by ratio, the wider one is nearer. */
const TO_TWO = Math.sqrt(2);
const TO_FIVE = Math.sqrt(10);
const TO_TEN = Math.sqrt(50);

/** Widening a range may widen its step, and that the range again; where doubles are far apart, for ever. */
const MOST_TRIES = 10;

function stepFor(low: number, high: number, about: number): Step {
  const size = (high - low) / about;
  const power = Math.floor(Math.log10(size));
  const rest = size / 10 ** power;
  if (rest >= TO_TEN) return power < -1 ? { of: 1, per: 10 ** -(power + 1) } : { of: 10 ** (power + 1), per: 1 };
  const digit = rest >= TO_FIVE ? 5 : rest >= TO_TWO ? 2 : 1;
  return power < 0 ? { of: digit, per: 10 ** -power } : { of: digit * 10 ** power, per: 1 };
}

/** A round step, and which of its multiples are the first and the last inside a range. */
function stepsIn(low: number, high: number, about: number): { step: Step; first: number; last: number } {
  const step = stepFor(low, high, about);
  // Rounded and then put right, since 0.07 * 200 is more than 14.
  let first = nearest(step, low);
  let last = nearest(step, high);
  if (multiple(step, first) < low) first++;
  if (multiple(step, last) > high) last--;
  // Where one is wanted, one there shall be.
  return last < first && about >= 0.5 && about < 2 ? stepsIn(low, high, 2 * about) : { step, first, last };
}

function nearest({ of, per }: Step, value: number): number {
  return Math.round((value * per) / of);
}

function multiple({ of, per }: Step, times: number): number {
  return (times * of) / per;
}

/** The multiples of a round step that lie inside a range, about so many; none where the range is no range. */
export function multiplesIn(low: number, high: number, about: number): number[] {
  if (low === high && about > 0) return [low];
  if (!(high > low) || !(about > 0)) return [];
  const { step, first, last } = stepsIn(low, high, about);
  return last >= first ? Array.from({ length: last - first + 1 }, (_, i) => multiple(step, first + i)) : [];
}

/** The range with its ends moved outwards to multiples of the step that it would have then. */
export function widened(low: number, high: number, about: number): [number, number] {
  let before: Step | undefined;
  let [from, to] = [low, high];
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { step } = stepsIn(from, to, about);
    if (before && step.of === before.of && step.per === before.per) return [from, to];
    if (!(step.of > 0)) break;
    const [first, last] = [nearest(step, from), nearest(step, to)];
    from = multiple(step, multiple(step, first) > from ? first - 1 : first);
    to = multiple(step, multiple(step, last) < to ? last + 1 : last);
    before = step;
  }
  return [low, high];
}
