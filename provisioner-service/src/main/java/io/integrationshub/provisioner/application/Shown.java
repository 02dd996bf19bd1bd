package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.Plan.Change;
import io.integrationshub.contracts.Plan.Finding;
import io.integrationshub.contracts.Plan.Request;
import io.integrationshub.contracts.Plan.ResourceChange;
import io.integrationshub.contracts.Plan.Severity;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProvisioningException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a plan, as it may be shown.
 *
 * @param type for example {@code UserPool}
 * @param unknown true for each member that is known only when the plan is carried out
 */
record Shown(
        String type,
        List<String> actions,
        @Nullable Document before,
        @Nullable Document after,
        Map<String, Object> unknown,
        List<Request> sent,
        List<Finding> findings) {
    static final List<String> NO_OP = List.of("no-op");
    static final List<String> CREATE = List.of("create");
    static final List<String> UPDATE = List.of("update");
    /** What existed before and is adopted is imported, and gets its tag by an update. */
    static final List<String> IMPORT = List.of("import", "update");

    static final List<String> REPLACE = List.of("delete", "create");
    static final List<String> DELETE = List.of("delete");

    /** A request that may be repeated. */
    static Request safe(int order, String operation, Document body) {
        return new Request(order, operation, Unknowns.shown(body), "safe");
    }

    /** A request that is sent once, and looked for when there is no answer. */
    static Request once(int order, String operation, Document body) {
        return new Request(order, operation, Unknowns.shown(body), "never-repeat");
    }

    /** Nothing to do. */
    static Shown same(String type, Document present) {
        return new Shown(type, NO_OP, present, present, Unknowns.of(present), List.of(), List.of());
    }

    /** An update by one request, or nothing to do. */
    static Shown updated(String type, Document before, Optional<Document> body, int order, String operation) {
        return body.map(request -> new Shown(
                        type,
                        UPDATE,
                        before,
                        request,
                        Unknowns.of(request),
                        List.of(safe(order, operation, request)),
                        List.of()))
                .orElseGet(() -> same(type, before));
    }

    /** Cannot be planned. */
    static Shown refused(String type, List<String> actions, @Nullable Document before, ProvisioningException e) {
        return new Shown(type, actions, before, null, Map.of(), List.of(), Findings.of(e));
    }

    Shown with(List<Finding> others) {
        return new Shown(type, actions, before, after, unknown, sent, others);
    }

    Shown as(List<String> others) {
        return new Shown(type, others, before, after, unknown, sent, findings);
    }

    ResourceChange toResourceChange() {
        Map<String, Object> secret = type.equals("UserPoolClient") ? Map.of("ClientSecret", true) : Map.of();
        Change change = new Change(
                actions,
                before == null ? null : Unknowns.shown(before),
                after == null ? null : Unknowns.shown(after),
                unknown,
                before == null ? Map.of() : secret,
                after == null ? Map.of() : secret);
        boolean errored = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return new ResourceChange(
                "cognito." + type, "cognito." + type, change, errored ? List.of() : sent, List.copyOf(findings));
    }
}
