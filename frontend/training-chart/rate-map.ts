/** What is told of the effective learning rates of a network's first layer at a moment. */

/** Numbers in bytes, in base64: 0 for none, else low + (byte - 1) * step. */
export interface Levels {
  low: number;
  step: number;
  values: string;
}

export interface RateMap {
  epoch: number;
  units: number;
  /** Weights of a unit's picture from left to right, and from top to bottom. */
  side: number;
  /** Logarithms to base 10, unit by unit. */
  rates: Levels;
  squares: Levels;
  /** A bit for each weight in base64, the lowest first: whether eps decides its rate. */
  capped: string;
  /** Of each pixel the mean logarithm of all units' rates; none where weights are on no pixels. */
  pixels: (number | null)[];
  /** Of that with the logarithm of how often a pixel is lit; null where all have one rate. */
  correlation: number | null;
  /** Median rates where pixels are lit in under 1%, to 10%, to 50% and more. */
  medians: (number | null)[];
  /** Share of all weights of the layer. */
  cappedShare: number;
  /** 5%, 50% and 95% quantiles of each layer's rates. */
  layers: (number | null)[][];
}
