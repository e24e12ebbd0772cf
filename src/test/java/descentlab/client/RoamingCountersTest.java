package descentlab.client;

import descentlab.cluster.MemoryNetwork;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Three servers that are asked in turn, each once it has heard what the others gave; what is held is held of one. */
class RoamingCountersTest extends CountersContract {

    @Override
    Counters counters(InstantSource clock) {
        Servers servers = new Servers(MemoryNetwork.empty(), clock);
        List<Counters> three = List.of(servers.join().counters(), servers.join().counters(), servers.join().counters());
        return new Counters() {
            private int turn;

            private synchronized <T> T next(Function<Counters, T> ask) {
                T answer = ask.apply(three.get(turn++ % three.size()));
                servers.deliver();
                return answer;
            }

            @Override
            public Optional<Duration> take(Allowance allowance, String who) {
                return next(counters -> counters.take(allowance, who));
            }

            @Override
            public Optional<Duration> awaited(Allowance allowance, String who) {
                return next(counters -> counters.awaited(allowance, who));
            }

            @Override
            public void giveBack(Allowance allowance, String who) {
                next(counters -> {
                    counters.giveBack(allowance, who);
                    return null;
                });
            }

            @Override
            public void renew(Allowance allowance, String who) {
                next(counters -> {
                    counters.renew(allowance, who);
                    return null;
                });
            }

            @Override
            public Optional<Held> hold(Share share, String who) {
                return three.getFirst().hold(share, who);
            }

            @Override
            public int held(Share share, String who) {
                return three.getFirst().held(share, who);
            }

            @Override
            public int held(Share share) {
                return three.getFirst().held(share);
            }
        };
    }
}
