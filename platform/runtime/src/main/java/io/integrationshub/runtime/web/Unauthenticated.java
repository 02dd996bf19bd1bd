package io.integrationshub.runtime.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Asks for a sign-in: 401 with a problem, or where the browser is to go. In place of the problem library's own answer, which was
 * built against another Quarkus and ends in a 500 (NoSuchFieldError: ChallengeData.headerName).
 */
class Unauthenticated {
    private static final Logger LOG = Logger.getLogger(Unauthenticated.class);
    private static final int RETRY_SECONDS = 10;

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = Priorities.AUTHENTICATION)
    Uni<Response> answer(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator
                .getChallenge(request)
                .map(Unauthenticated::answer)
                .onFailure(OIDCException.class)
                .recoverWithItem(thrown -> unavailable((OIDCException) thrown));
    }

    /** Nobody can be told apart from anybody for as long as this lasts; the caller is not to blame, and neither is what was asked. */
    @ServerExceptionMapper
    Response unavailable(OIDCException thrown) {
        LOG.warnf("The sign-in provider cannot be used: %s", thrown.getMessage());
        return Response.status(Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .type(HttpProblem.MEDIA_TYPE)
                .entity(HttpProblem.builder()
                        .withStatus(Status.SERVICE_UNAVAILABLE)
                        .withTitle("Sign-in is not available")
                        .withDetail("The sign-in provider does not answer. Nothing was changed. Try again in a moment.")
                        .with("code", "SIGN_IN_UNAVAILABLE")
                        .build())
                .build();
    }

    private static Response answer(ChallengeData challenge) {
        int status = challenge == null ? Status.UNAUTHORIZED.getStatusCode() : challenge.status;
        Response.ResponseBuilder answer = Response.status(status);
        if (status == Status.UNAUTHORIZED.getStatusCode()) {
            answer.type(HttpProblem.MEDIA_TYPE)
                    .entity(HttpProblem.builder()
                            .withStatus(Status.UNAUTHORIZED)
                            .withTitle("Unauthorized")
                            .withDetail("Send a valid token: Authorization: Bearer …")
                            .with("code", "UNAUTHENTICATED")
                            .build());
        }
        if (challenge != null) {
            challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        }
        return answer.build();
    }
}
