/** What a Path2D is told, as the `d` of a path of SVG. */

const TURN = 2 * Math.PI;

export function short(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100) : '0';
}

export class SvgPath {
  d = '';
  private empty = true;

  moveTo(x: number, y: number): void {
    this.add('M', x, y);
  }

  lineTo(x: number, y: number): void {
    this.add(this.empty ? 'M' : 'L', x, y);
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.add('C', x1, y1, x2, y2, x, y);
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.add('Q', x1, y1, x, y);
  }

  closePath(): void {
    if (!this.empty) this.d += 'Z';
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number | number[] = 0): void {
    const r = Math.min(Array.isArray(radius) ? radius[0] ?? 0 : radius, width / 2, height / 2);
    this.moveTo(x + r, y);
    this.lineTo(x + width - r, y);
    this.corner(r, x + width, y + r);
    this.lineTo(x + width, y + height - r);
    this.corner(r, x + width - r, y + height);
    this.lineTo(x + r, y + height);
    this.corner(r, x, y + height - r);
    this.lineTo(x, y + r);
    this.corner(r, x + r, y);
    this.closePath();
  }

  arc(x: number, y: number, radius: number, from: number, to: number, counterclockwise = false): void {
    this.ellipse(x, y, radius, radius, 0, from, to, counterclockwise);
  }

  ellipse(
    x: number, y: number, a: number, b: number, turned: number, from: number, to: number, counterclockwise = false,
  ): void {
    const way = counterclockwise ? from - to : to - from;
    // A whole turn has no end that differs from its start: two halves.
    const span = way >= TURN ? TURN : ((way % TURN) + TURN) % TURN;
    const at = (angle: number): [number, number] => {
      const [u, v] = [a * Math.cos(angle), b * Math.sin(angle)];
      return [x + u * Math.cos(turned) - v * Math.sin(turned), y + u * Math.sin(turned) + v * Math.cos(turned)];
    };
    this.lineTo(...at(from));
    const sign = counterclockwise ? -1 : 1;
    for (const part of [0.5, 1]) {
      const [px, py] = at(from + sign * span * part);
      this.d += `A${short(a)} ${short(b)} ${short((turned * 360) / TURN)} 0 ${counterclockwise ? 0 : 1} ${short(px)} ${short(py)}`;
    }
  }

  private corner(r: number, x: number, y: number): void {
    this.d += `A${short(r)} ${short(r)} 0 0 1 ${short(x)} ${short(y)}`;
  }

  private add(command: string, ...numbers: number[]): void {
    this.empty = false;
    this.d += command + numbers.map(short).join(' ');
  }
}
