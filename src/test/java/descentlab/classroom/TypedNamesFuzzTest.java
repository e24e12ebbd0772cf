package descentlab.classroom;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.fuzz.Texts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is typed in class: codes, nicknames, links. */
class TypedNamesFuzzTest {

    @Provide
    Arbitrary<String> typed() {
        return Texts.about(
                List.of("A", "b", "2", "-", " ", "\u2013", "\u0301", "\u00e9", "'", ".", "\u202e", "\u200b", "\ufb01", "\ud83d\ude00", "?", "&", "=", "%",
                        "lab/surface", "lab/training", "run=", "\u0130"),
                List.of("ABCD-EFGH", "abcd efgh", "Jos\u00e9", "Anne-Marie O'Neil", "\u674e\u660e", "lab/surface?run=sgd(lr=0.1)",
                        "https://x/lab/training?data=airfoil&run=adam(lr=0.1)", "/lab/surface?f=log(x1)&run=sgd(lr=0.1)"));
    }

    @Property(tries = 3_000, seed = "61")
    void aCodeIsACodeOrNone(@ForAll("typed") String text) {
        RoomCode.parse(text).ifPresent(code -> {
            assertThat(RoomCode.parse(code.shown())).hasValue(code);
            assertThat(RoomCode.parse(code.value().toLowerCase(java.util.Locale.ROOT))).hasValue(code);
        });
    }

    @Property(tries = 3_000, seed = "62")
    void aNicknameReadsBackEqualOrIsRefused(@ForAll("typed") String text) {
        try {
            Nickname name = Nickname.typed(text);
            assertThat(Nickname.typed(name.value())).isEqualTo(name);
            assertThat(name.looksLike(name)).isTrue();
        } catch (ClassroomException refused) {
            assertThat(refused.getMessage()).endsWith(".");
        }
    }

    @Property(tries = 2_000, seed = "63")
    void aLinkIsLedOrRefused(@ForAll("typed") String text) {
        try {
            Experiment led = RoomRuns.led(text);
            assertThat(EncodedQuery.fits(led.query())).isTrue();
        } catch (ClassroomException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
