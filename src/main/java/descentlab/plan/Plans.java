package descentlab.plan;

import descentlab.account.TeacherDeleted;
import descentlab.account.TeacherId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;

/**
 * All plans: those that come with the application, those of whoever runs it, in the folder {@code plans} of the application's
 * home, and those that teachers make, which are kept in the database. One of the home's that cannot be understood is not there;
 * why not, the log and the teachers' page say.
 */
@Service
public class Plans {

    /** Most plans of a teacher. */
    public static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Plans.class);
    private static final Pattern FILE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*\\.ya?ml");

    /**
     * A plan in a list.
     *
     * @param id of a ready one its file's name without ending, else a UUID
     * @param changed when its teacher changed it last; nothing of a ready one
     */
    public record Entry(String id, String title, Optional<Instant> changed) {}

    private final PlanStore store;
    private final Map<String, Plan> ready = new LinkedHashMap<>();
    private final Map<String, String> mistakes = new LinkedHashMap<>();

    Plans(PlanStore store, @Value("${descentlab.home:${user.home}/.descentlab}") Path home) {
        this.store = store;
        builtIn();
        own(home.resolve("plans"));
    }

    private void builtIn() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:plan/*.yaml");
            for (Resource file : Stream.of(files).sorted((a, b) -> a.getFilename().compareTo(b.getFilename())).toList()) {
                ready.put(id(file.getFilename()), PlanReader.read(file.getContentAsString(StandardCharsets.UTF_8)).flowing());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void own(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> FILE.matcher(file.getFileName().toString()).matches()).sorted().forEach(this::ownFile);
        } catch (IOException unreadable) {
            LOG.warn("The folder of plans {} cannot be read: {}", folder, unreadable.getMessage());
        }
    }

    private void ownFile(Path file) {
        String name = file.getFileName().toString();
        try {
            if (Files.size(file) > PlanReader.LONGEST) {
                throw new PlanException("The file has more than " + PlanReader.LONGEST + " bytes.");
            }
            ready.put(id(name), PlanReader.read(Files.readString(file)).flowing());
        } catch (PlanException | IOException wrong) {
            mistakes.put(name, wrong.getMessage());
            LOG.warn("The plan {} cannot be used: {}", file, wrong.getMessage());
        }
    }

    private static String id(String file) {
        return file.replaceFirst("\\.ya?ml$", "");
    }

    /** Those that every teacher finds. */
    public List<Entry> ready() {
        return ready.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue().title(), Optional.empty()))
                .toList();
    }

    /** A ready one. */
    public Optional<Plan> ready(String id) {
        return Optional.ofNullable(ready.get(id));
    }

    /** Why a file of the home's cannot be used, by its name. */
    public Map<String, String> mistakes() {
        return Map.copyOf(mistakes);
    }

    /** Those of a teacher, the latest first. */
    public List<Entry> of(TeacherId teacher) {
        return store.of(teacher);
    }

    /** A ready one, or one of a teacher's own. */
    public Optional<Plan> find(TeacherId teacher, String id) {
        return ready(id)
                .or(() -> uuid(id).flatMap(own -> store.text(teacher, own)).map(PlanReader::read));
    }

    /** Whether it is one that nobody can change. */
    public boolean isReady(String id) {
        return ready.containsKey(id);
    }

    /**
     * Keeps a plan that is new.
     *
     * @return its id
     * @throws PlanException if the teacher has too many, or it is too long
     */
    public String add(TeacherId teacher, Plan plan) {
        if (store.count(teacher) >= MOST) {
            throw new PlanException("You have " + MOST + " plans, the most there may be. Delete one first.");
        }
        UUID id = UUID.randomUUID();
        store.insert(teacher, id, plan.title(), written(plan), Instant.now());
        return id.toString();
    }

    /**
     * Keeps a plan in place of what it was.
     *
     * @throws PlanException if it is too long, or there is none any more
     */
    public void change(TeacherId teacher, String id, Plan plan) {
        boolean there = uuid(id)
                .filter(own -> store.update(teacher, own, plan.title(), written(plan), Instant.now()))
                .isPresent();
        if (!there) {
            throw new PlanException("This plan is not there any more: it was deleted meanwhile.");
        }
    }

    /** The text of a plan, which is read back before it is kept: what is kept can be read. */
    private static String written(Plan plan) {
        String text = PlanWriter.write(plan);
        PlanReader.read(text);
        return text;
    }

    public void delete(TeacherId teacher, String id) {
        uuid(id).ifPresent(own -> store.delete(teacher, own));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @EventListener
    void forget(TeacherDeleted deleted) {
        store.deleteAll(deleted.teacher());
    }
}
