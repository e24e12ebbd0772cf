/** The picture on the canvas, layer by layer; the ground, which rarely changes, is drawn once and kept. */
import type { ClassLayer } from '../class-layer/class-layer';
import { drawInk } from '../ink/draw-ink';
import type { Stroke } from '../ink/ink';
import type { Spot } from '../ink/pointer';
import type { PlotLayer } from '../race/plot-layer';
import type { Trace, Window } from '../race/trace';
import type { Paint } from '../theme/scheme';
import type { Relief } from './bands';
import { setSize } from './canvas';
import type { Marks } from './anatomy-marks';
import { drawAnatomyOver, drawAnatomyUnder } from './draw-anatomy';
import { drawGhost } from './draw-ghost';
import { drawPaths, drawStart, type Path } from './draw-paths';
import { drawAxes, drawMinima, drawRelief, drawStartLimit } from './draw-relief';
import type { Viewport } from './viewport';

export interface Look {
  viewport: Viewport;
  /** Device pixels to one of the viewport. */
  scale: number;
  paint: Paint;
  family: string;
}

export interface Contents {
  relief: Relief | undefined;
  /** What lies over the ground, under all else. */
  map: PlotLayer | undefined;
  trace: Trace | undefined;
  paths: readonly Path[];
  /** Those of a pinned race. */
  ghost: readonly Path[];
  /** Of the step that is looked at, in its optimizer's color. */
  anatomy: { marks: Marks; color: string } | undefined;
  start: readonly [number, number] | undefined;
  layer: ClassLayer;
  /** What the pointer has hold of. */
  held: 'start' | 'guess' | undefined;
  /** The step that is told of. */
  ringed: { x: number; y: number } | undefined;
  /** Of a teacher's pen, and where a pointer is seen. */
  ink: { strokes: readonly Stroke[]; spots: readonly Spot[] };
}

const NO_RELIEF: Relief = { window: [0, 1, 0, 1] as Window, ground: 0.5, bands: [], undefinedRings: [] };

/** The ground covers all: where pictures are put on the screen without a graphics card, that is put there quicker. */
const OPAQUE: CanvasRenderingContext2DSettings = { alpha: false };

export class Picture {
  private readonly ground = document.createElement('canvas');
  private stale = true;

  /** The ground is no longer right. */
  spoil(): void {
    this.stale = true;
  }

  draw(canvas: HTMLCanvasElement, look: Look, contents: Contents): void {
    const context = canvas.getContext('2d', OPAQUE);
    if (!context) return;
    const { viewport, scale } = look;
    if (this.stale) this.drawGround(look, contents.relief ?? NO_RELIEF);
    setSize(canvas, viewport.width, viewport.height, scale);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(this.ground, 0, 0);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    drawOver(context, look, contents);
  }

  /** All of it on what is drawn on once, such as paper. */
  static print(context: CanvasRenderingContext2D, look: Look, contents: Contents): void {
    drawUnder(context, look, contents.relief ?? NO_RELIEF);
    drawOver(context, look, contents);
  }

  private drawGround(look: Look, relief: Relief): void {
    const context = this.ground.getContext('2d', OPAQUE);
    if (!context) return;
    const { viewport, scale } = look;
    setSize(this.ground, viewport.width, viewport.height, scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    drawUnder(context, look, relief);
    this.stale = false;
  }
}

function drawUnder(context: CanvasRenderingContext2D, { viewport, paint, family }: Look, relief: Relief): void {
  drawRelief(context, viewport, relief, paint);
  if (relief.startRings) drawStartLimit(context, viewport, relief.startRings, paint);
  drawAxes(context, viewport, paint, family);
}

function drawOver(context: CanvasRenderingContext2D, { viewport, scale, paint, family }: Look, contents: Contents): void {
  const { trace, layer, anatomy, start, held, ringed } = contents;
  if (!trace) return;
  if (contents.map) {
    contents.map.draw(context, viewport, paint, family);
    if (contents.map.covers) drawAxes(context, viewport, paint, family);
  }
  layer.drawUnder(context, viewport, scale, paint, family);
  drawMinima(context, viewport, trace.header.objective.minima, paint);
  drawGhost(context, viewport, contents.ghost, paint.card);
  if (anatomy) drawAnatomyUnder(context, viewport, anatomy.marks, anatomy.color, paint);
  drawPaths(context, viewport, contents.paths, paint.card, paint.ink);
  if (anatomy) drawAnatomyOver(context, viewport, anatomy.marks, anatomy.color, paint);
  layer.drawOver(context, viewport, paint, family);
  if (start) drawStart(context, viewport, start, held === 'start', paint.card, paint.ink, `600 13px ${family}`);
  layer.drawPin(context, viewport, held === 'guess', paint, family);
  if (ringed) {
    context.beginPath();
    context.arc(ringed.x, ringed.y, 10, 0, 2 * Math.PI);
    context.strokeStyle = paint.ink;
    context.lineWidth = 2;
    context.stroke();
  }
  drawInk(context, viewport, contents.ink.strokes, contents.ink.spots, paint.dark);
}
