package io.integrationshub.log.application;

import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.jobs.Lease;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Says in the feed which executions were told anew, and forgets what nobody will take up again. */
@Singleton
class FeedChanges implements Follower, Job {
    private static final String NAME = "feed-retention";
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Feed feed;
    private final Jobs jobs;
    private final Clock clock;

    FeedChanges(Feed feed, Jobs jobs, Clock clock) {
        this.feed = feed;
        this.jobs = jobs;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> jobs.wakeAt(NAME, "all", clock.instant().plus(PAUSE)));
    }

    @Override
    public void follow(List<Change> changes) {
        if (!changes.isEmpty()) {
            feed.add(changes.stream().map(Change::after).toList());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        feed.forgetBefore(clock.instant().minus(KEPT));
        return new Next.At(clock.instant().plus(PAUSE));
    }
}
