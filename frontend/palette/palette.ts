/**
 * One color and one marker shape for each optimizer, everywhere. Colors follow Okabe and Ito's color-blind safe
 * set as far as it goes; shapes tell the optimizers apart without color. The PyTorch family has the textbook's
 * color and shape, drawn hollow and dashed. A second run of one optimizer keeps its color, never another's, and
 * differs by its dash and by its shape, which is pressed narrow; a third has it flat, a fourth aslant.
 */
export type Shape = Outline | `${Outline} ${Pressed}`;

export type Pressed = 'narrow' | 'flat' | 'aslant';

export type Outline =
  | 'circle' | 'square' | 'diamond' | 'triangle' | 'triangle-down' | 'pentagon' | 'hexagon' | 'star' | 'plus'
  | 'cross' | 'bow-tie' | 'hourglass' | 'triangle-left' | 'triangle-right';

interface Colored {
  light: string;
  dark: string;
  shape: Outline;
}

/** How one run of an optimizer is drawn. */
export interface Look {
  light: string;
  dark: string;
  shape: Shape;
  hollow: boolean;
  /** In CSS pixels; none for a solid line. */
  dash: number[];
}

const LOOKS: Record<string, Colored> = {
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
  rule: { light: '#b3243b', dark: '#ff8595', shape: 'hourglass' },
};

/** All that have a look of their own, by their textbook names. */
export const OPTIMIZERS: readonly string[] = Object.keys(LOOKS);

const UNKNOWN: Colored = { light: '#3d4652', dark: '#c3cbd6', shape: 'circle' };
const TORCH = 'torch.';

const PRESSED: readonly (Pressed | '')[] = ['', 'narrow', 'flat', 'aslant'];
const DASHES = {
  textbook: [[], [7, 4], [2, 3], [10, 3, 2, 3]],
  torch: [[4, 3], [12, 4], [1, 4], [6, 3, 1, 3, 1, 3]],
};

/**
 * How a run of an optimizer, named as in its spec ("adagrad", "torch.adagrad"), is drawn.
 *
 * @param appearance how many runs of the same optimizer come before it
 */
export function lookOf(optimizer: string, appearance = 0): Look {
  const hollow = optimizer.startsWith(TORCH);
  const { light, dark, shape } = LOOKS[hollow ? optimizer.slice(TORCH.length) : optimizer] ?? UNKNOWN;
  const pressed = PRESSED[appearance % PRESSED.length];
  const dashes = hollow ? DASHES.torch : DASHES.textbook;
  return { light, dark, shape: pressed ? `${shape} ${pressed}` : shape, hollow, dash: dashes[appearance % dashes.length] };
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
