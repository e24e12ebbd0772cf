package descentlab.classroom;

/**
 * What a teacher has prepared for a room, and how far they are; what the text says is not for the room to know.
 *
 * @param at which step is done, from 0; -1 before the first
 */
public record Agenda(String text, int at) {

    Agenda at(int other) {
        return new Agenda(text, other);
    }
}
