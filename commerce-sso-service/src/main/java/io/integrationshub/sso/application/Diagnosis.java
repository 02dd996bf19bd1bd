package io.integrationshub.sso.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.runtime.secrets.SecretUnreadableException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** What kind of trouble an exception is. */
final class Diagnosis {
    private static final Logger LOG = Logger.getLogger(Diagnosis.class);

    private Diagnosis() {}

    static Failure of(Exception trouble) {
        return switch (trouble) {
            case CommerceException commerce -> commerce.failure();
            case WiringProblem problem -> problem.failure();
            case SecretUnreadableException unreadable ->
                new Failure(
                        ErrorClass.INPUT, "SECRET_UNREADABLE", "hub", unreadable.getMessage(), "secret-reenter", null);
            default -> databaseSilent(trouble) ? database() : defect(trouble);
        };
    }

    private static Failure database() {
        return new Failure(
                ErrorClass.TRANSIENT, "DATABASE", "hub", "The hub's database did not answer.", "hub-unavailable", null);
    }

    private static Failure defect(Exception trouble) {
        LOG.error("reason=defect", trouble);
        return new Failure(
                ErrorClass.INTERNAL,
                "DEFECT",
                "hub",
                "The hub itself failed (%s).".formatted(trouble.getClass().getSimpleName()),
                "hub-defect",
                null);
    }

    private static boolean databaseSilent(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof RollbackException) {
                return true;
            }
        }
        return false;
    }
}
