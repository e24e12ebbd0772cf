package descentlab.shell;

import java.util.function.Predicate;

/**
 * The names that may follow a path, for pages whose address ends with a name of something: others are no pages.
 *
 * @param path as in {@code exercises}
 * @param exists whether there is something of that name
 */
public record PathNames(String path, Predicate<String> exists) {

    /** Whether this path with a name that does not exist is asked for. */
    boolean refuses(String asked) {
        return asked.startsWith(path + "/")
                && asked.length() > path.length() + 1
                && !exists.test(asked.substring(path.length() + 1));
    }
}
