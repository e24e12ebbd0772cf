import { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

@customElement('room-lead')
export class RoomLead extends LitElement {
}
