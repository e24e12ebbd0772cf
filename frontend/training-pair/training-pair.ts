import '../training-chart/training-chart';

/** Has the two charts inside it draw on the same axes. */
class TrainingPair extends HTMLElement {
  connectedCallback(): void {
    // What is inside may come after this element.
    requestAnimationFrame(() => this.couple());
  }

  private couple(): void {
    const [one, two] = this.querySelectorAll('training-chart');
    one?.alongside(two);
    two?.alongside(one);
  }
}

customElements.define('training-pair', TrainingPair);

declare global {
  interface HTMLElementTagNameMap {
    'training-pair': TrainingPair;
  }
}
