/** What a network's tests say. */
import type { Test } from '../training-chart/training-run';

/** Bytes of a text in base64. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** The pair of classes most often taken one for the other, or undefined where there is no mistake. */
export function worstConfusion(test: Test, classes: string[]): { label: string; takenFor: string; count: number } | undefined {
  let worst = -1;
  test.confusion.forEach((count, at) => {
    const mistaken = Math.floor(at / classes.length) !== at % classes.length;
    if (mistaken && count > 0 && (worst < 0 || count > test.confusion[worst])) worst = at;
  });
  return worst < 0 ? undefined : {
    label: classes[Math.floor(worst / classes.length)],
    takenFor: classes[worst % classes.length],
    count: test.confusion[worst],
  };
}
