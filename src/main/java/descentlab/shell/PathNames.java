package descentlab.shell;

import java.util.Set;
import java.util.function.Supplier;

/**
 * The names that may follow a path, for pages whose address ends with a name of something: others are no pages.
 *
 * @param path as in {@code exercises}
 * @param names all there are
 */
public record PathNames(String path, Supplier<Set<String>> names) {

    /** Whether this path with a name that does not exist is asked for. */
    boolean refuses(String asked) {
        return asked.startsWith(path + "/") && !names.get().contains(asked.substring(path.length() + 1));
    }
}
