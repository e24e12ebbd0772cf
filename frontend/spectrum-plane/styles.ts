import { css } from 'lit';

export const planeStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  .stage {
    position: relative;
    flex: 1;
    min-height: 260px;
  }
  canvas {
    position: absolute;
    inset: 0;
    height: 100%;
    touch-action: pan-y;
    cursor: grab;
  }
  canvas.hold {
    cursor: move;
  }
  .eigenvalue {
    position: absolute;
    width: 30px;
    height: 30px;
    min-height: 0;
    margin: -15px 0 0 -15px;
    padding: 0;
    border: 0;
    border-radius: 99px;
    background: none;
    /* The canvas below takes hold of what is nearest to the pointer. */
    pointer-events: none;
  }
  .head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 8px;
    /* Two lines, so that planes beside each other begin at one height. */
    min-height: 60px;
    margin-bottom: 4px;
  }
  .head h2 {
    min-width: 0;
    margin: 4px 0 0;
    font-size: 17px;
    line-height: 28px;
    text-wrap: wrap;
  }
  @media (max-width: 800px) {
    .head {
      min-height: 0;
      /* A title that is too long for the tools beside it stands above them, not under. */
      flex-wrap: wrap;
    }
  }
  .tools {
    margin-inline-start: auto;
    display: flex;
    gap: 4px;
  }
  :host([wall]) .head {
    min-height: 0;
  }
  :host([wall]) .stage {
    min-height: 120px;
  }
  :host([wall]) .caption {
    min-height: 1.45em;
  }
  :host([wall]) .tools,
  :host([wall]) details {
    display: none;
  }
  .tools[hidden] {
    display: none;
  }
  .tools button {
    min-width: 36px;
    min-height: 36px;
    padding: 0 8px;
  }
  .none {
    display: grid;
    place-items: center;
    box-sizing: border-box;
    padding: 24px;
    border: 1px dashed var(--descent-line);
    border-radius: 8px;
    text-align: center;
  }
  .caption {
    min-height: 2.9em;
  }
  @media (max-width: 800px) {
    .stage {
      min-height: 300px;
    }
    .stage.none {
      min-height: 120px;
    }
  }
  @media (pointer: coarse) {
    .tools button {
      min-width: 44px;
      min-height: 44px;
    }
  }
`;
