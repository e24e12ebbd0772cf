import { short, SvgPath } from './svg-path';

/** A color of CSS as SVG's readers outside browsers know it, and how much of it covers. */
export type PlainColor = (css: string) => { color: string; opacity: number };

/** What of a context is put aside by `save`. */
interface State {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  globalAlpha: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  dash: readonly number[];
  matrix: readonly [number, number, number, number, number, number];
  clips: readonly string[];
}

const ANCHORS: Record<string, string> = { center: 'middle', right: 'end', end: 'end' };
const BASELINES: Record<string, string> = { middle: 'central', top: 'text-before-edge', bottom: 'text-after-edge', hanging: 'hanging' };

/** As much of a canvas' context as the plots draw with, which writes SVG instead. */
export class SvgContext implements State {
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  lineCap = 'butt';
  lineJoin = 'miter';
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign = 'start';
  textBaseline = 'alphabetic';
  dash: readonly number[] = [];
  matrix: State['matrix'] = [1, 0, 0, 1, 0, 0];
  clips: readonly string[] = [];
  private readonly elements: string[] = [];
  private readonly definitions: string[] = [];
  private readonly saved: State[] = [];
  private path = new SvgPath();
  private readonly plain: PlainColor;
  private readonly measure: (text: string, font: string) => TextMetrics;

  constructor(plain: PlainColor, measure: (text: string, font: string) => TextMetrics) {
    this.plain = plain;
    this.measure = measure;
  }

  /** All that was drawn, on paper of a width in millimeters. */
  svg(width: number, height: number, paper: number, background: string): string {
    const { color } = this.plain(background);
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${paper}mm" height="${short((paper * height) / width)}mm"`
      + ` viewBox="0 0 ${short(width)} ${short(height)}"><defs>${this.definitions.join('')}</defs>`
      + `<rect width="100%" height="100%" fill="${color}"/>${this.elements.join('\n')}</svg>\n`;
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline, dash, matrix, clips } = this;
    this.saved.push({ fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline, dash, matrix, clips });
  }

  restore(): void {
    Object.assign(this, this.saved.pop());
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = [...dash];
  }

  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.matrix = [a, b, c, d, e, f];
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }

  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }

  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.transform(cos, sin, -sin, cos, 0, 0);
  }

  transform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    const [A, B, C, D, E, F] = this.matrix;
    this.matrix = [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
  }

  beginPath(): void {
    this.path = new SvgPath();
  }

  moveTo(x: number, y: number): void { this.path.moveTo(x, y); }

  lineTo(x: number, y: number): void { this.path.lineTo(x, y); }

  closePath(): void { this.path.closePath(); }

  rect(x: number, y: number, width: number, height: number): void { this.path.rect(x, y, width, height); }

  roundRect(...args: Parameters<SvgPath['roundRect']>): void { this.path.roundRect(...args); }

  arc(...args: Parameters<SvgPath['arc']>): void { this.path.arc(...args); }

  ellipse(...args: Parameters<SvgPath['ellipse']>): void { this.path.ellipse(...args); }

  bezierCurveTo(...args: Parameters<SvgPath['bezierCurveTo']>): void { this.path.bezierCurveTo(...args); }

  quadraticCurveTo(...args: Parameters<SvgPath['quadraticCurveTo']>): void { this.path.quadraticCurveTo(...args); }

  fill(what?: SvgPath | string, rule?: string): void {
    const { d } = typeof what === 'object' ? what : this.path;
    const evenOdd = what === 'evenodd' || rule === 'evenodd' ? ' fill-rule="evenodd"' : '';
    this.draw(d, `<path d="${d}"${this.painted('fill', this.fillStyle)}${evenOdd}/>`);
  }

  stroke(path: SvgPath = this.path): void {
    this.draw(path.d, `<path d="${path.d}" fill="none"${this.stroked()}/>`);
  }

  clip(what?: SvgPath | string, rule?: string): void {
    const { d } = typeof what === 'object' ? what : this.path;
    const evenOdd = what === 'evenodd' || rule === 'evenodd' ? ' clip-rule="evenodd"' : '';
    const id = `clip-${this.definitions.length + 1}`;
    this.definitions.push(`<clipPath id="${id}"><path d="${d}"${evenOdd}${this.placed()}/></clipPath>`);
    this.clips = [...this.clips, id];
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const path = new SvgPath();
    path.rect(x, y, width, height);
    this.fill(path);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    const path = new SvgPath();
    path.rect(x, y, width, height);
    this.stroke(path);
  }

  clearRect(): void {
    // paper is bare at first
  }

  fillText(text: string, x: number, y: number): void {
    this.write(text, x, y, this.painted('fill', this.fillStyle));
  }

  strokeText(text: string, x: number, y: number): void {
    this.write(text, x, y, ` fill="none"${this.stroked()}`);
  }

  measureText(text: string): TextMetrics {
    return this.measure(text, this.font);
  }

  drawImage(image: HTMLCanvasElement, ...at: number[]): void {
    // Of its nine numbers the last four say where, of three or five those that there are.
    const [x, y, width = image.width, height = image.height] = at.length === 8 ? at.slice(4) : at;
    this.draw('image', `<image href="${image.toDataURL()}" x="${short(x)}" y="${short(y)}" width="${short(width)}"`
      + ` height="${short(height)}" preserveAspectRatio="none"${this.placed()}/>`);
  }

  /** Puts a picture that is SVG already there as it is. */
  nest(svg: string): void {
    this.draw(svg, `<g${this.placed()}>${svg}</g>`);
  }

  private draw(d: string, element: string): void {
    if (!d) return;
    this.elements.push(this.clips.reduceRight((inner, id) => `<g clip-path="url(#${id})">${inner}</g>`, element));
  }

  private write(text: string, x: number, y: number, paint: string): void {
    const anchor = ANCHORS[this.textAlign];
    const baseline = BASELINES[this.textBaseline];
    this.draw(text, `<text x="${short(x)}" y="${short(y)}"${anchor ? ` text-anchor="${anchor}"` : ''}`
      + `${baseline ? ` dominant-baseline="${baseline}"` : ''} style="font:${escaped(this.font)}"${paint}>${escaped(text)}</text>`);
  }

  private painted(what: 'fill' | 'stroke', css: string): string {
    const { color, opacity } = this.plain(css);
    const covers = opacity * this.globalAlpha;
    return ` ${what}="${color}"${covers < 1 ? ` ${what}-opacity="${short(covers)}"` : ''}${what === 'fill' ? this.placed() : ''}`;
  }

  private stroked(): string {
    const dash = this.dash.length > 0 ? ` stroke-dasharray="${this.dash.map(short).join(' ')}"` : '';
    return `${this.painted('stroke', this.strokeStyle)} stroke-width="${short(this.lineWidth)}" stroke-linecap="${this.lineCap}"`
      + ` stroke-linejoin="${this.lineJoin}"${dash}${this.placed()}`;
  }

  private placed(): string {
    const still = this.matrix.every((each, i) => each === [1, 0, 0, 1, 0, 0][i]);
    return still ? '' : ` transform="matrix(${this.matrix.map((each) => Math.round(each * 1e4) / 1e4).join(' ')})"`;
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[each]!);
}
