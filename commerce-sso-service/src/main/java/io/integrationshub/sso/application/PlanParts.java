package io.integrationshub.sso.application;

import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.Plan.Change;
import io.integrationshub.contracts.Plan.Finding;
import io.integrationshub.contracts.Plan.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the changes of a plan are put together from. */
final class PlanParts {
    static final List<String> NO_OP = List.of("no-op");
    static final List<String> CREATE = List.of("create");
    static final List<String> UPDATE = List.of("update");
    static final List<String> DELETE = List.of("delete");

    /** Sent once, and looked for when there is no answer. */
    static final String ONCE = "never-repeat";

    /** May be repeated. */
    static final String SAFE = "safe";

    static final String REALMS = "/v2/authentication-realms/";

    private PlanParts() {}

    static Change change(
            List<String> actions,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            Map<String, Object> unknown,
            Map<String, Object> sensitive) {
        return new Change(
                actions,
                before,
                after,
                unknown,
                before == null ? Map.of() : sensitive,
                after == null ? Map.of() : sensitive);
    }

    static Map<String, Object> data(String type, Map<String, Object> members) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", type);
        data.putAll(members);
        return Map.of("data", data);
    }

    static Finding error(Failure failure) {
        return Finding.of(failure.code(), Severity.ERROR, failure.message(), List.of());
    }

    static Finding warning(Failure failure) {
        return Finding.of(failure.code(), Severity.WARNING, failure.message(), List.of());
    }
}
