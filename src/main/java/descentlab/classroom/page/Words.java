package descentlab.classroom.page;

import descentlab.classroom.AnswerKind;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Enquiry;
import descentlab.classroom.Groups;
import descentlab.classroom.Lectern;
import descentlab.classroom.Moment;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.Poll;
import descentlab.classroom.Question;
import descentlab.classroom.Tally;
import descentlab.classroom.TimeLine;
import descentlab.classroom.Tried;
import descentlab.classroom.Truth;
import descentlab.classroom.TryTask;
import descentlab.classroom.Vote;
import descentlab.experiment.Titles;
import descentlab.notation.Decimal;
import descentlab.objective.Point;
import descentlab.optimizer.Method;
import descentlab.run.RunService.Way;
import descentlab.run.TooBusyException;
import descentlab.shell.NamedPage;
import descentlab.training.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** What is said of questions and answers. */
final class Words {

    private static final int DIGITS = 3;
    private static final double UNSEEN = 1e-6;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

    /** What a class does between two votes. */
    static final String TALK = "Talk it over with somebody who answered otherwise. Then you vote again.";

    private Words() {}

    /** Why something was refused, as people are told. */
    static String refusal(Throwable failed) {
        return switch (failed) {
            case ClassroomException refused -> refused.getMessage();
            case TooBusyException busy -> busy.getMessage();
            case CompletionException wrapped when wrapped.getCause() != null -> refusal(wrapped.getCause());
            default -> "That did not work. Try again in a moment.";
        };
    }

    /** A number to a few digits, for a glance. */
    static String number(double value) {
        return Double.isFinite(value)
                ? Decimal.write(new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue()).replace('-', '−')
                : "none";
    }

    static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** A time of day where the server is. */
    static String clock(Instant time) {
        return CLOCK.format(time);
    }

    /** What most want to know comes first, and of those the earliest. */
    static List<Enquiry> byVotes(List<Enquiry> enquiries) {
        return enquiries.stream()
                .sorted(Comparator.comparing(Enquiry::state)
                        .thenComparing(Comparator.comparingInt(Enquiry::votes).reversed())
                        .thenComparingInt(Enquiry::number))
                .toList();
    }

    static String votes(int count) {
        return count == 0 ? "Nobody has voted." : count(count, "vote", "votes") + ".";
    }

    /** A coordinate: what no plot could tell from zero is zero. */
    private static String coordinate(double value) {
        return number(Math.abs(value) < UNSEEN ? 0 : value);
    }

    private static String place(Point point) {
        return "(" + coordinate(point.x1()) + ", " + coordinate(point.x2()) + ")";
    }

    /** What a bar counts. */
    static String bar(Tally.Bar bar) {
        if (!bar.label().isEmpty()) {
            return bar.label();
        }
        if (Double.isInfinite(bar.least())) {
            return "below " + number(bar.most());
        }
        return Double.isInfinite(bar.most())
                ? number(bar.least()) + " and above"
                : number(bar.least()) + (bar.least() == bar.most() ? "" : " to " + number(bar.most()));
    }

    /** A vote in words. */
    static String vote(Poll poll, Vote vote) {
        return switch (vote) {
            case Vote.Choice(int option) -> poll.options().get(option);
            case Vote.Place(Point point) -> place(point);
            case Vote.Number(double value) -> number(value);
            case Vote.Choices(var options) -> options.stream().map(poll.options()::get).collect(Collectors.joining("; "));
            case Vote.Order order -> Groups.letters(poll, order);
            case Vote.Text(String text) -> text;
            case Vote.Words(var words) -> String.join(", ", words);
        };
    }

    /** Options are whole sentences as often as not. */
    private static String listed(Poll poll, Collection<Integer> right) {
        return "Right: " + right.stream().sorted().map(poll.options()::get).collect(Collectors.joining("; ")).replaceFirst("\\.$", "") + ".";
    }

    /** What really happened, in a sentence. */
    static String truth(Poll poll) {
        if (poll.truth().isEmpty()) {
            return "";
        }
        return switch (poll.truth().get()) {
            case Truth.Options(var right) when poll.question() instanceof Question.Diverges ->
                poll.options().get(right.iterator().next()) + ".";
            case Truth.Options(var right) when poll.question() instanceof OwnQuestion -> listed(poll, right);
            case Truth.Options(var right) when right.isEmpty() -> "None of them: all diverge.";
            case Truth.Options(var right) -> "It is " + String.join(" and ", right.stream()
                            .sorted()
                            .map(option -> poll.options().get(option))
                            .toList()) + ".";
            case Truth.Place(var start, var end) -> end.map(point -> "It ends at " + place(point) + ".")
                    .orElse("It diverges: it ends nowhere.");
            case Truth.Number(Optional<Double> value) ->
                value.map(f -> "f is " + number(f) + ".").orElse("It diverges: there is no such f.");
            case Truth.Exactly(var right) -> listed(poll, right);
            case Truth.Near(double value, double within) ->
                "It is " + number(value) + (within > 0 ? "; right is within " + number(within) + " of it." : ".");
            case Truth.Spot(Point point, double within) ->
                "It is at " + place(point) + "; right is within " + number(within) + " of it.";
            case Truth.Orders orders -> "Right is " + Groups.letters(poll, new Vote.Order(orders.written()))
                    + (orders.isOne() ? "." : ", and every other order in which each line follows from those above it.");
            case Truth.Texts texts when poll.question() instanceof OwnQuestion own && own.kind() instanceof AnswerKind.Text text ->
                "Right: " + String.join("; ", text.right()) + ".";
            case Truth.Texts texts -> "";
        };
    }

