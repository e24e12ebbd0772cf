package descentlab.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import descentlab.experiment.LinkParameter;
import descentlab.experiment.LinkParameter.Choice;
import descentlab.experiment.LinkParameter.Count;
import descentlab.experiment.LinkParameter.Flag;
import descentlab.experiment.LinkParameter.Real;
import descentlab.experiment.LinkParameter.Reals;
import descentlab.experiment.LinkParameter.Seed;
import descentlab.experiment.LinkParameter.Text;
import java.util.List;

/**
 * A parameter as its declaration says it, for programs.
 *
 * @param name in links
 * @param meaning in some words
 * @param type whole, number, numbers, flag, choice or text
 * @param allowed what it may hold, in words
 * @param initial what it holds where a link does not say, as in links; null where that follows from others
 * @param least of a number
 * @param most of a number; null where others bound it
 * @param values of a choice
 * @param example of numbers and texts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeclaredParameter(
        String name,
        String meaning,
        String type,
        String allowed,
        @JsonProperty("default") String initial,
        Double least,
        Double most,
        List<String> values,
        String example) {

    /** All of these. */
    public static List<DeclaredParameter> all(List<? extends LinkParameter<?, ?>> declared) {
        return declared.stream().map(DeclaredParameter::of).toList();
    }

    private static <E, T> DeclaredParameter of(LinkParameter<E, T> declared) {
        String initial = declared.initial() == null ? null : declared.kind().write(declared.initial());
        String allowed = declared.kind().allowed();
        return switch (declared.kind()) {
            case Count(int least, int most) ->
                number(declared, "whole", initial, least, most == Integer.MAX_VALUE ? null : (double) most);
            case Real(double least, double most) -> number(declared, "number", initial, least, most);
            case Seed seed -> number(declared, "whole", initial, 0, (double) LinkParameter.MOST_SEED);
            case Reals reals -> worded(declared, "numbers", allowed, initial, null, reals.example());
            case Flag flag -> worded(declared, "flag", allowed, initial, List.of("true", "false"), null);
            case Choice<?> choice ->
                worded(declared, "choice", allowed, initial, List.copyOf(choice.named().keySet()), null);
            case Text text -> worded(declared, "text", allowed, initial, null, text.example());
        };
    }

    private static DeclaredParameter number(
            LinkParameter<?, ?> declared, String type, String initial, double least, Double most) {
        return new DeclaredParameter(
                declared.name(),
                declared.help(),
                type,
                declared.kind().allowed(),
                initial,
                least,
                most,
                null,
                null);
    }

    private static DeclaredParameter worded(
            LinkParameter<?, ?> declared, String type, String allowed, String initial, List<String> values, String example) {
        return new DeclaredParameter(
                declared.name(), declared.help(), type, allowed, initial, null, null, values, example);
    }
}
