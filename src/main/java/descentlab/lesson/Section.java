package descentlab.lesson;

import java.util.List;

/**
 * A section of a lesson.
 *
 * @param id for links to it
 * @param title its heading
 * @param blocks what follows the heading
 */
record Section(String id, String title, List<Block> blocks) {}
