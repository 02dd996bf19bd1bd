package io.integrationshub.config.rest;

import io.integrationshub.config.application.VersionChangedException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 412: the If-Match header names another version. */
class ChangedVersions {
    @ServerExceptionMapper
    Response answer(VersionChangedException changed) {
        HttpProblem problem = IfMatch.failed();
        return Response.status(problem.getStatusCode())
                .type(HttpProblem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
