/**
 * What follows the hand: while something is dragged, a page asks here for what its picture would be, by a WebSocket of its
 * own beside the page's, and is answered from the pool, newest first. Nothing of it is registered or kept; the page itself is
 * told once the hand has come to rest. See docs/decisions/0105-a-socket-for-the-hand.md.
 */
package descentlab.hand;
