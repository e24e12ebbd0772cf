import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { ClassMarks } from './class-layer';

/** An element that takes from the page what a class has done on it. */
export abstract class ClassElement extends LitElement implements ClassMarks {
  /** As "x1,x2". */
  @property() guess: string | null = null;
  @property({ attribute: false }) cloud: unknown = [];
  @property({ attribute: false }) secondCloud: unknown = [];
  @property() truth: string | null = null;
  @property({ attribute: 'truth-label' }) truthLabel = '';
  /** Where everyone's trajectories are. */
  @property() overlay = '';
  @property({ type: Number, attribute: 'overlay-revision' }) overlayRevision = 0;
  /** The id of the trajectory to draw strongly. */
  @property({ type: Number }) emphasis: number | null = null;
}

export const MARKS: readonly (keyof ClassMarks)[] = [
  'guess', 'cloud', 'secondCloud', 'truth', 'truthLabel', 'overlay', 'overlayRevision', 'emphasis',
];
