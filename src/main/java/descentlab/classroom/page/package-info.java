/**
 * The pages of the classroom: joining and following, leading, and the projector. What they show is decided in {@code
 * classroom}. The QR code is drawn by one class of the core of ZXing, kept up for many years under Apache 2.
 */
package descentlab.classroom.page;
