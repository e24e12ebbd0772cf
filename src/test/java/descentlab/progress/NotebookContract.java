package descentlab.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What holds of kept experiments on every database. */
abstract class NotebookContract {

    private static final String LAB = "lab/surface";

    private final LearnerToken learner = LearnerToken.random();

    abstract ApplicationContext application();

    private Notebook notebook() {
        return application().getBean(Notebook.class);
    }

    private Progress progress() {
        return application().getBean(Progress.class);
    }

    private void record(String query) {
        notebook().record(learner, LAB, query, Thumbnail.NONE, last -> false);
    }

    private List<String> queries() {
        return notebook().of(learner).stream().map(KeptExperiment::query).toList();
    }

    private UUID newest() {
        return notebook().of(learner).getFirst().id();
    }

    private static Thumbnail png(int bytes) {
        byte[] picture = new byte[bytes];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, picture, 0, 8);
        return Thumbnail.of("data:image/png;base64," + Base64.getEncoder().encodeToString(picture));
    }

    @Test
    void anExperimentIsKeptWithItsPictureAndTheNewestIsFirst() {
        Thumbnail picture = png(Thumbnail.MOST_BYTES);
        assertThat(picture.isThere()).isTrue();
        notebook().record(learner, LAB, "steps=1", picture, last -> false);
        record("steps=2");
        assertThat(progress().knows(learner)).isTrue();
        assertThat(queries()).containsExactly("steps=2", "steps=1");
        KeptExperiment pictured = notebook().of(learner).getLast();
        assertThat(pictured.pictured()).isTrue();
        assertThat(pictured.link()).isEqualTo("lab/surface?steps=1");
        assertThat(notebook().thumbnail(learner, pictured.id())).isEqualTo(picture);
        assertThat(notebook().thumbnail(LearnerToken.random(), pictured.id())).isEqualTo(Thumbnail.NONE);
    }

    @Test
    void muchTheSameReplacesOnlyWhatNobodyCaredFor() {
        record("steps=1");
        notebook().record(learner, LAB, "steps=2", Thumbnail.NONE, last -> last.query().equals("steps=1"));
        assertThat(queries()).containsExactly("steps=2");
        notebook().rename(learner, newest(), "mine");
        notebook().record(learner, LAB, "steps=3", Thumbnail.NONE, last -> true);
        assertThat(queries()).containsExactly("steps=3", "steps=2");
    }

    @Test
    void whatIsKeptAlreadyComesToTheTopAsItIs() {
        notebook().keep(learner, LAB, "steps=1", "one", png(40));
        notebook().note(learner, newest(), "a note");
        UUID id = newest();
        record("steps=2");
        record("steps=1");
        assertThat(queries()).containsExactly("steps=1", "steps=2");
        KeptExperiment again = notebook().of(learner).getFirst();
        assertThat(again.id()).isEqualTo(id);
        assertThat(again.name()).isEqualTo("one");
        assertThat(again.note()).isEqualTo("a note");
        assertThat(again.pinned()).isTrue();
        assertThat(notebook().thumbnail(learner, id)).isEqualTo(png(40));
        assertThat(notebook().keep(learner, LAB, "steps=1", "", Thumbnail.NONE)).isEqualTo("one");
        assertThat(notebook().keep(learner, LAB, "steps=1", "uno", Thumbnail.NONE)).isEqualTo("uno");
    }

    @Test
    void theOldestThatNobodyCaredForGoesAndAFullNotebookSaysSo() {
        notebook().keep(learner, LAB, "steps=0", "", Thumbnail.NONE);
        for (int i = 1; i <= Notebook.MOST; i++) {
            record("steps=" + i);
        }
        assertThat(queries()).hasSize(Notebook.MOST).contains("steps=0", "steps=2").doesNotContain("steps=1");
        for (KeptExperiment each : notebook().of(learner)) {
            notebook().note(learner, each.id(), "mine");
        }
        assertThatThrownBy(() -> record("steps=999"))
                .isInstanceOf(NotebookFullException.class)
                .hasMessageContaining("all of its 100 experiments");
        Notebook.Deleted deleted = notebook().delete(learner, newest()).orElseThrow();
        record("steps=999");
        assertThat(queries()).hasSize(Notebook.MOST);
        notebook().restore(learner, deleted);
        assertThat(queries()).as("in place of what nobody cared for").hasSize(Notebook.MOST).doesNotContain("steps=999");
    }

    @Test
    void whatIsDeletedCanBeHadAgain() {
        notebook().keep(learner, LAB, "steps=1", "one", png(40));
        KeptExperiment before = notebook().of(learner).getFirst();
        Notebook.Deleted deleted = notebook().delete(learner, before.id()).orElseThrow();
        assertThat(queries()).isEmpty();
        assertThat(notebook().delete(learner, before.id())).isEmpty();
        assertThat(notebook().rename(learner, before.id(), "gone")).isFalse();
        notebook().restore(learner, deleted);
        notebook().restore(learner, deleted);
        assertThat(notebook().of(learner)).containsExactly(before);
        assertThat(notebook().thumbnail(learner, before.id())).isEqualTo(png(40));
    }

    @Test
    void namesAndNotesAreTextWithinBounds() {
        notebook().keep(learner, LAB, "f=x1'; drop table kept_experiment; --", " a\n b\u0000\uD83D\uDE00\uD83D ", Thumbnail.NONE);
        assertThat(notebook().of(learner).getFirst().name()).isEqualTo("a b\uD83D\uDE00");
        String longest = "\u00e9".repeat(KeptExperiment.LONGEST_NOTE);
        notebook().note(learner, newest(), longest);
        assertThat(notebook().of(learner).getFirst().note()).isEqualTo(longest);
        UUID id = newest();
        assertThatThrownBy(() -> notebook().note(learner, id, longest + "x")).hasMessageContaining("these are 501");
        assertThatThrownBy(() -> notebook().rename(learner, id, "n".repeat(81))).hasMessageContaining("these are 81");
    }

    @Test
    void onlySmallPicturesAreTaken() {
        assertThat(png(Thumbnail.MOST_BYTES + 1)).isEqualTo(Thumbnail.NONE);
        String svg = Base64.getEncoder().encodeToString("<svg onload='alert(1)'/>".getBytes());
        assertThat(Thumbnail.of("data:image/svg+xml;base64," + svg)).isEqualTo(Thumbnail.NONE);
        assertThat(Thumbnail.of("data:image/webp;base64," + svg)).isEqualTo(Thumbnail.NONE);
        assertThat(Thumbnail.of("data:image/png;base64,%%%")).isEqualTo(Thumbnail.NONE);
        assertThat(Thumbnail.of(null)).isEqualTo(Thumbnail.NONE);
        String webp = Base64.getEncoder().encodeToString("RIFF\0\0\0\0WEBPVP8 ".getBytes());
        assertThat(Thumbnail.of("data:image/webp;base64," + webp).mediaType()).isEqualTo("image/webp");
        assertThat(png(40).mediaType()).isEqualTo("image/png");
        assertThat(png(40).bytes()).hasSize(40);
    }

    @Test
    void aNotebookIsForgottenWithItsLearner() {
        notebook().keep(learner, LAB, "steps=1", "one", png(40));
        assertThat(progress().export(learner).experiments())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.link()).isEqualTo("lab/surface?steps=1");
                    assertThat(each.picture()).startsWith("data:image/png");
                });
        UUID id = newest();
        progress().forget(learner);
        assertThat(notebook().of(learner)).isEmpty();
        assertThat(notebook().thumbnail(learner, id)).isEqualTo(Thumbnail.NONE);
        assertThat(progress().export(learner).experiments()).isEmpty();
        assertThat(progress().remember(learner)).isTrue();
        assertThat(queries()).containsExactly("steps=1");
        progress().forget(learner);
        record("steps=2");
        assertThat(queries()).as("who goes on begins anew").containsExactly("steps=2");
        progress().forget(learner);
        progress().deleteForgotten(Instant.now());
        assertThat(notebook().of(learner)).isEmpty();
    }

    @Test
    void twoTabsAtOnceStayWithinBounds() throws Exception {
        try (ExecutorService tabs = Executors.newFixedThreadPool(8)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < Notebook.MOST + 20; i++) {
                String query = "steps=" + i / 2;
                sent.add(tabs.submit(() -> record(query)));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }
        assertThat(queries()).hasSize(Notebook.MOST / 2 + 10).doesNotHaveDuplicates();
    }
}
