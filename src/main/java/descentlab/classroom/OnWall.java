package descentlab.classroom;

/**
 * What stands on the wall beside what is led.
 *
 * @param beside whether what is led stays there while a question of the teacher's own is asked
 * @param enquiry number of what somebody in the class asks; 0 for nothing
 */
public record OnWall(boolean beside, int enquiry) {

    static final OnWall NOTHING = new OnWall(false, 0);

    OnWall beside(boolean on) {
        return new OnWall(on, enquiry);
    }

    OnWall enquiry(int number) {
        return new OnWall(beside, number);
    }
}
