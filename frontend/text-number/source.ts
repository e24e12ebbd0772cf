/** Where the numbers come from that a text says of a figure. */
import type { DescentRace } from '../race/descent-race';
import type { LineDiagram } from '../line-diagram/line-diagram';
import type { SpectrumLab } from '../spectrum-lab/spectrum-lab';
import type { Range } from './scale';

/** What the marker of a figure's root is. */
const FIGURE = 'data-figure';

/** Where the value stands in a handle's link. */
const HOLE = '{}';

/** The step that a race shows. */
export const STEP = 'step';

export interface Source {
  /** The number of that name; NaN while it is not known. */
  read(name: string): number;
  /** Goes so many steps along, where the figure has steps. */
  scrub?(step: number): void;
  lastStep?(): number;
  subscribe(changed: () => void): () => void;
}

/** A number that decides what a figure shows. */
export interface Handle extends Range {
  label: string;
}

function rootOf(figure: string): Element | null {
  return document.querySelector(`[${FIGURE}="${CSS.escape(figure)}"]`);
}

/** What a figure declares of a handle of its, as `0.05 5 0 learning rate`. */
export function handleOf(figure: string, name: string): Handle | undefined {
  const [low, high, by, ...label] = rootOf(figure)?.getAttribute(`data-handle-${name}`)?.split(' ') ?? [];
  if (low === undefined) return undefined;
  const steps = by === 'log' || by === 'whole' ? by : Number(by);
  return { low: Number(low), high: Number(high), by: steps, label: label.join(' ') };
}

/** What can show a figure as one of its numbers moves, before the page is told. */
interface Follower {
  followLink(link: string, parameter: string): boolean;
  rest?(): void;
}

/** Has a figure show what it would be with another value of a handle; false where it cannot. */
export function follow(figure: string, name: string, value: number): boolean {
  const root = rootOf(figure);
  const link = root?.getAttribute(`data-link-${name}`);
  const at = link?.indexOf(HOLE) ?? -1;
  if (!root || !link || at < 0) return false;
  const parameter = link.slice(Math.max(link.lastIndexOf('&', at), link.lastIndexOf('?', at)) + 1).split('=')[0];
  return followerOf(root)?.followLink(link.replaceAll(HOLE, String(value)), parameter) ?? false;
}

export function rest(figure: string): void {
  const root = rootOf(figure);
  if (root) followerOf(root)?.rest?.();
}

function followerOf(root: Element): Follower | undefined {
  return root.querySelector('descent-race') ?? root.querySelector<SpectrumLab>('spectrum-lab')?.model
    ?? root.querySelector('line-diagram') ?? undefined;
}

export function sourceOf(figure: string): Source | undefined {
  const root = rootOf(figure);
  const race = root?.querySelector('descent-race');
  if (race?.model) return raceSource(race);
  const spectrum = root?.querySelector<SpectrumLab>('spectrum-lab');
  if (spectrum?.model) return spectrumSource(spectrum);
  const diagram = root?.querySelector('line-diagram');
  return diagram?.hasUpdated ? diagramSource(diagram) : undefined;
}

/** Names are a column of the first optimizer, as x1, or of another one, as 2.x1. */
function raceSource({ model }: DescentRace): Source {
  return {
    read(name) {
      if (!model?.trace) return NaN;
      if (name === STEP) return model.step;
      const [, run, column] = /^(?:(\d)\.)?(.*)$/.exec(name) ?? [];
      return model.trace.series[Number(run ?? 1) - 1]?.at(model.step, column) ?? NaN;
    },
    scrub: (step) => model.seek(step),
    lastStep: () => model.lastStep,
    subscribe: (changed) => model.subscribe(changed),
  };
}

function spectrumSource({ model }: SpectrumLab): Source {
  return {
    read(name) {
      const view = name === 'rescaled-kappa' ? model.portrait?.preconditioned.view : model.portrait?.view;
      return view?.kappa ?? NaN;
    },
    subscribe(changed) {
      model.addEventListener('change', changed);
      return () => model.removeEventListener('change', changed);
    },
  };
}

function diagramSource(diagram: LineDiagram): Source {
  return {
    read(name) {
      const numbers = diagram.diagram?.numbers ?? {};
      return name in numbers ? numbers[name] ?? Infinity : NaN;
    },
    subscribe(changed) {
      diagram.addEventListener('numbers', changed);
      return () => diagram.removeEventListener('numbers', changed);
    },
  };
}
