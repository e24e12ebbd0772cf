package descentlab.run;

import descentlab.cluster.Cluster;
import descentlab.cluster.ServerId;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads runs that other servers compute, so that any server serves any run: its frames are asked for by one reader of this
 * server, and kept here for all. Should the server that computes it be gone, the run is computed anew from its link, and
 * whoever reads it goes on after the rows that they have.
 */
final class DistantRuns {

    private static final Logger LOG = LoggerFactory.getLogger(DistantRuns.class);
    private static final String SUBJECT = "run";
    private static final String STEER = "run-steer";
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** Of one answer, but for its last frame. */
    private static final int MOST_BYTES = 1 << 20;

    /**
     * What another server has of a run from some frame on.
     *
     * @param page of the lab whose experiment it computes
     * @param query that says the experiment
     * @param bytes that its rows take at most
     * @param ended whether there will be no more than these frames
     */
    record Part(String page, String query, long bytes, boolean ended, List<byte[]> frames) {}

    private final Cluster cluster;
    private final RunRegistry registry;
    private final RunService service;

    /** A class asks for a new run all at once. */
    private final Map<RunId, CompletableFuture<Optional<Run>>> sought = new ConcurrentHashMap<>();

    DistantRuns(Cluster cluster, RunRegistry registry, RunService service) {
        this.cluster = cluster;
        this.registry = registry;
        this.service = service;
        cluster.answer(SUBJECT, question -> CompletableFuture.completedFuture(answer(question)));
        cluster.hear(STEER, (from, told) -> steered(told));
    }

    /** A name for a run that this server computes. */
    RunId name() {
        return cluster.isShared() ? RunId.random(cluster.self()) : RunId.random();
    }

    /** Whether the server that was named as computing it is there. */
    boolean isThere(RunId id) {
        return cluster.isShared() && cluster.servers().stream().anyMatch(id::isOf);
    }

    /** As {@link RunService#steer}. */
    void steer(RunId id, Steering how) {
        here(id, how);
        if (cluster.isShared()) {
            cluster.tell(STEER, write(id, how.ordinal()));
        }
    }

    /** What is told by a server of a later version may be more than is known here. */
    private void steered(byte[] told) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(told))) {
            Optional<RunId> id = RunId.of(in.readUTF());
            int how = in.readInt();
            if (how >= 0 && how < Steering.values().length) {
                id.ifPresent(run -> here(run, Steering.values()[how]));
            }
        } catch (IOException notUnderstood) {
            LOG.debug("Nothing to be done to a run: {}", notUnderstood.toString());
        }
    }

    private void here(RunId id, Steering how) {
        registry.find(id).ifPresent(how::apply);
    }

    /**
     * A run of another server, read from there from now on.
     *
     * @return nothing if no server has it
     * @throws TooBusyException if there is no room for its rows
     */
    Optional<Run> find(RunId id) {
        if (!cluster.isShared()) {
            return Optional.empty();
        }
        CompletableFuture<Optional<Run>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Run>> before = sought.putIfAbsent(id, mine);
        if (before != null) {
            return found(before);
        }
        try {
            // One who sought it just before may have found it.
            mine.complete(registry.find(id).or(() -> fetched(id)));
        } catch (RuntimeException failed) {
            mine.completeExceptionally(failed);
        } finally {
            sought.remove(id);
        }
        return found(mine);
    }

    private static Optional<Run> found(CompletableFuture<Optional<Run>> sought) {
        try {
            return sought.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private Optional<Run> fetched(RunId id) {
        return sources(id).stream()
                .flatMap(server -> asked(server, id, 0).stream().map(part -> copied(id, server, part)))
                .findFirst();
    }

    private Run copied(RunId id, ServerId server, Part first) {
        Run copy = service.copy(id, experiment(first), first.bytes());
        Run earlier = registry.add(copy);
        if (earlier == copy) {
            follow(copy, server, first);
        }
        return earlier;
    }

    /** The server that computes it; if that is gone, all others, who may have read it. */
    private List<ServerId> sources(RunId id) {
        List<ServerId> others = cluster.servers().stream()
                .filter(server -> !server.equals(cluster.self()))
                .toList();
        List<ServerId> named = others.stream().filter(id::isOf).toList();
        return !named.isEmpty() ? named : id.isOf(cluster.self()) ? List.of() : others;
    }

    private static Experiment experiment(Part part) {
        return Experiment.read(part.page(), EncodedQuery.read(part.query())).orThrow().opened();
    }

    private Optional<Part> asked(ServerId server, RunId id, int from) {
        try {
            byte[] answer = cluster.ask(server, SUBJECT, write(id, from)).get();
            return answer.length == 0 ? Optional.empty() : Optional.of(read(answer));
        } catch (ExecutionException unanswered) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void follow(Run copy, ServerId server, Part first) {
        Thread.ofVirtual().name("run-copy").start(() -> {
            try {
                Optional<Part> part = Optional.of(first);
                int had = 0;
                while (part.isPresent()) {
                    List<byte[]> frames = part.get().frames();
                    for (int i = 0; i < frames.size(); i++) {
                        if (part.get().ended() && i == frames.size() - 1) {
                            copy.log().end(frames.get(i));
                        } else {
                            copy.log().append(frames.get(i));
                        }
                    }
                    had += frames.size();
                    if (copy.log().ended()) {
                        return;
                    }
                    part = asked(server, copy.id(), had);
                }
                service.goOn(copy, experiment(first));
            } catch (InterruptedException | RuntimeException failed) {
                LOG.warn("A run of another server cannot be gone on with: {}", failed.toString());
                registry.remove(copy.id());
                copy.log().end(RunFrames.failure("The server that computed this is gone. Open the page again."));
            }
        });
    }

    // What is said

    private byte[] answer(byte[] question) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(question))) {
            Optional<Run> run = RunId.of(in.readUTF()).flatMap(registry::find);
            int from = in.readInt();
            return run.isEmpty() ? new byte[0] : part(run.get(), from);
        } catch (IOException noQuestion) {
            throw new UncheckedIOException(noQuestion);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new byte[0];
        }
    }

    private static byte[] part(Run run, int from) throws InterruptedException, IOException {
        try (RowLedger.Entry reading = run.rows().hold()) {
            RunLog log = run.log();
            List<byte[]> all = log.await(from, LONGEST);
            List<byte[]> frames = new ArrayList<>();
            long bytes = 0;
            for (byte[] frame : all) {
                if (bytes > MOST_BYTES) {
                    break;
                }
                frames.add(frame);
                bytes += frame.length;
            }
            return write(new Part(
                    run.page(),
                    run.experiment(),
                    run.ended() ? log.bytes() : run.mostBytes(),
                    log.ended() && from + frames.size() == log.size(),
                    frames));
        }
    }

    private static byte[] write(RunId id, int number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(id.value());
            out.writeInt(number);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    static byte[] write(Part part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(part.page());
            out.writeUTF(part.query());
            out.writeLong(part.bytes());
            out.writeBoolean(part.ended());
            out.writeInt(part.frames().size());
            for (byte[] frame : part.frames()) {
                out.writeInt(frame.length);
                out.write(frame);
            }
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException if it is none */
    static Part read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String page = in.readUTF();
            String query = in.readUTF();
            long rows = in.readLong();
            boolean ended = in.readBoolean();
            int count = in.readInt();
            List<byte[]> frames = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int length = in.readInt();
                if (length < 0 || length > in.available()) {
                    throw new IOException("a frame of " + length + " bytes, of " + in.available() + " left");
                }
                frames.add(in.readNBytes(length));
            }
            return new Part(page, query, rows, ended, frames);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
