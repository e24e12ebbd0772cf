package descentlab.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The lessons there are, found once at the start: those of the application, then those of whoever runs it, in the folder
 * {@code lessons} of the application's home. One of the latter that cannot be understood is not there; why not, its page and
 * the log say.
 */
@Component
class Lessons {

    private static final Logger LOG = LoggerFactory.getLogger(Lessons.class);
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Bytes of a file, at most. */
    private static final long MOST = 1 << 20;

    private final Map<String, Lesson> lessons = new LinkedHashMap<>();
    private final Map<String, String> mistakes = new LinkedHashMap<>();

    Lessons(@Value("${descentlab.home:${user.home}/.descentlab}") Path home) {
        builtIn().forEach((id, files) -> lessons.put(id, LessonReader.read(id, files)));
        own(home.resolve("lessons"));
    }

    /** All of them, in the order they are offered. */
    List<Lesson> all() {
        return List.copyOf(lessons.values());
    }

    /** The lesson of that id. */
    Optional<Lesson> named(String id) {
        return Optional.ofNullable(lessons.get(id));
    }

    /** Why a lesson cannot be shown, by its id. */
    Map<String, String> mistakes() {
        return Map.copyOf(mistakes);
    }

    /** All ids that an address may name. */
    Set<String> ids() {
        return Stream.concat(lessons.keySet().stream(), mistakes.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static SortedMap<String, SortedMap<String, String>> builtIn() {
        SortedMap<String, SortedMap<String, String>> found = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:lesson/*/*.md")) {
                String[] path = file.getURL().getPath().split("/");
                found.computeIfAbsent(path[path.length - 2], id -> new TreeMap<>())
                        .put(path[path.length - 1], file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private void own(Path folder) {
        for (Path each : listed(folder)) {
            String id = each.getFileName().toString();
            if (!Files.isDirectory(each)) {
                continue;
            }
            try {
                if (!ID.matcher(id).matches()) {
                    throw new LessonException(id, 0, "a lesson's folder has a name of small letters, digits and hyphens");
                }
                if (lessons.containsKey(id)) {
                    throw new LessonException(id, 0, "the application has a lesson of this name");
                }
                lessons.put(id, LessonReader.read(id, files(each)));
            } catch (LessonException mistake) {
                LOG.warn("The lesson in {} is left out. {}", each, mistake.getMessage());
                mistakes.putIfAbsent(id, mistake.getMessage());
            }
        }
    }

    private static List<Path> listed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SortedMap<String, String> files(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        for (Path file : listed(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".md") && Files.isRegularFile(file)) {
                files.put(name, text(folder.getFileName() + "/" + name, file));
            }
        }
        return files;
    }

    private static String text(String name, Path file) {
        try {
            if (Files.size(file) > MOST) {
                throw new LessonException(name, 0, "it has more than " + MOST + " bytes");
            }
            return Files.readString(file);
        } catch (MalformedInputException wrong) {
            throw new LessonException(name, 0, "it is not written in UTF-8");
        } catch (IOException unreadable) {
            throw new LessonException(name, 0, "it cannot be read: " + unreadable.getMessage());
        }
    }
}
