import type { Box } from '../drawing/frame';
import type { Lit } from '../spectrum-lab/model';
import type { Complex, Disc, Group, View } from '../spectrum-lab/portrait';

/** What is drawn of a matrix in the complex plane, at one t of M(t) = D + t (M - D). */
export interface Scene {
  kinds: Kind[];
  /** Diagonal entries: the common centers of row and column discs. */
  centers: Complex[];
  eigenvalues: Complex[];
  /** Which of them can be taken hold of, and the one that is looked at. */
  handles?: boolean[];
  picked?: number;
  /** Where the eigenvalues came from since t = 0; empty at the diagonal. */
  trails: Complex[][];
  lit?: Lit;
}

export interface Kind {
  name: 'row' | 'column';
  discs: Disc[];
  /** The discs at t = 1, with their groups. */
  whole: Disc[];
  groups: Group[];
}

/** The scene of a view; a center that is being dragged is moved ahead of the server's answer. */
export function sceneOf(
  view: View, t: number, rows: boolean, columns: boolean, lit?: Lit, dragged?: { index: number; to: Complex },
): Scene {
  const at = (discs: Disc[]) => discs.map((disc, i) => ({
    center: dragged?.index === i ? dragged.to : disc.center,
    radius: disc.radius,
  }));
  const shrink = (discs: Disc[]) => at(discs).map((disc) => ({ center: disc.center, radius: t * disc.radius }));
  const kind = (name: 'row' | 'column', discs: Disc[], groups: Group[]): Kind =>
    ({ name, discs: shrink(discs), whole: at(discs), groups });
  const kinds: Kind[] = [];
  if (rows) kinds.push(kind('row', view.rowDiscs, view.rowGroups));
  if (columns) kinds.push(kind('column', view.columnDiscs, view.columnGroups));
  return {
    kinds,
    centers: at(view.rowDiscs).map((disc) => disc.center),
    eigenvalues: t === 1 ? view.eigenvalues : view.paths.map((path) => along(path, t)),
    trails: view.paths.map((path) => {
      const steps = t * (path.length - 1);
      return [...path.slice(0, Math.floor(steps) + 1), along(path, t)];
    }),
    lit,
  };
}

/** A scene without its eigenvalues. */
export function discsOf(scene: Scene): Scene {
  return {
    ...scene,
    kinds: scene.kinds.map((kind) => ({ ...kind, groups: [] })),
    eigenvalues: [],
    handles: [],
    trails: [],
  };
}

/** Where a path is at t, linear between its points. */
function along(path: Complex[], t: number): Complex {
  const steps = t * (path.length - 1);
  const k = Math.min(Math.floor(steps), path.length - 2);
  const part = steps - k;
  const [a, b] = [path[k], path[k + 1]];
  return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
}

/** The box that holds all discs of a view, or its points where all radii are 0. */
export function boxOf(view: View, rows: boolean, columns: boolean): Box {
  const discs = [...(rows ? view.rowDiscs : []), ...(columns ? view.columnDiscs : [])];
  const points = view.eigenvalues.map((center) => ({ center, radius: 0 }));
  const all = [...discs, ...points];
  const box = {
    x0: Math.min(...all.map((d) => d.center[0] - d.radius)),
    x1: Math.max(...all.map((d) => d.center[0] + d.radius)),
    y0: Math.min(...all.map((d) => d.center[1] - d.radius)),
    y1: Math.max(...all.map((d) => d.center[1] + d.radius)),
  };
  const span = Math.max(box.x1 - box.x0, box.y1 - box.y0);
  const size = Math.max(...all.map((d) => Math.hypot(...d.center)), 0);
  // A single point, or points within rounding of each other, still want a neighborhood.
  const room = span > 1e-9 * size ? 0 : size > 0 ? size / 2 : 1;
  return { x0: box.x0 - room, x1: box.x1 + room, y0: box.y0 - room, y1: box.y1 + room };
}

/** The disc to light under a point: the smallest that holds it. */
export function discAt(scene: Scene, x: number, y: number): Lit | undefined {
  let found: Lit | undefined;
  let radius = Infinity;
  for (const kind of scene.kinds) {
    kind.discs.forEach((disc, index) => {
      if (Math.hypot(x - disc.center[0], y - disc.center[1]) <= disc.radius && disc.radius < radius) {
        radius = disc.radius;
        found = { kind: kind.name, index };
      }
    });
  }
  return found;
}
