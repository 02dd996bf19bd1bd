package io.integrationshub.runtime.web;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/**
 * Takes the place of Quarkus' own mapper, which answers a value of the wrong type with no body, or outside production with the
 * value itself. {@link ProblemRules} says what there is to say.
 */
@Provider
public final class MismatchedInputMapper extends ExceptionMapperBase<MismatchedInputException> {
    @Override
    protected HttpProblem toProblem(MismatchedInputException thrown) {
        return HttpProblem.valueOf(Status.BAD_REQUEST);
    }
}
