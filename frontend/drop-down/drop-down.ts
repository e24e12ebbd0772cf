/**
 * Gives Vaadin's select a property `options`, of which it makes elements only when somebody comes to it: dozens of them in each
 * list would be made at each load, for lists that few open. Until then it has the chosen one alone, whose words it shows.
 */
import { Select, type SelectItem } from '@vaadin/select';

const COMES = ['pointerover', 'focusin', 'keydown', 'click'] as const;

interface Choice {
  options: SelectItem[];
  /** Whether somebody has come, so that it has them all. */
  whole: boolean;
}

const choices = new WeakMap<Select, Choice>();

function show(select: Select): void {
  const choice = choices.get(select);
  if (!choice) return;
  select.items = choice.whole ? choice.options : choice.options.filter(({ value }) => value === select.value);
}

function come(event: Event): void {
  const select = event.currentTarget as Select;
  const choice = choices.get(select);
  if (!choice || choice.whole) return;
  choice.whole = true;
  show(select);
}

Object.defineProperty(Select.prototype, 'options', {
  get(this: Select) { return choices.get(this)?.options; },
  set(this: Select, options: SelectItem[]) {
    const before = choices.get(this);
    choices.set(this, { options, whole: before?.whole ?? false });
    if (before) {
      show(this);
      return;
    }
    COMES.forEach((sign) => this.addEventListener(sign, come, { capture: true }));
    // It scrolls to what is chosen, for which all is laid out: not while the page is being made.
    requestAnimationFrame(() => setTimeout(() => {
      show(this);
      this.addEventListener('value-changed', () => { if (!choices.get(this)?.whole) show(this); });
    }));
  },
});
