package io.integrationshub.runtime.web;

import io.integrationshub.runtime.tracing.Traces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells the caller the trace of the answer (header {@code traceresponse}, W3C Trace Context level 2): what to ask support about. */
@Provider
class TraceResponse implements ContainerResponseFilter {
    private final Traces traces;

    TraceResponse(Traces traces) {
        this.traces = traces;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        traces.traceparent().ifPresent(trace -> response.getHeaders().putSingle("traceresponse", trace));
    }
}
