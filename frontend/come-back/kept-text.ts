/** A text that a page keeps of itself for the case that its server forgets it; nothing of it is seen. */
class KeptText extends HTMLElement {
  value = '';
}

customElements.define('kept-text', KeptText);
