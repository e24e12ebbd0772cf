/**
 * Live rooms: a teacher leads, a class follows, predicts and tries. What a room is, its questions, their truth and
 * score, what is stored of it, and its stream. It knows no pages; theirs is the package {@code page} in it.
 *
 * <p>The scores: the lowest end wins, ties all win, what diverges wins never; a place is right within a tenth of the way
 * from start to end; a number within a factor of two, or within a tenth where it is not positive.
 */
package descentlab.classroom;
