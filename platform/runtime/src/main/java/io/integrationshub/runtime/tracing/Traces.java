package io.integrationshub.runtime.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/**
 * One trace through the whole way of the data: what a thread does belongs to the trace whose {@code traceparent} (W3C Trace
 * Context, level 1) came with the request, the record or the job. Whoever stores work or a fact for later stores
 * {@link #traceparent} with it.
 */
@ApplicationScoped
public class Traces {
    private static final String TRACE_ID = "traceId";
    private static final String SPAN_ID = "spanId";
    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
            return carrier.get(key);
        }
    };

    private final Tracer tracer;

    Traces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.integrationshub");
    }

    /** The trace that this thread works for, as the value of a {@code traceparent} header; empty when there is none. */
    public Optional<String> traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? Optional.of("00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex())
                : Optional.empty();
    }

    /**
     * Does something as a part of a trace; its log lines carry {@code traceId} and {@code spanId}.
     *
     * @param traceparent where it came from; null or unreadable begins a new trace
     */
    public <T> T within(String traceparent, SpanKind kind, String name, Supplier<T> work) {
        Span span = tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent(traceparent))
                .startSpan();
        Object outerTrace = MDC.get(TRACE_ID);
        Object outerSpan = MDC.get(SPAN_ID);
        try (Scope current = span.makeCurrent()) {
            MDC.put(TRACE_ID, span.getSpanContext().getTraceId());
            MDC.put(SPAN_ID, span.getSpanContext().getSpanId());
            return work.get();
        } catch (RuntimeException | Error e) {
            // Only the kind of trouble: messages may quote what others sent.
            span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            throw e;
        } finally {
            restore(TRACE_ID, outerTrace);
            restore(SPAN_ID, outerSpan);
            span.end();
        }
    }

    private static Context parent(String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of("traceparent", traceparent), GETTER);
    }

    private static void restore(String key, Object value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
