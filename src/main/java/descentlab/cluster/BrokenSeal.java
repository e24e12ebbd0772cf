package descentlab.cluster;

/** What came cannot be taken for what another server of this lab said. The message completes "dropped, since ...". */
public final class BrokenSeal extends Exception {

    BrokenSeal(String why) {
        super(why, null, false, false);
    }
}
