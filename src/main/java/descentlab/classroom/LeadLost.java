package descentlab.classroom;

/** Another server leads the room by now: what was to be done is to be done there, and was not done here. */
final class LeadLost extends RuntimeException {

    LeadLost(RoomCode room) {
        super("Room " + room + " is led by another server, or is deleted.");
    }
}
