package descentlab.lesson;

import descentlab.controls.RunOwner;
import descentlab.exercise.Answer;
import descentlab.exercise.page.ProgressNotice;
import descentlab.progress.LearnerToken;
import descentlab.progress.NotKeptException;
import descentlab.progress.PartProgress;
import descentlab.progress.Progress;
import descentlab.progress.TooManyAttemptsException;
import java.util.Map;
import java.util.UUID;

/** What a learner has answered in a lesson. A question is answered in the page even where that could not be kept. */
final class KeptAnswers {

    private final Progress progress;
    private final ProgressNotice notice;
    private final LearnerToken learner;
    private final String lesson;
    private Map<String, PartProgress> standing;

    KeptAnswers(Progress progress, ProgressNotice notice, LearnerToken learner, Lesson lesson) {
        this.progress = progress;
        this.notice = notice;
        this.learner = learner;
        this.lesson = "lesson-" + lesson.id();
        this.standing = notice.read(() -> progress.of(learner, this.lesson), Map.of());
    }

    /** Whose they are. */
    LearnerToken learner() {
        return learner;
    }

    PartProgress of(String question) {
        return standing.getOrDefault(question, PartProgress.NONE);
    }

    void keep(String question, Answer answer, PartProgress.Status reached) {
        write(() -> progress.attempt(learner, lesson, question, UUID.randomUUID(), answer.text(), reached));
    }

    void keepShown(String question) {
        write(() -> progress.giveUp(learner, lesson, question));
    }

    private void write(Runnable change) {
        try {
            progress.admit(learner, RunOwner.current().client());
            change.run();
            standing = notice.read(() -> progress.of(learner, lesson), standing);
        } catch (TooManyAttemptsException full) {
            // it has been answered all the same
        } catch (NotKeptException refused) {
            notice.say(refused.getMessage());
        }
    }
}
