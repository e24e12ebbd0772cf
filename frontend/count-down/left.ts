/** A time that is left, as people read it. */

export function leftText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** For who hears it: minutes while there are some, and the last half minute. */
export function leftSpoken(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole === 0) return 'Time is up.';
  if (whole <= 30) return '30 seconds left.';
  const minutes = Math.ceil(whole / 60);
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left.`;
}
