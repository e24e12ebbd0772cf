package descentlab.cluster;

import java.util.UUID;

/** A server from its start to its end; one that is started again is another. */
public record ServerId(UUID value) implements Comparable<ServerId> {

    public static ServerId random() {
        return new ServerId(UUID.randomUUID());
    }

    @Override
    public int compareTo(ServerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
