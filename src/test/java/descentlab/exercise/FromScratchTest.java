package descentlab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.exercise.RuleToWrite.Finding;
import descentlab.exercise.Verdict.Result;
import descentlab.experiment.SurfaceExperiment;
import descentlab.optimizer.State;
import descentlab.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that students write are known by what they do. */
class FromScratchTest {

    static Stream<RuleToWrite> all() {
        return Stream.of(FromScratch.ADAGRAD, FromScratch.MOMENTUM, FromScratch.RMSPROP, FromScratch.ADAM);
    }

    private static WritingPart part(String id, long seed) {
        return (WritingPart) FromScratch.EXERCISE.parts(seed).stream()
                .filter(part -> part.task().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict judge(String id, String rule) {
        return Runs.judge(part(id, 1), Answer.of(rule));
    }

    /** The rule that answers are compared with takes the steps of the lab's own optimizer. */
    @ParameterizedTest
    @MethodSource("all")
    void theRuleIsTheLabsOwn(RuleToWrite asked) {
        Track track = Track.of(asked.grounds(), Rule.parse(asked.rule()));
        for (int i = 0; i < asked.grounds().size(); i++) {
            ProvingGround ground = asked.grounds().get(i);
            State own = asked.optimizer(ground).start(2);
            double[] x = {ground.race().start().x1(), ground.race().start().x2()};
            double[] g = new double[2];
            assertThat(track.ways().get(i)).hasDimensions(21, 2);
            for (double[] point : track.ways().get(i)) {
                assertThat(point[0]).isCloseTo(x[0], within(1e-9));
                assertThat(point[1]).isCloseTo(x[1], within(1e-9));
                ground.race().objective().function().valueAndGradient(x[0], x[1], g);
                own.step(x, g);
            }
        }
    }

    /** On the grounds there are gradients that come and go, that never are there, and steps worth the name. */
    @ParameterizedTest
    @MethodSource("all")
    void theGroundsAreWhatTheySay(RuleToWrite asked) {
        Track track = Track.of(asked.grounds(), Rule.parse(asked.rule()));
        int withSome = 0;
        double[] g = new double[2];
        for (double[] point : track.ways().get(2)) {
            asked.grounds().get(2).race().objective().function().valueAndGradient(point[0], point[1], g);
            withSome += g[1] == 0 ? 0 : 1;
        }
        assertThat(withSome).isBetween(4, 17);
        assertThat(Stream.of(track.ways().get(3))).allSatisfy(point -> assertThat(point[1]).isZero());
        for (double[][] way : track.ways()) {
            assertThat(Math.abs(way[20][0] - way[0][0])).isGreaterThan(0.1);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachKnownFormIsRecognized(RuleToWrite asked) {
        for (KnownForm variant : asked.variants()) {
            String text = variant.of(asked.rule()).orElseThrow();
            assertThat(asked.compare(Rule.parse(text)))
                    .as(text)
                    .isInstanceOfSatisfying(Finding.Variant.class, found -> assertThat(found.said()).containsExactly(variant.said()));
        }
        for (KnownForm mistake : asked.mistakes()) {
            String text = mistake.of(asked.rule()).orElseThrow();
            assertThat(asked.compare(Rule.parse(text)))
                    .as(text)
                    .isInstanceOfSatisfying(Finding.Mistaken.class, found -> assertThat(found.said()).containsExactly(mistake.said()));
        }
    }

    @Test
    void twoMistakesAtOnceAreBothNamed() {
        assertThat(judge("adam", "param b=0.9;param c=0.999;v=b*v+(1-b)*g;s=c*s+(1-c)*g^2;x=x-lr*v/(sqrt(s)+1e-6)").message())
                .contains("correction of `v` is missing")
                .contains("correction of `s` is missing");
        assertThat(judge("adagrad", "s=s+g^2;x=x+lr*g/(s+1e-6)").message()).contains("root is forgotten").contains("uphill");
        assertThat(judge("adagrad", "s=s+g^2;x=x-lr*g/s").message()).contains("root is forgotten").doesNotContain("outside");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adagrad  | s = s + g*g; d = sqrt(s + 1e-6); x = x - lr/d*g",
                "adagrad  | q=q-g^2;x=x-(1e-6-q)^-0.5*g*lr",
                "momentum | param b=0.9;v=first(g,b*v+g);x=x-lr*v",
                "momentum | state u=0;u=0.9*u-g;x=x+lr*u",
                "rmsprop  | param rho=0.9;r=r+(1-rho)*(g*g-r);x=x-lr*g/sqrt(r+1e-6)",
                "adam     | state p=1;state q=1;p=p*0.9;q=q*0.999;m=0.9*m+0.1*g;n=0.999*n+0.001*g*g;x=x-lr*(m/(1-p))/(1e-6+sqrt(n/(1-q)))",
            })
    void otherWordsForTheSameAreRight(String id, String rule) {
        Verdict verdict = judge(id, rule);
        assertThat(verdict.message()).contains("step by step");
        assertThat(verdict.isRight()).isTrue();
        assertThat(verdict.shown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adagrad  | s=s+g^2;x=x-lr*g/(sqrt(s)+1e-6)                    | outside the root",
                "adagrad  | s=s+g^2;x=x-lr*g/(sqrt(s)+1e-10)                   | alone",
                "adagrad  | s=s+g^2;x=x-where(g==0,0,lr*g/sqrt(s))             | alone",
                "momentum | v=0.9*v+(1-0.9)*g;x=x-lr*v                         | ten times the rate",
                "momentum | v=0.9*v+lr*g;x=x-v                                 | rate changes",
                "rmsprop  | s=0.9*s+0.1*g^2;x=x-lr*g/(sqrt(s)+1e-6)            | outside the root",
                "rmsprop  | s=0.9*s+0.1*g^2;x=x-lr*g/(sqrt(s)+1e-8)            | alone",
                "rmsprop  | s=0.9*s+0.1*g^2;x=x-lr*g/sqrt(s+1e-10)             | alone",
                "adam     | v=0.9*v+0.1*g;s=0.999*s+0.001*g^2;x=x-lr*sqrt(1-0.999^t)/(1-0.9^t)*v/(sqrt(s)+1e-6) | folded",
                "adam     | v=0.9*v+0.1*g;s=0.999*s+0.001*g^2;x=x-lr*v/(1-0.9^t)/(sqrt(s/(1-0.999^t))+1e-8) | alone",
            })
    void aVariantIsNoMistakeAndIsShownWhereItParts(String id, String rule, String said) {
        Verdict verdict = judge(id, rule);
        assertThat(verdict.isRight()).as(verdict.message()).isTrue();
        assertThat(verdict.message()).contains(said).containsPattern("step \\d+ leads to");
        SurfaceExperiment shown =
                (SurfaceExperiment) verdict.shown().orElseGet(() -> part(id, 1).race(rule));
        assertThat(shown.runs()).hasSize(2);
        List<Double> ends = shown.runs().stream().map(run -> Runs.of(shown).get(shown.runs().indexOf(run)).last()).toList();
        assertThat(ends.get(0)).isNotEqualTo(ends.get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adagrad  | x=x-lr*g                                     | something else",
                "rmsprop  | s=0.9*s+0.1*g^2;x=x-lr*g/(s+1e-8)            | root is forgotten",
                "rmsprop  | s=0.9*s+0.1*g^2;x=x+lr*g/(sqrt(s)+1e-8)      | uphill",
                "adam     | v=0.9*v+0.1*g;s=0.999*s+0.001*g^2;x=x-lr*v/(sqrt(s)+1e-8) | `v` is missing",
                "adagrad  | s=s+g;x=x-lr*g/sqrt(s+1e-6)                  | takes the root of a negative number",
                "adagrad  | s=s+g^2;x=x-lr*g/sqrt(s)                     | divides 0 by 0",
                "momentum | v=0.8*v+g;x=x-lr*v                           | something else",
                "momentum | v=0.9*v+g;x=x-lr*(g+0.9*v)                   | Nesterov",
                "rmsprop  | s=s+g^2;x=x-lr*g/sqrt(s+1e-6)                | Adagrad",
                "adam     | v=0.9*v+0.1*g;s=0.999*s+0.001*g^2;x=x-lr*v/(1-0.9^(t-1))/(sqrt(s/(1-0.999^t))+1e-6) | something else",
            })
    void aWrongRuleIsToldSoWithARace(String id, String rule, String said) {
        Verdict verdict = judge(id, rule);
        assertThat(verdict.result()).isEqualTo(Result.WRONG);
        assertThat(verdict.message()).contains(said).containsPattern("step \\d+ leads to");
        assertThat(verdict.shown().isPresent()).isEqualTo(!verdict.message().contains("on the chapter's bowl step"));
        verdict.shown().ifPresent(race -> assertThat(race.runs()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ";", "x", "x=", "x=x-lr*q", "x=x-lr*(g", "x=x-lr*t", "param a=1;param a=2;x=x-a*g", "state s=0;state s=1;s=s+g;x=x-s",
                "g=1;x=x-g", "x=eval(g)", "x=x-lr*g;y", "do=x=x-g"
            })
    void whatIsNoRuleDoesNotCount(String rule) {
        Verdict verdict = judge("adagrad", rule);
        assertThat(verdict.result()).isEqualTo(Result.UNREADABLE);
        assertThat(verdict.message()).isNotBlank().doesNotContain("null");
    }

    @Test
    void hugeAndDeepRulesAreRefusedAtOnce() {
        assertThat(judge("adagrad", "x=x-" + "(".repeat(1000) + "g" + ")".repeat(1000)).message()).contains("at most 600 characters");
        assertThat(judge("adagrad", "x=x-" + "(".repeat(250) + "g" + ")".repeat(250)).message()).contains("deep");
        assertThat(judge("adagrad", "x=x-lr*g".repeat(200)).counts()).isFalse();
    }

    @Test
    void theBrokenRuleIsDrawnAndHasToBeMended() {
        List<String> begun = LongStream.range(0, 60).mapToObj(seed -> part("mend", seed).begun()).distinct().toList();
        assertThat(begun).hasSize(5);
        for (String broken : begun) {
            WritingPart part = LongStream.range(0, 60).mapToObj(seed -> part("mend", seed))
                    .filter(one -> one.begun().equals(broken))
                    .findFirst()
                    .orElseThrow();
            assertThat(Runs.judge(part, Answer.of(broken)).message()).contains("still does what it did");
            assertThat(Runs.judge(part, Answer.of(broken.replace("x=x-", "x=x+"))).result()).isEqualTo(Result.WRONG);
            assertThat(Runs.judge(part, Answer.of(FromScratch.ADAM.rule())).isRight()).isTrue();
            assertThat(part.task().prompt()).isEqualTo(part("mend", 0).task().prompt());
        }
    }

    /** Where a rule begins there is something to do, and it can be read. */
    @Test
    void whatStandsThereAtFirstIsNotTheAnswer() {
        for (Part each : FromScratch.EXERCISE.parts(3)) {
            WritingPart part = (WritingPart) each;
            assertThat(Runs.judge(part, Answer.of(part.begun())).isRight()).isFalse();
            assertThat(part.race(part.begun()).runs()).hasSize(2);
        }
    }

    /** Of rules made at random none is taken for right that goes elsewhere. */
    @Test
    void noMixtureOfMistakesIsRight() {
        Random random = new Random(11);
        for (RuleToWrite asked : all().toList()) {
            for (int i = 0; i < 60; i++) {
                String text = asked.rule();
                for (int k = 0; k < 3; k++) {
                    String before = text;
                    text = Optional.of(asked.mistakes().get(random.nextInt(asked.mistakes().size())))
                            .flatMap(mistake -> mistake.of(before))
                            .orElse(before);
                }
                if (!text.equals(asked.rule())) {
                    assertThat(asked.compare(Rule.parse(text)))
                            .as(text)
                            .isNotInstanceOfAny(Finding.Same.class, Finding.Variant.class, Finding.OtherEps.class);
                }
            }
        }
    }
}
