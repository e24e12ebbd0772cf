/** The pages of the classroom: joining and following, leading, and the projector. What they show is decided in {@code classroom}. */
package descentlab.classroom.page;
