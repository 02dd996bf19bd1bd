package io.integrationshub.log.listing;

import io.integrationshub.log.application.LogConfig;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What all streams have in common. Each has a heartbeat, so that nothing on the way takes it for dead, and ends after minutes:
 * whoever comes back takes up where it stopped, shows that he may still look, and finds the replicas of now.
 */
@ApplicationScoped
public class Streams {
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int OF_ONE_PERSON = 20;

    private final LogConfig config;
    private final Map<String, Integer> open = new HashMap<>();
    private int all;

    Streams(LogConfig config) {
        this.config = config;
    }

    /**
     * A stream for a person; refused (429, 503) when there are too many.
     *
     * @param events failures in it end the stream
     */
    public Multi<OutboundSseEvent> open(String person, Sse sse, Multi<OutboundSseEvent> events) {
        enter(person);
        OutboundSseEvent end = sse.newEventBuilder().comment("end").build();
        Multi<OutboundSseEvent> beats = Multi.createFrom()
                .ticks()
                .startingAfter(BEAT)
                .every(BEAT)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("beat").build());
        return Multi.createBy()
                .merging()
                .streams(events.onCompletion().continueWith(end), beats)
                .select()
                .first(event -> event != end)
                .select()
                .first(LONGEST)
                .onFailure()
                .recoverWithCompletion()
                .onTermination()
                .invoke(() -> leave(person));
    }

    private synchronized void enter(String person) {
        if (open.getOrDefault(person, 0) >= OF_ONE_PERSON) {
            throw tooMany(Response.Status.TOO_MANY_REQUESTS, "Close some of your streams, then open this one.");
        }
        if (all >= config.streams()) {
            throw tooMany(Response.Status.SERVICE_UNAVAILABLE, "Come back in a while; the list answers meanwhile.");
        }
        all++;
        open.merge(person, 1, Integer::sum);
    }

    private static HttpProblem tooMany(Response.Status status, String remedy) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle("Too many streams")
                .withDetail(remedy)
                .withHeader("Retry-After", 30)
                .with("code", "TOO_MANY_STREAMS")
                .build();
    }

    private synchronized void leave(String person) {
        all--;
        open.computeIfPresent(person, (name, count) -> count > 1 ? count - 1 : null);
    }
}
