package descentlab.operator;

/** The management port is none that can be had. */
final class ManagementPortException extends RuntimeException {

    ManagementPortException(String message) {
        super(message);
    }
}
