import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

@customElement('room-link')
export class RoomLink extends LitElement {
  @property() src = '';
}
