/** What the event `rate-pick` tells, which any element inside a race may fire. */
export interface RatePick {
  /** Which optimizer of the race, from 0. */
  series: number;
  lr: number;
}

declare global {
  interface HTMLElementEventMap {
    'rate-pick': CustomEvent<RatePick>;
  }
}
