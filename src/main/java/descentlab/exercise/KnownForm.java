package descentlab.exercise;

import java.util.Optional;

/**
 * A form in which a rule is found written: the rule with some of it put otherwise.
 *
 * @param right what stands in the rule
 * @param instead what stands in its place
 * @param said what to say of it, in sentences that are true whoever wrote it
 */
record KnownForm(String right, String instead, String said) {

    /** A rule in that form; nothing if the place is not there, since another form has changed it. */
    Optional<String> of(String rule) {
        return rule.contains(right) ? Optional.of(rule.replace(right, instead)) : Optional.empty();
    }
}
