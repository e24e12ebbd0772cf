package descentlab.trial;

import descentlab.load.Incidents;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The room that all are in.
 *
 * @param phase what everyone is to do just now, if anything
 */
record Room(String code, Ledger ledger, Supplier<Optional<Phase>> phase, Troubles troubles, Incidents incidents) {}
