package descentlab.classroom;

import java.util.UUID;

/** Names somebody in a room; says nothing about who it is. */
public record ParticipantId(UUID value) {

    static ParticipantId random() {
        return new ParticipantId(UUID.randomUUID());
    }
}
