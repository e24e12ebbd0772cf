package descentlab.audit;

import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.encoder.EchoEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The audit log: {@value #NAME} in the home folder, one JSON object a line. A full file is put aside and the oldest of
 * those goes, so that all together never hold more than {@value #MOST_MEGABYTES} times {@value #OLD_FILES} plus one
 * megabytes. Whoever tries to sign in again and again, although told to wait, is written down once a minute with the
 * number of tries, or they could have the log forget what they did before.
 */
@Component
final class AuditFile implements Audit, AutoCloseable {

    static final String NAME = "audit.log";
    static final int OLD_FILES = 9;
    static final int MOST_MEGABYTES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(AuditFile.class);
    private static final int LONGEST = 100;
    private static final int REMEMBERED = 10_000;
    private static final java.time.Duration QUIET = java.time.Duration.ofMinutes(1);

    /** What would break a line, or be another text on a screen than it is. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private final OwnersFile<String> file = new OwnersFile<>();
    private final ContextBase context = new ContextBase();
    private final InstantSource clock;

    /** Throttled tries by address that were not written yet. */
    private final Cache<String, Repeated> throttled =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private record Repeated(Instant written, AtomicInteger since) {}

    @Autowired
    AuditFile(@Value("${descentlab.home}") Path home) {
        this(home, FileSize.valueOf(MOST_MEGABYTES + "MB"), InstantSource.system());
    }

    AuditFile(Path home, FileSize most, InstantSource clock) {
        this.clock = clock;
        Path path = home.resolve(NAME);
        context.setName("audit");
        FixedWindowRollingPolicy old = new FixedWindowRollingPolicy();
        old.setContext(context);
        old.setParent(file);
        old.setFileNamePattern(home.resolve("audit.%i.log").toString().replace("\\", "/"));
        old.setMinIndex(1);
        old.setMaxIndex(OLD_FILES);
        SizeBasedTriggeringPolicy<String> full = new SizeBasedTriggeringPolicy<>();
        full.setContext(context);
        full.setMaxFileSize(most);
        full.setCheckIncrement(Duration.buildByMilliseconds(0));
        EchoEncoder<String> encoder = new EchoEncoder<>();
        encoder.setContext(context);
        file.setContext(context);
        file.setName("audit");
        file.setFile(path.toString());
        file.setEncoder(encoder);
        file.setRollingPolicy(old);
        file.setTriggeringPolicy(full);
        old.start();
        full.start();
        encoder.start();
        file.start();
        if (!Files.isWritable(path)) {
            LOG.warn("The audit log {} cannot be written: what it should tell is lost until the next start.", path);
        }
    }

    @Override
    public void note(Entry entry) {
        try {
            if (entry.deed() != Deed.SIGN_IN_THROTTLED) {
                file.doAppend(line(entry, 0));
                return;
            }
            // Under the cache's lock for that address, so that of many at once one writes.
            throttled.asMap().compute(entry.from(), (from, before) -> {
                Instant now = clock.instant();
                if (before != null && now.isBefore(before.written().plus(QUIET))) {
                    before.since().incrementAndGet();
                    return before;
                }
                file.doAppend(line(entry, before == null ? 0 : before.since().get()));
                return new Repeated(now, new AtomicInteger());
            });
        } catch (RuntimeException failed) {
            LOG.warn("Could not be written to the audit log: {}", entry.deed(), failed);
        }
    }

    private String line(Entry entry, int unwritten) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("what", entry.deed().words());
        put(line, "teacher", entry.teacher());
        put(line, "from", entry.from());
        for (Map.Entry<String, String> more : entry.more().entrySet()) {
            put(line, more.getKey(), more.getValue());
        }
        if (unwritten > 0) {
            line.put("unwrittenBefore", unwritten);
        }
        return line.toString();
    }

    private static void put(ObjectNode line, String name, String value) {
        if (!value.isEmpty()) {
            String whole = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
            line.put(name, NO_TEXT.matcher(whole).replaceAll("\uFFFD"));
        }
    }

    @Override
    public void close() {
        file.stop();
    }
}
