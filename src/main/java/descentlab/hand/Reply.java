package descentlab.hand;

import descentlab.client.Counters.Held;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.ExperimentException;
import descentlab.run.TooBusyException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/**
 * The reply to a question while it is computed. As bytes, little-endian: u32 number, then for each part u8 whether it is an
 * answer (0) or a sentence of what is wrong (1), u32 length, and the answer or the sentence in UTF-8.
 */
final class Reply {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int HEAD = Integer.BYTES;
    private static final int PART_HEAD = 1 + Integer.BYTES;
    private static final byte ANSWERED = 0;
    private static final byte REFUSED = 1;

    private record Said(byte status, byte[] bytes) {}

    private final HandQuestion question;
    private final Map<String, Answerer> answerers;
    private final LongFunction<Held> book;
    private final List<Held> booked = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private HandAnswer answering;
    private long nanos;

    /** @param book books the bytes of an answer, until {@link #sent} */
    Reply(HandQuestion question, Map<String, Answerer> answerers, LongFunction<Held> book) {
        this.question = question;
        this.answerers = answerers;
        this.book = book;
    }

    /** Computes on, for {@link descentlab.run.RunService#computeLater}. */
    Optional<ByteBuffer> advance(BooleanSupplier over) {
        long begun = THREADS.getCurrentThreadCpuTime();
        try {
            while (said.size() < question.parts().size()) {
                if (!advancePart(over)) {
                    return Optional.empty();
                }
            }
            return Optional.of(bytes());
        } finally {
            nanos += THREADS.getCurrentThreadCpuTime() - begun;
        }
    }

    /** How much computing time it took, in nanoseconds. */
    long nanos() {
        return nanos;
    }

    /** Its bytes are no longer held. */
    void sent() {
        booked.forEach(Held::release);
    }

    private boolean advancePart(BooleanSupplier over) {
        try {
            if (answering == null) {
                answering = begin(question.parts().get(said.size()));
            }
            Optional<byte[]> answer = answering.advance(over);
            answer.ifPresent(bytes -> say(ANSWERED, bytes));
            return answer.isPresent();
        } catch (ExperimentException wrong) {
            return refuse(wrong.problem().sentence());
        } catch (TooBusyException full) {
            return refuse(full.getMessage());
        }
    }

    private boolean refuse(String sentence) {
        say(REFUSED, sentence.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private HandAnswer begin(HandQuestion.Part part) {
        Answerer answerer = answerers.get(part.kind());
        EncodedQuery.tooLong(part.query()).ifPresent(problem -> {
            throw new ExperimentException(problem);
        });
        HandAnswer answer = answerer.answer(EncodedQuery.read(part.query()));
        booked.add(book.apply(answer.size()));
        return answer;
    }

    private void say(byte status, byte[] bytes) {
        said.add(new Said(status, bytes));
        answering = null;
    }

    private ByteBuffer bytes() {
        int length = said.stream().mapToInt(each -> PART_HEAD + each.bytes().length).sum();
        ByteBuffer whole = ByteBuffer.allocate(HEAD + length).order(ByteOrder.LITTLE_ENDIAN);
        whole.putInt((int) question.number());
        said.forEach(each -> whole.put(each.status()).putInt(each.bytes().length).put(each.bytes()));
        return whole.flip();
    }
}
