package descentlab.siege;

import descentlab.load.Hostile;
import descentlab.load.Incidents;

/** Those who join the class to harm it, as in {@code ./lab load}: vote at speed, never read, guess codes. */
final class Impostors implements Attack {

    @Override
    public String name() {
        return "votes at speed, slow push, codes";
    }

    @Override
    public void wage(Front front) throws Exception {
        Incidents met = new Incidents();
        Hostile hostile = new Hostile(front.site().root(), front.code(), front.from(), front.from(), met);
        try (hostile) {
            hostile.begin();
            while (front.holds() && Front.sleep(100)) {
                // they are at work
            }
        }
        front.got().add("votes sent", hostile.votes.sum());
        front.got().add("codes tried", hostile.codes.sum());
        front.got().add("streams opened and never read", hostile.undrained.sum());
        front.got().addAll(met);
    }
}
