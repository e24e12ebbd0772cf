declare module 'katex/contrib/render-a11y-string' {
  /** How a formula is read out. */
  export default function renderA11yString(tex: string): string;
}
