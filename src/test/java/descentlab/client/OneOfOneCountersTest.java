package descentlab.client;

import descentlab.cluster.MemoryNetwork;
import java.time.InstantSource;

/** One server of which there may be several. */
class OneOfOneCountersTest extends CountersContract {

    @Override
    Counters counters(InstantSource clock) {
        return new Servers(MemoryNetwork.empty(), clock).join().counters();
    }
}
