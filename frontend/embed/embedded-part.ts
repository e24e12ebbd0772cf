/** A question in a frame: sends what is answered and shows what is said of it. */
import { fieldsOf } from './answer';

interface Said {
  result: 'right' | 'wrong' | 'unreadable';
  html: string;
  marks: { result: string; note: string }[];
}

/** What is sent: the hidden fields, and the answer's, of which a proof's are the lines in the order of their places. */
function sent(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  form.querySelectorAll<HTMLInputElement>('input[type=hidden]').forEach((each) => body.append(each.name, each.value));
  const places = [...form.querySelectorAll<HTMLSelectElement>('select[data-line]')];
  const fields = places.length > 0
    ? fieldsOf(places.map((each) => ({ line: each.dataset.line ?? '', place: each.value })))
    : [...form.querySelectorAll<HTMLInputElement>('input[name=field]')]
      .filter((each) => each.type !== 'radio' || each.checked)
      .map((each) => each.value);
  fields.forEach((each) => body.append('field', each));
  return body;
}

function show(form: HTMLFormElement, said: Said): void {
  const verdict = form.querySelector('.verdict');
  if (!verdict) return;
  verdict.className = `verdict ${said.result}`;
  verdict.innerHTML = said.html;
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[name=field]:not([type=radio])')];
  inputs.forEach((each, i) => {
    const mark = said.marks.at(i);
    each.setAttribute('aria-invalid', String(mark !== undefined && mark.result !== 'right'));
    each.title = mark?.note ?? '';
  });
}

async function check(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector('button');
  if (button) button.disabled = true;
  try {
    const response = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body: sent(form) });
    const said = await response.json() as Said & { detail?: string };
    show(form, response.ok ? said : words(said.detail ?? `The server answered ${response.status}.`));
  } catch {
    show(form, words('The server cannot be reached. Try again in a moment.'));
  } finally {
    if (button) button.disabled = false;
  }
}

function words(text: string): Said {
  const line = document.createElement('p');
  line.textContent = text;
  return { result: 'unreadable', html: line.outerHTML, marks: [] };
}

document.querySelectorAll<HTMLFormElement>('embedded-part form').forEach((form) => {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void check(form);
  });
  form.querySelectorAll('button').forEach((each) => { each.disabled = false; });
});

// What is said may hold a formula though the question holds none.
void import('./formulas');
