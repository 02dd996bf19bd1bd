package io.integrationshub.sso.rest;

import io.integrationshub.contracts.Failure;
import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.runtime.jobs.SupersededException;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.runtime.secrets.SecretContext;
import io.integrationshub.runtime.secrets.SecretUnreadableException;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.runtime.web.Caller;
import io.integrationshub.runtime.web.Problems;
import io.integrationshub.sso.application.CommerceException;
import io.integrationshub.sso.application.Lifecycles;
import io.integrationshub.sso.application.Wirings;
import io.integrationshub.sso.domain.Goal;
import io.integrationshub.sso.domain.Wiring;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What this service knows of the integration that a question is about, for the store that asks. */
@ApplicationScoped
class Known {
    private final Wirings wirings;
    private final Lifecycles lifecycles;
    private final Secrets secrets;
    private final Caller caller;

    Known(Wirings wirings, Lifecycles lifecycles, Secrets secrets, Caller caller) {
        this.wirings = wirings;
        this.lifecycles = lifecycles;
        this.secrets = secrets;
        this.caller = caller;
    }

    /** Empty for an integration that has not reached Commerce yet, or a draft's id; another store's is not found. */
    Optional<Wiring> integration(UUID integrationId) {
        Optional<Wiring> found = wirings.find(integrationId);
        if (found.filter(wiring -> !wiring.storeId().equals(caller.storeId())).isPresent()) {
            throw notFound();
        }
        return found;
    }

    /** The execution whose wishes are in place at Commerce; a problem that says why when there is none. */
    Wiring applied(UUID integrationId, boolean notWhilePaused) {
        Wiring found = integration(integrationId).orElseThrow(Known::notFound);
        if (found.goal() == Goal.UNWIRE) {
            throw Problems.conflict("DELETED", "The integration was deleted.");
        }
        if (notWhilePaused && lifecycles.find(integrationId).paused()) {
            throw Problems.conflict("PAUSED", "The integration is paused. Unpause it first.");
        }
        if (found.atWork()) {
            throw Problems.conflict("AT_WORK", "An execution is at work in the store. Ask again when it is over.");
        }
        if (!found.applied()) {
            throw Problems.conflict(
                    "NOT_APPLIED",
                    "The last execution failed in the store. Retry it, and ask again when it succeeded.");
        }
        return found;
    }

    /** The answer to a waiting person, or a problem with class and remedy in place of Commerce's trouble. */
    <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (CommerceException e) {
            Failure failure = e.failure();
            throw HttpProblem.builder()
                    .withStatus(Status.SERVICE_UNAVAILABLE)
                    .withTitle("Commerce does not answer")
                    .withDetail(failure.message())
                    .with("code", failure.code())
                    .with("remedyId", failure.remedyId())
                    .build();
        } catch (SupersededException e) {
            throw Problems.conflict("AT_WORK", "The integration was changed meanwhile. Ask again when that is over.");
        }
    }

    /** The application key's secret as it was sealed for this store and integration. */
    OpenedSecret open(UUID integrationId, SealedSecret sealed, String pointer) {
        try {
            return secrets.open(
                    sealed, new SecretContext(caller.storeId(), integrationId, SecretContext.COMMERCE_CLIENT_SECRET));
        } catch (SecretUnreadableException e) {
            throw Problems.invalid(
                    pointer,
                    "SECRET_UNREADABLE",
                    "This was not sealed for commerce-sso-service, or for another store, integration or field. Enter the"
                            + " Client Secret again.");
        }
    }

    private static HttpProblem notFound() {
        return Problems.notFound("Integration");
    }
}
