package descentlab.exercise;

import java.util.List;

/** What may have led to a wrong answer, as one text: where several ways lead to it, all are named. */
final class Reasons {

    private Reasons() {}

    static String joined(List<String> reasons) {
        List<String> different = reasons.stream().distinct().toList();
        return different.size() < 2 ? String.join("", different)
                : "Several mistakes lead to this. " + String.join(" *Or:* ", different);
    }
}
