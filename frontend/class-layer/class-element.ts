import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { ClassMarks } from './class-layer';

/** An element that takes from the page what a class may do on it and has done. */
export abstract class ClassElement extends LitElement implements ClassMarks {
  /** A guess is taken instead of the start, and the ways are hidden. */
  @property({ type: Boolean }) picking = false;
  @property({ type: Boolean, attribute: 'start-fixed' }) startFixed = false;
  /** For a projector: nothing to press, and all is large. */
  @property({ type: Boolean }) bare = false;
  /** As "x1,x2". */
  @property() guess: string | null = null;
  @property({ attribute: false }) cloud: unknown = [];
  @property({ attribute: false }) secondCloud: unknown = [];
  @property() truth: string | null = null;
  @property({ attribute: 'truth-label' }) truthLabel = '';
  /** How far from the truth is right still. */
  @property({ type: Number, attribute: 'truth-within' }) truthWithin: number | null = null;
  /** Where everyone's trajectories are. */
  @property() overlay: string | null = '';
  @property({ type: Number, attribute: 'overlay-revision' }) overlayRevision = 0;
  /** The id of the trajectory to draw strongly. */
  @property({ type: Number }) emphasis: number | null = null;
}

export const MARKS: readonly (keyof ClassMarks)[] = [
  'guess', 'cloud', 'secondCloud', 'truth', 'truthLabel', 'truthWithin', 'overlay', 'overlayRevision', 'emphasis',
];
