package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.provisioner.application.ConnectionReport.Check;
import io.integrationshub.provisioner.application.ConnectionReport.Status;
import io.integrationshub.provisioner.domain.Permission;
import io.integrationshub.provisioner.domain.ProvisioningException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What reads showed of permissions. Not for more than one thread. */
final class Probes {
    private static final String NOT_TRIED =
            "Not tried: there is nothing to read yet that would show it, or trying it would" + " change something";

    private final Question question;
    private final Map<Permission, Check> found = new EnumMap<>(Permission.class);
    private @Nullable Failure first;

    Probes(Question question) {
        this.question = question;
    }

    /** Makes a call that needs a permission; empty when it was not answered. */
    <T> Optional<T> of(Permission permission, Supplier<Optional<T>> call) {
        try {
            Optional<T> answer = question.ask(call);
            found.put(permission, Check.of(permission, Status.GRANTED, null));
            return answer;
        } catch (ProvisioningException e) {
            Failure failure = e.failure();
            boolean refused = failure.errorClass() == ErrorClass.PERMISSION;
            found.put(permission, Check.of(permission, refused ? Status.MISSING : Status.UNKNOWN, failure.message()));
            first = first == null ? failure : first;
            return Optional.empty();
        }
    }

    boolean granted(Permission permission) {
        Check check = found.get(permission);
        return check != null && check.status() == Status.GRANTED;
    }

    /** The first call that did not work; null when all did. */
    @Nullable
    Failure failure() {
        return first;
    }

    /** All permissions, those that were not tried too. */
    List<Check> checks() {
        return Arrays.stream(Permission.values())
                .map(permission -> found.getOrDefault(permission, Check.of(permission, Status.UNKNOWN, NOT_TRIED)))
                .toList();
    }
}
