/**
 * Live rooms: a teacher leads, a class follows, predicts and tries. What a room is, its questions, their truth and
 * score, what is stored of it, and its stream. It knows no pages; theirs is the room {@code lecture}.
 */
package descentlab.classroom;
