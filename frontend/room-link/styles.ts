import { css } from 'lit';

export const styles = css`
  :host { display: contents; }
  .lost {
    position: fixed;
    inset-block-end: max(16px, env(safe-area-inset-bottom));
    inset-inline: 12px;
    z-index: 50;
    inline-size: fit-content;
    max-inline-size: calc(100% - 24px);
    box-sizing: border-box;
    margin: 0 auto;
    padding: 9px 16px;
    border: 1px solid var(--descent-line);
    border-radius: 99px;
    background: var(--descent-card);
    color: var(--descent-ink);
    font-size: 14.5px;
    line-height: 1.4;
    text-align: center;
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.18);
    pointer-events: none;
  }
  .lost:empty { display: none; }
  dialog {
    box-sizing: border-box;
    max-inline-size: min(30rem, calc(100vw - 32px));
    padding: 30px 40px;
    border: 0;
    border-radius: 18px;
    background: var(--descent-card);
    color: var(--descent-ink);
    text-align: center;
    outline: none;
    box-shadow: 0 12px 48px rgb(0 0 0 / 0.35);
  }
  dialog::backdrop { background: rgb(10 15 24 / 0.62); }
  dialog p { margin: 0; text-wrap: balance; font-size: 16.5px; line-height: 1.5; color: var(--descent-soft); }
  dialog p:first-child { font-size: 28px; font-weight: 650; line-height: 1.25; color: var(--descent-ink); }
  dialog p + p { margin-block-start: 8px; }
  @media (prefers-reduced-motion: no-preference) {
    dialog, dialog::backdrop { transition: opacity 0.25s; }
    @starting-style {
      dialog[open], dialog[open]::backdrop { opacity: 0; }
    }
  }
`;
