package io.integrationshub.sso.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.sso.application.ConnectionReport.Check;
import io.integrationshub.sso.application.ConnectionReport.Status;
import io.integrationshub.sso.domain.Right;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What reads showed of rights. Not for more than one thread. */
final class Probes {
    private static final String NOT_TRIED =
            "Not tried: what comes before it did not work, or trying it would change something.";

    private final Question question;
    private final Map<Right, Check> found = new EnumMap<>(Right.class);
    private @Nullable Failure first;

    Probes(Question question) {
        this.question = question;
    }

    /** Makes a call that needs a right; empty when it did not work. */
    <T> Optional<T> of(Right right, Supplier<T> call) {
        try {
            T answer = question.ask(call);
            found.put(right, Check.of(right, Status.GRANTED, null));
            return Optional.of(answer);
        } catch (CommerceException e) {
            Failure failure = named(right, e.failure());
            found.put(right, Check.of(right, refused(failure) ? Status.MISSING : Status.UNKNOWN, failure.message()));
            first = first == null ? failure : first;
            return Optional.empty();
        }
    }

    boolean missing(Right right) {
        Check check = found.get(right);
        return check != null && check.status() == Status.MISSING;
    }

    /** The first call that did not work; null when all did. */
    @Nullable
    Failure failure() {
        return first;
    }

    /** All rights, those that were not tried too. */
    List<Check> checks() {
        return Arrays.stream(Right.values())
                .map(right -> found.getOrDefault(right, Check.of(right, Status.UNKNOWN, NOT_TRIED)))
                .toList();
    }

    private static boolean refused(Failure failure) {
        return failure.errorClass() == ErrorClass.PERMISSION || failure.errorClass() == ErrorClass.CREDENTIALS;
    }

    private static Failure named(Right right, Failure failure) {
        return failure.errorClass() != ErrorClass.PERMISSION
                ? failure
                : new Failure(
                        failure.errorClass(),
                        failure.code(),
                        failure.service(),
                        "The right " + right.text() + " is missing. " + failure.message(),
                        failure.remedyId(),
                        failure.requestId());
    }
}
