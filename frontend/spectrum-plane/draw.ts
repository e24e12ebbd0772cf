import { drawGrid, type Frame } from '../drawing/frame';
import type { Colors } from '../drawing/painter';
import type { Complex, Disc } from '../spectrum-lab/portrait';
import type { Kind, Scene } from './scene';

const FULL = 2 * Math.PI;
/** Canvas arcs of more pixels than this are drawn badly or not at all. */
const LARGEST_ARC = 1e7;

/** Discs, their union, the groups' counts, eigenvalues with the way they came, centers. */
export function drawPlane(c: CanvasRenderingContext2D, frame: Frame, colors: Colors, scene: Scene, handles: boolean) {
  drawGrid(c, frame, colors, 'Re', 'Im', 'i');
  for (const kind of scene.kinds) union(c, frame, colorOf(kind, colors), kind.discs);
  for (const kind of scene.kinds) {
    outlines(c, frame, colorOf(kind, colors), kind, scene);
  }
  trails(c, frame, colors, scene.trails);
  scene.centers.forEach((center, i) => cross(c, frame, colors, center, handles, scene.lit?.index === i));
  scene.eigenvalues.forEach((value, i) => {
    eigenvalue(c, frame, colors, value, scene.handles?.[i] ?? false, scene.picked === i);
  });
  for (const kind of scene.kinds) counts(c, frame, colors, kind, scene.kinds.length > 1);
}

function colorOf(kind: Kind, colors: Colors): string {
  return kind.name === 'row' ? colors.first : colors.second;
}

function trace(c: CanvasRenderingContext2D, frame: Frame, disc: Disc) {
  const radius = disc.radius * frame.scale;
  const x = frame.px(disc.center[0]);
  const y = frame.py(disc.center[1]);
  if (!(radius < LARGEST_ARC) || Math.abs(x) > LARGEST_ARC || Math.abs(y) > LARGEST_ARC) return;
  c.moveTo(x + radius, y);
  c.arc(x, y, radius, 0, FULL);
}

/** One fill for all discs: overlaps are no darker, since it is the union that counts. */
function union(c: CanvasRenderingContext2D, frame: Frame, color: string, discs: Disc[]) {
  c.beginPath();
  for (const disc of discs) trace(c, frame, disc);
  c.globalAlpha = 0.15;
  c.fillStyle = color;
  c.fill('nonzero');
  c.globalAlpha = 1;
}

function outlines(c: CanvasRenderingContext2D, frame: Frame, color: string, kind: Kind, scene: Scene) {
  c.strokeStyle = color;
  kind.discs.forEach((disc, index) => {
    const lit = scene.lit?.kind === kind.name && scene.lit.index === index;
    c.beginPath();
    trace(c, frame, disc);
    c.setLineDash(kind.name === 'row' ? [] : [7, 4]);
    c.lineWidth = lit ? 3 : 1.5;
    if (lit) {
      c.globalAlpha = 0.16;
      c.fillStyle = color;
      c.fill();
      c.globalAlpha = 1;
    }
    c.stroke();
    if (lit && disc.radius > 0) {
      c.beginPath();
      c.moveTo(frame.px(disc.center[0]), frame.py(disc.center[1]));
      c.lineTo(frame.px(disc.center[0] + disc.radius), frame.py(disc.center[1]));
      c.stroke();
    }
    if (kind.whole[index].radius > disc.radius) {
      // Where the disc will be at t = 1.
      c.beginPath();
      trace(c, frame, kind.whole[index]);
      c.setLineDash([2, 5]);
      c.lineWidth = 1;
      c.globalAlpha = 0.6;
      c.stroke();
      c.globalAlpha = 1;
    }
  });
  c.setLineDash([]);
}

function trails(c: CanvasRenderingContext2D, frame: Frame, colors: Colors, paths: Complex[][]) {
  c.strokeStyle = colors.ink;
  c.globalAlpha = 0.5;
  c.lineWidth = 1.5;
  for (const path of paths) {
    c.beginPath();
    path.forEach(([re, im], k) => (k ? c.lineTo(frame.px(re), frame.py(im)) : c.moveTo(frame.px(re), frame.py(im))));
    c.stroke();
  }
  c.globalAlpha = 1;
}

/** A center: a cross, in a ring where it can be taken hold of. */
function cross(
  c: CanvasRenderingContext2D, frame: Frame, colors: Colors, [re, im]: Complex, handle: boolean, lit: boolean,
) {
  const x = frame.px(re);
  const y = frame.py(im);
  c.strokeStyle = handle ? colors.accent : colors.soft;
  c.lineWidth = 1.5;
  if (handle) {
    c.beginPath();
    c.arc(x, y, lit ? 10 : 8, 0, FULL);
    c.globalAlpha = lit ? 0.9 : 0.6;
    c.fillStyle = colors.card;
    c.fill();
    c.globalAlpha = 1;
    c.stroke();
  }
  c.beginPath();
  c.moveTo(x - 5, y);
  c.lineTo(x + 5, y);
  c.moveTo(x, y - 5);
  c.lineTo(x, y + 5);
  c.stroke();
}

/** A dot, in a ring where it can be taken hold of. */
function eigenvalue(
  c: CanvasRenderingContext2D, frame: Frame, colors: Colors, [re, im]: Complex, handle: boolean, picked: boolean,
) {
  const x = frame.px(re);
  const y = frame.py(im);
  if (handle) {
    c.beginPath();
    c.arc(x, y, picked ? 11 : 9, 0, FULL);
    c.lineWidth = picked ? 2.5 : 1.5;
    c.strokeStyle = colors.ink;
    c.stroke();
  }
  c.beginPath();
  c.arc(x, y, 5, 0, FULL);
  c.fillStyle = colors.ink;
  c.fill();
  c.lineWidth = 2;
  c.strokeStyle = colors.card;
  c.stroke();
}

/** "2 discs, 2 eigenvalues" at the top of each connected group. */
function counts(c: CanvasRenderingContext2D, frame: Frame, colors: Colors, kind: Kind, both: boolean) {
  c.font = `600 12px ${colors.font}`;
  c.textAlign = 'center';
  const placed: { x: number; y: number }[] = [];
  for (const group of kind.groups) {
    const discs = group.discs.map((i) => kind.whole[i]);
    const below = kind.name === 'column' && both;
    const edge = discs.map((d) => ({ x: d.center[0], y: d.center[1] + (below ? -d.radius : d.radius) }));
    const end = edge.reduce((a, b) => ((below ? b.y < a.y : b.y > a.y) ? b : a));
    const text = `${count(group.discs.length, 'disc')}, ${count(group.eigenvalues.length, 'eigenvalue')}`;
    const half = c.measureText(text).width / 2 + 4;
    const x = Math.min(Math.max(frame.px(end.x), half + 2), frame.width - half - 2);
    const rise = discs.every((d) => d.radius * frame.scale < 12) ? 16 : 8;
    let y = frame.py(end.y) + (below ? rise + 8 : -rise);
    y = Math.min(Math.max(y, 30), frame.height - 26);
    if (frame.px(end.x) < -40 || frame.px(end.x) > frame.width + 40) continue;
    while (placed.some((p) => Math.abs(p.x - x) < 2 * half && Math.abs(p.y - y) < 15)) y += below ? 15 : -15;
    placed.push({ x, y });
    c.lineWidth = 4;
    c.strokeStyle = colors.card;
    c.lineJoin = 'round';
    c.strokeText(text, x, y);
    c.fillStyle = colorOf(kind, colors);
    c.fillText(text, x, y);
  }
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
