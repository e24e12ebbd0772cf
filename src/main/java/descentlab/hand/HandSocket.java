package descentlab.hand;

import descentlab.client.Counters.Held;
import descentlab.client.Requester;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One page's way of asking. One question is answered at a time and the newest waits; one that comes while another waits takes its
 * place, and gets the only reply.
 */
final class HandSocket extends Endpoint implements MessageHandler.Whole<String> {

    /** Far more than a screen has frames. */
    private static final int MOST_A_SECOND = 250;

    private static final Duration LONGEST_SEND = Duration.ofSeconds(10);

    /** A page closes it after a minute without a question. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private final RunService runs;
    private final Map<String, Answerer> answerers;
    private final Requester requester;
    private final Pace.Pacer pacer;
    private final Held place;
    private final AtomicBoolean released = new AtomicBoolean();
    private Session session;
    private HandQuestion waiting;
    private boolean answering;
    private long secondBegan = System.nanoTime();
    private int ofThisSecond;

    /** @param place among those who read, given back when it closes */
    HandSocket(RunService runs, Map<String, Answerer> answerers, Requester requester, Pace pace, Held place) {
        this.runs = runs;
        this.answerers = answerers;
        this.requester = requester;
        this.pacer = pace.enter(requester.client());
        this.place = place;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        session = opened;
        session.setMaxTextMessageBufferSize(HandQuestion.LONGEST);
        session.setMaxIdleTimeout(LONGEST_SILENCE.toMillis());
        session.getAsyncRemote().setSendTimeout(LONGEST_SEND.toMillis());
        session.addMessageHandler(String.class, this);
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
        release();
    }

    /** Gives back what it holds: once it is closed, or if it could not be opened. */
    void release() {
        if (!released.getAndSet(true)) {
            pacer.leave();
            place.release();
        }
    }

    @Override
    public void onError(Session broken, Throwable failure) {
        close(CloseCodes.CLOSED_ABNORMALLY, "");
    }

    @Override
    public void onMessage(String text) {
        try {
            HandQuestion question = HandQuestion.read(text);
            if (!question.parts().stream().allMatch(part -> answerers.containsKey(part.kind()))) {
                throw new IllegalArgumentException("there are questions of " + answerers.keySet());
            }
            take(question);
        } catch (IllegalArgumentException notOurs) {
            close(CloseCodes.CANNOT_ACCEPT, notOurs.getMessage());
        }
    }

    private void take(HandQuestion question) {
        synchronized (this) {
            if (tooMany()) {
                close(CloseCodes.VIOLATED_POLICY, "at most " + MOST_A_SECOND + " questions a second");
                return;
            }
            waiting = question;
            if (answering) {
                return;
            }
            answering = true;
        }
        next();
    }

    private boolean tooMany() {
        long now = System.nanoTime();
        if (now - secondBegan > TimeUnit.SECONDS.toNanos(1)) {
            secondBegan = now;
            ofThisSecond = 0;
        }
        return ++ofThisSecond > MOST_A_SECOND;
    }

    /** Answers what waits, as soon as the client's pace allows it. */
    private void next() {
        long wait = pacer.untilNext();
        if (wait > 0) {
            Thread.startVirtualThread(() -> {
                pause(wait);
                next();
            });
            return;
        }
        HandQuestion question;
        synchronized (this) {
            question = waiting;
            waiting = null;
            answering = question != null && session.isOpen();
            if (!answering) {
                return;
            }
        }
        answer(question);
    }

    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HandQuestion question) {
        Reply reply = new Reply(question, answerers, bytes -> runs.hold(requester, bytes));
        try {
            runs.computeLater(requester, reply::advance).whenComplete((bytes, failure) -> {
                pacer.charge(reply.nanos());
                if (bytes != null) {
                    send(reply, bytes);
                } else {
                    reply.sent(); // it failed, which the pool has logged, or was cancelled with its session
                    close(CloseCodes.UNEXPECTED_CONDITION, "This could not be computed.");
                }
            });
        } catch (TooBusyException full) {
            close(CloseCodes.TRY_AGAIN_LATER, "The server has no turn for this now.");
        }
    }

    private void send(Reply reply, ByteBuffer bytes) {
        try {
            session.getAsyncRemote().sendBinary(bytes, sent -> {
                reply.sent();
                next();
            });
        } catch (IllegalStateException | IllegalArgumentException closed) {
            reply.sent();
            next();
        }
    }

    private void close(CloseCodes code, String why) {
        try {
            session.close(new CloseReason(code, why));
        } catch (IOException gone) {
            // then it is closed
        }
    }
}
