package io.integrationshub.log.listing;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Trigger;
import io.integrationshub.log.application.ExecutionFilter;
import io.integrationshub.log.domain.Status;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.Set;

/** The query of a list of executions. Whatever is wrong with a parameter is answered with 400 and its name. */
public record ListQuery(ExecutionFilter filter, int limit, Optional<String> cursor) {
    static final int LIMIT = 50;
    static final int MOST = 200;
    private static final Set<String> NAMES = Set.of(
            "status",
            "integration",
            "trigger",
            "step",
            "code",
            "class",
            "cause",
            "actor",
            "since",
            "until",
            "text",
            "originals",
            "limit",
            "cursor");

    /** Reads it, or refuses. */
    public static ListQuery of(MultivaluedMap<String, String> values) {
        Parameters parameters = new Parameters(values, NAMES);
        return new ListQuery(
                new ExecutionFilter(
                        parameters.one("status", Status.values(), Status::name),
                        parameters.id("integration"),
                        parameters.one("trigger", Trigger.values(), ListQuery::name),
                        parameters.text("step"),
                        parameters.text("code"),
                        parameters.one("class", ErrorClass.values(), ErrorClass::name),
                        parameters.text("cause"),
                        parameters.text("actor"),
                        parameters.time("since"),
                        parameters.time("until"),
                        parameters.stripped("text"),
                        parameters.truth("originals")),
                parameters.limit("limit", MOST).orElse(LIMIT),
                parameters.text("cursor"));
    }

    /** Names this list in the store, without the place in it. */
    public String name(String storeId) {
        return storeId + '\n' + filter;
    }

    /** As in events and answers, for example {@code auto-retry}. */
    public static String name(Trigger trigger) {
        return Json.mapper().convertValue(trigger, String.class);
    }
}
