package descentlab.client;

import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * How many people are there of a client, as far as is seen: browsers in which somebody looks at a page just now. A class
 * behind one address is many, one who sends thousands of requests is one.
 */
public final class PeopleSeen implements ToIntFunction<Client> {

    /** People for whom a client has one turn more in a row. */
    private static final int OF_A_TURN = 3;

    /** However many they are, the others wait for no more turns than that. */
    private static final int MOST_TURNS = 32;

    private volatile Map<Client, Integer> people = Map.of();

    /** Tells who is there now. */
    public void are(Map<Client, Integer> now) {
        people = Map.copyOf(now);
    }

    /** How many turns a client has in a row, where clients take turns. */
    @Override
    public int applyAsInt(Client client) {
        return Math.min(MOST_TURNS, 1 + people.getOrDefault(client, 0) / OF_A_TURN);
    }
}
