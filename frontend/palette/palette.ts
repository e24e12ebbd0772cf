/**
 * One color and one marker shape for each optimizer, everywhere. Colors follow Okabe and Ito's color-blind safe
 * set as far as it goes; shapes tell the optimizers apart without color. The PyTorch family has the textbook's
 * color and shape, drawn hollow. A repeated optimizer differs by its dash.
 */
export type Shape =
  | 'circle' | 'square' | 'diamond' | 'triangle' | 'triangle-down' | 'pentagon' | 'hexagon' | 'star' | 'plus'
  | 'cross' | 'bow-tie' | 'hourglass' | 'triangle-left' | 'triangle-right';

export interface Look {
  light: string;
  dark: string;
  shape: Shape;
}

const LOOKS: Record<string, Look> = {
  sgd: { light: '#0072b2', dark: '#4aa8e0', shape: 'circle' },
  momentum: { light: '#00805d', dark: '#1fc498', shape: 'square' },
  nesterov: { light: '#5b7d00', dark: '#a5cc3a', shape: 'hexagon' },
  counter: { light: '#7a5c00', dark: '#d9b23c', shape: 'plus' },
  adagrad: { light: '#cc5500', dark: '#ff8a3d', shape: 'diamond' },
  rmsprop: { light: '#b0397f', dark: '#ee8cc0', shape: 'triangle-down' },
  adadelta: { light: '#a04a2f', dark: '#dd9078', shape: 'pentagon' },
  adam: { light: '#7b4fb5', dark: '#b794f0', shape: 'triangle' },
  yogi: { light: '#3c4fc4', dark: '#8e9bff', shape: 'star' },
  newton: { light: '#3d4652', dark: '#c3cbd6', shape: 'cross' },
  diagonal: { light: '#00797f', dark: '#3cc4cb', shape: 'bow-tie' },
  adamw: { light: '#5e3a94', dark: '#c9a6ff', shape: 'triangle-left' },
  adamax: { light: '#96357a', dark: '#e79ad3', shape: 'triangle-right' },
  nadam: { light: '#4c6a92', dark: '#9bbbe6', shape: 'hourglass' },
  radam: { light: '#6b6b1f', dark: '#c7c765', shape: 'star' },
};

/** All that have a look of their own, by their textbook names. */
export const OPTIMIZERS: readonly string[] = Object.keys(LOOKS);

const UNKNOWN: Look = { light: '#3d4652', dark: '#c3cbd6', shape: 'circle' };
const TORCH = 'torch.';

/** How an optimizer, named as in its spec ("adagrad", "torch.adagrad"), is drawn. */
export function lookOf(optimizer: string): Look & { hollow: boolean } {
  const hollow = optimizer.startsWith(TORCH);
  return { ...(LOOKS[hollow ? optimizer.slice(TORCH.length) : optimizer] ?? UNKNOWN), hollow };
}

/** The optimizer's color on a page that is dark or light. */
export function colorOf(optimizer: string, dark: boolean): string {
  const look = lookOf(optimizer);
  return dark ? look.dark : look.light;
}

/** The same for a style sheet, which follows the page by itself. */
export function styleColorOf(optimizer: string): string {
  const { light, dark } = lookOf(optimizer);
  return `light-dark(${light}, ${dark})`;
}

/** Two kinds of things in one picture, such as row and column discs, have the colors of these optimizers. */
export const FIRST = 'sgd';
export const SECOND = 'adagrad';

/** Dash pattern of the n-th appearance of one optimizer in a race, in CSS pixels; solid for the first. */
export function dashOf(appearance: number): number[] {
  return [[], [7, 4], [2, 3], [10, 3, 2, 3]][appearance % 4];
}
