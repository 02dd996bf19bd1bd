package io.integrationshub.log.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.domain.ExecutionError;
import io.integrationshub.log.domain.ExecutionSummary;
import io.integrationshub.log.domain.Status;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which executions to list.
 *
 * @param step failed or waiting at this step
 * @param cause see {@link io.integrationshub.log.domain.ExecutionError#cause}
 * @param since requested then or later
 * @param until requested before
 * @param text part of the instance, the reason, the error's message, code or request id, whatever the case; or a whole id
 * @param originals without those that try another one again
 */
public record ExecutionFilter(
        Optional<Status> status,
        Optional<UUID> integrationId,
        Optional<Trigger> trigger,
        Optional<String> step,
        Optional<String> errorCode,
        Optional<ErrorClass> errorClass,
        Optional<String> cause,
        Optional<String> actor,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> text,
        boolean originals) {
    /** All of them. */
    public static final ExecutionFilter ALL = new ExecutionFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    /** The same, of what a person may retry: failed executions, unless another status is asked for. */
    public ExecutionFilter failed() {
        return status.isPresent() ? this : with(Status.FAILED);
    }

    /** All that stand there. */
    public static ExecutionFilter standing(Status status) {
        return ALL.with(status);
    }

    private ExecutionFilter with(Status wanted) {
        return new ExecutionFilter(
                Optional.of(wanted),
                integrationId,
                trigger,
                step,
                errorCode,
                errorClass,
                cause,
                actor,
                since,
                until,
                text,
                originals);
    }

    /** True for an execution that the list with this filter shows. */
    public boolean shows(ExecutionSummary execution) {
        ExecutionError error = execution.error();
        return is(status, execution.status())
                && is(integrationId, execution.integrationId())
                && is(trigger, execution.trigger())
                && is(step, error == null ? null : error.step())
                && is(errorCode, error == null ? null : error.code())
                && is(errorClass, error == null ? null : error.errorClass())
                && is(cause, execution.cause())
                && is(actor, execution.actor())
                && since.map(time -> !execution.requestedAt().isBefore(time)).orElse(true)
                && until.map(time -> execution.requestedAt().isBefore(time)).orElse(true)
                && text.map(part -> tells(execution, part)).orElse(true)
                && !(originals && execution.retryOf() != null);
    }

    private static <T> boolean is(Optional<T> wanted, T value) {
        return wanted.isEmpty() || wanted.get().equals(value);
    }

    private static boolean tells(ExecutionSummary execution, String part) {
        ExecutionError error = execution.error();
        Stream<String> texts = error == null
                ? Stream.of(execution.instance(), execution.reason())
                : Stream.of(
                        execution.instance(),
                        execution.reason(),
                        error.message(),
                        error.code(),
                        error.requestId(),
                        error.step());
        String wanted = part.toLowerCase(Locale.ROOT);
        return execution.id().toString().equals(wanted)
                || texts.filter(Objects::nonNull)
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** True when anything is left out. */
    public boolean narrow() {
        return !equals(ALL);
    }
}
