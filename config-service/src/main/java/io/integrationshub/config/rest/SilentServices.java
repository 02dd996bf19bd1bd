package io.integrationshub.config.rest;

import io.integrationshub.config.application.ServiceSilentException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 503: another service of the hub does not answer. */
class SilentServices {
    private static final Logger LOG = Logger.getLogger(SilentServices.class);
    private static final int SECONDS = 10;

    @ServerExceptionMapper
    Response answer(ServiceSilentException silent) {
        LOG.warnf("reason=service-silent service=%s: %s", silent.service(), silent.getMessage());
        return Response.status(Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .type(HttpProblem.MEDIA_TYPE)
                .entity(HttpProblem.builder()
                        .withStatus(Status.SERVICE_UNAVAILABLE)
                        .withTitle("No answer from " + silent.service())
                        .withDetail("The part of the hub that has to look this up does not answer. What you entered is"
                                + " kept and nothing else was changed. Try again in a while.")
                        .with("code", "SERVICE_SILENT")
                        .with("service", silent.service())
                        .build())
                .build();
    }
}
