import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import '../descent-marker/descent-marker';
import { Painter, painterStyles, type Draw } from '../drawing/painter';
import { handSocket, type Asker } from '../hand/hand-socket';
import { tabular } from '../numbers/numbers';
import { styleColorOf } from '../palette/palette';
import type { Printed } from '../paper/printed';
import { themeStyles } from '../theme/scheme';
import { heightAt, rowsOf, type Curve, type Diagram, type Panel } from './diagram';
import { drawPanel } from './draw';
import { diagramStyles } from './styles';

/** How links of diagrams begin, and which parameter names one in a question. */
const DIAGRAM = 'diagram/';
const NAME = 'of';
const MOST_PANELS = 3;
const ROWS = 8;

/** A diagram of curves that the server has computed. Fires `numbers` when other numbers are shown. */
@customElement('line-diagram')
export class LineDiagram extends LitElement {
  static override styles = [themeStyles, painterStyles, diagramStyles];

  @property({ type: Object }) diagram?: Diagram;
  private readonly painter: Painter;

  constructor() {
    super();
    const draws: Record<string, Draw> = {};
    for (let i = 0; i < MOST_PANELS; i++) {
      draws[`#panel-${i}`] = (context, width, height, colors) => {
        const panel = this.diagram?.panels[i];
        if (panel) drawPanel(context, panel, width, height, colors);
      };
    }
    this.painter = new Painter(this, draws);
  }

  /** For paper. */
  printed(): Printed[] {
    return (this.diagram?.panels ?? []).flatMap(({ title, curves }, i) => this.painter.printed(`#panel-${i}`, title, {
      about: title,
      legend: curves.map(({ name, look, style }) => ({
        name, optimizer: look, drawn: style === 'DOTS' ? 'mark' : style === 'DASHED' ? 'dashes' : 'line',
      })),
    }));
  }

  private newest = 0;
  private readonly asker: Asker = {
    answered: ([part], number) => {
      if ('answer' in part) this.diagram = JSON.parse(new TextDecoder().decode(part.answer)) as Diagram;
      this.toggleAttribute('data-behind', number < this.newest);
    },
    lost: () => this.removeAttribute('data-behind'),
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    handSocket.forget(this.asker);
  }

  /** Shows what a link would show, as a number in it moves; false where that cannot be followed. */
  followLink(link: string): boolean {
    if (!handSocket.usable || !this.diagram) return false;
    const [name, query] = link.slice(DIAGRAM.length).split('?');
    this.newest = handSocket.ask(this.asker, [`diagram?${NAME}=${name}&${query}`]);
    return true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('diagram')) this.dispatchEvent(new CustomEvent('numbers', { bubbles: true, composed: true }));
  }

  protected override render() {
    const { diagram } = this;
    if (!diagram) return nothing;
    return html`
      <div class="panels">${diagram.panels.map((panel, i) => html`
        <figure>
          <h3>${panel.title}</h3>
          <canvas id="panel-${i}" role="img" aria-label="${panel.title}: ${panel.curves.map(({ name }) => name).join(', ')}. ${diagram.says}"></canvas>
          <ul aria-label="Legend">${panel.curves.map(legend)}</ul>
        </figure>`)}</div>
      <p class="says">${diagram.says}</p>
      <details part="numbers">
        <summary>As a table</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="The diagram as a table">${diagram.panels.map(table)}</div>
      </details>`;
  }
}

function legend({ name, look, style }: Curve) {
  const color = styleMap({ color: look ? styleColorOf(look) : 'var(--descent-soft)' });
  return html`<li>${style === 'DOTS'
    ? html`<descent-marker optimizer=${look}></descent-marker>`
    : html`<i class=${classMap({ dashed: style === 'DASHED' })} style=${color}></i>`}${name}</li>`;
}

function table(panel: Panel) {
  const lines = panel.curves.filter(({ style }) => style !== 'DOTS');
  const dots = panel.curves.filter(({ style, x }) => style === 'DOTS' && x.length <= ROWS);
  const rows = rowsOf(panel, ROWS);
  const place = rows.every(Number.isInteger) ? (row: number) => tabular(row).replace(/\.0+$/, '') : (row: number) => tabular(row);
  return html`<table>
    <caption>${panel.title}</caption>
    <thead><tr><th scope="col">${panel.x.name}</th>${lines.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>
      <th scope="row">${place(row)}</th>
      ${lines.map((curve) => html`<td>${cell(heightAt(curve, row))}</td>`)}
    </tr>`)}</tbody>
  </table>
  ${dots.map((curve) => html`<table>
    <caption>${curve.name}</caption>
    <tbody>${curve.x.map((place, i) => html`<tr>
      <th scope="row">${tabular(place)}</th><td>${cell(curve.y[i])}</td></tr>`)}</tbody>
  </table>`)}`;
}

function cell(value: number | null): string {
  return value === null || Number.isNaN(value) ? '\u2013' : tabular(value, 1);
}

declare global {
  interface HTMLElementTagNameMap {
    'line-diagram': LineDiagram;
  }
}
