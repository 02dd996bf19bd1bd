package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.runtime.secrets.SecretUnreadableException;
import io.integrationshub.runtime.steps.Subject;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What kind of trouble a step ran into. */
final class Diagnosis implements Function<Exception, Failure> {
    private static final Logger LOG = Logger.getLogger(Diagnosis.class);

    private final Subject subject;

    Diagnosis(Subject subject) {
        this.subject = subject;
    }

    @Override
    public Failure apply(Exception trouble) {
        return switch (trouble) {
            case ProvisioningException known -> known.failure();
            case SecretUnreadableException secret ->
                new Failure(
                        ErrorClass.CREDENTIALS,
                        "SECRET_UNREADABLE",
                        "hub",
                        secret.getMessage(),
                        "aws-credentials",
                        null);
            // Our own database is no step's fault: the job as a whole comes again.
            case RuntimeException own when databaseTrouble(own) -> throw own;
            default -> {
                LOG.errorf(
                        trouble,
                        "integrationId=%s executionId=%s reason=defect",
                        subject.integrationId(),
                        subject.executionId());
                yield new Failure(
                        ErrorClass.INTERNAL,
                        "INTERNAL_ERROR",
                        "hub",
                        "The hub ran into a defect of its own; its log has the details. Retry the execution, and report"
                                + " it when it happens again",
                        "hub-defect",
                        null);
            }
        };
    }

    private static boolean databaseTrouble(Throwable trouble) {
        return Stream.iterate(trouble, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException
                        || cause instanceof jakarta.transaction.RollbackException
                        || cause instanceof jakarta.transaction.SystemException);
    }
}
