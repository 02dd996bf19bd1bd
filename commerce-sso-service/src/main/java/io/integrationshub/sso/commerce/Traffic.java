package io.integrationshub.sso.commerce;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.sso.application.CommerceException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;

/** Sends requests when the key's budget has room, and counts them as {@code hub_commerce_requests_total}. */
final class Traffic {
    /** A server may invent any number; those that Commerce documents are told apart, the others by their first digit. */
    private static final Set<Integer> KNOWN =
            Set.of(200, 201, 204, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504);

    private final Wire wire;
    private final RequestBudget budget;
    private final MeterRegistry metrics;

    Traffic(Wire wire, RequestBudget budget, MeterRegistry metrics) {
        this.wire = wire;
        this.budget = budget;
        this.metrics = metrics;
    }

    Answer send(Origin origin, String clientId, Call call) throws NoAnswerException {
        if (!budget.take(origin, clientId)) {
            count(call, "over-budget");
            throw overBudget();
        }
        try {
            Answer answer = wire.send(origin, call);
            count(call, status(answer.status()));
            return answer;
        } catch (NoAnswerException e) {
            count(call, "none");
            throw e;
        }
    }

    /** To an identity provider, which has no key of ours and no budget. */
    Answer sendElsewhere(Origin origin, Call call) throws NoAnswerException {
        return wire.send(origin, call);
    }

    private void count(Call call, String status) {
        metrics.counter("hub.commerce.requests", "operation", Operation.of(call).label(), "status", status)
                .increment();
    }

    private static String status(int status) {
        if (KNOWN.contains(status)) {
            return Integer.toString(status);
        }
        return status >= 100 && status < 600 ? status / 100 + "xx" : "other";
    }

    private static CommerceException overBudget() {
        return new CommerceException(
                new Failure(
                        ErrorClass.THROTTLED,
                        "REQUEST_BUDGET",
                        "hub",
                        "The hub has more to ask of this store than it lets itself ask per second.",
                        "commerce-throttled",
                        null),
                CommerceException.Outcome.NOT_DONE,
                0,
                null);
    }
}
