package io.integrationshub.log.domain;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;

/**
 * Why an execution or an attempt failed.
 *
 * @param step name of the step it failed at
 * @param remedy names the remedy, for example {@code aws-credentials}
 * @param requestId of AWS or Commerce, or null
 */
public record ExecutionError(
        ErrorClass errorClass,
        String code,
        String service,
        String message,
        String remedy,
        String requestId,
        String step) {

    /** Names what went wrong, without what differs from one execution to the next. */
    public String cause() {
        return service + "/" + code + "/" + remedy;
    }

    static ExecutionError of(Failure failure, String step) {
        return new ExecutionError(
                failure.errorClass(),
                failure.code(),
                failure.service(),
                failure.message(),
                failure.remedyId(),
                failure.requestId(),
                step);
    }
}