    /** What everyone is asked to try. */
    static String task(TryTask task) {
        Method method = task.experiment().runs().getFirst();
        String steps = count(task.experiment().steps(), "step", "steps") + "?";
        return switch (task.vary()) {
            case RATE -> "Everyone tries: which learning rate gets " + method.title() + " lowest in " + steps;
            case START -> "Everyone tries: from which start does " + Question.name(method) + " get lowest in " + steps
                    + " A start counts where f is at least " + number(task.leastStart()) + ", as at the teacher's.";
        };
    }

    /** The lowest first; what ran away comes last. */
    static List<Tried> ranked(List<Tried> tries) {
        return tries.stream().sorted(Comparator.comparingDouble(Words::rank)).toList();
    }

    private static double rank(Tried tried) {
        return tried.way()
                .filter(way -> !(way.outcome() instanceof Outcome.Diverged) && Double.isFinite(way.f()))
                .map(way -> way.f())
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Where it led. */
    static String outcome(Tried tried) {
        return tried.way()
                .map(way -> way.outcome() instanceof Outcome.Diverged ? "diverged" : "f = " + number(way.f()))
                .orElse("…");
    }

    /** What was picked. */
    static String picked(TryTask task, Tried tried) {
        return task.vary() == TryTask.Vary.RATE ? "rate " + number(method(tried).lr()) : from(tried);
    }

    /** What led there: of several optimizers the one that got lowest, by whose way a try is judged. */
    static String picked(Tried tried) {
        return Question.name(method(tried)) + " " + from(tried);
    }

    private static String from(Tried tried) {
        return "from " + place(tried.experiment().start());
    }

    private static Method method(Tried tried) {
        return tried.way().map(Way::method).orElse(tried.experiment().runs().getFirst());
    }

    /** What counts as right, where that is not plain. */
    static String rule(Poll poll) {
        return switch (poll.question()) {
            case Question.Place place -> "Right is within a tenth of the way from the start to the end.";
            case Question.FinalValue value -> "Right is within a factor of two.";
            case Question.Winner winner -> "";
            case Question.Diverges diverges -> "";
            case OwnQuestion own -> "";
        };
    }

    /** What happened at a moment. */
    static String moment(Optional<Moment> moment, List<Poll> polls, PageWords pages) {
        return moment.map(what -> switch (what.kind()) {
                    case QUESTION -> "Question " + what.what() + ": " + polls.stream()
                            .filter(poll -> String.valueOf(poll.number()).equals(what.what()))
                            .findFirst()
                            .map(Poll::text)
                            .orElse("");
                    case TRY -> what.varied() == TryTask.Vary.RATE ? "Everyone tries a learning rate" : "Everyone tries a start";
                    case STEP -> what.what();
                    case SHOW -> "Shown: " + shown(what);
                    case TRAINING -> switch (what.what()) {
                        case Moment.AGAIN -> "The training begins again";
                        case "PAUSED" -> "The training is paused";
                        case "STOPPED" -> "The training is stopped";
                        default -> "The training goes on";
                    };
                    case VISIT -> {
                        NamedPage page = pages.of(what.what());
                        yield what.what().isEmpty() ? "All came back" : page.kind() + ": " + page.title();
                    }
                })
                .orElse("The room was opened");
    }

    private static String shown(Moment moment) {
        try {
            return moment.link().map(Lectern::experiment).map(Titles::of).orElse("an experiment");
        } catch (ClassroomException ofAnotherVersion) {
            return "an experiment";
        }
    }

    /** What the class said until the next moment; nothing if it said nothing. */
    static String said(TimeLine.Entry entry) {
        String lost = entry.lost() == 0 ? "" : entry.lost() + " lost";
        String asked = entry.enquiries() == 0 ? "" : count(entry.enquiries(), "question from the class", "questions from the class");
        return lost.isEmpty() || asked.isEmpty() ? lost + asked : lost + ", " + asked;
    }

    /** How many were how sure, and right. */
    static String sure(List<Tally.Sure> all) {
        return all.stream().map(Words::sure).collect(Collectors.joining(" "));
    }

    private static String sure(Tally.Sure sure) {
        String who = switch (sure.sureness()) {
            case GUESSING -> count(sure.votes(), "guessed", "guessed");
            case RATHER -> count(sure.votes(), "was rather sure", "were rather sure");
            case SURE -> count(sure.votes(), "was sure", "were sure");
        };
        return who + sure.right().map(right -> ": " + right + " right").orElse("") + ".";
    }

    /** How minds have changed. */
    static String shift(Tally.Shift shift) {
        if (shift.both() == 0) {
            return "Nobody has voted both times.";
        }
        String changed = shift.both() == 1
                ? "One has voted both times, and " + (shift.changed() == 1 ? "changed" : "kept") + " the answer"
                : shift.changed() + " of the " + shift.both() + " who voted both times changed their answer";
        if (shift.both() == 1) {
            return changed + ".";
        }
        return changed
                + (shift.rightBefore().isPresent() && shift.rightAfter().isPresent()
                        ? ": right were first " + shift.rightBefore().get() + ", then " + shift.rightAfter().get() + "."
                        : ".");
    }
}
