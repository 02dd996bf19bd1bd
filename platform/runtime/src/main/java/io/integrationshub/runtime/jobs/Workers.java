package io.integrationshub.runtime.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.integrationshub.runtime.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Runs the service's {@link Job}s with db-scheduler: durable, on as many nodes as there are, one at a time for a key. */
@Singleton
public class Workers {
    private static final Logger LOG = Logger.getLogger(Workers.class);

    private final DataSource database;
    private final List<Job> jobs;
    private final JobsConfig config;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Traces traces;
    private Scheduler scheduler;

    Workers(
            DataSource database,
            @All List<Job> jobs,
            JobsConfig config,
            Clock clock,
            MeterRegistry metrics,
            Traces traces) {
        this.database = database;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
        this.traces = traces;
    }

    /** After Flyway and everything else is up. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        List<Task<?>> tasks = jobs.stream().<Task<?>>map(this::task).toList();
        scheduler = Scheduler.create(database, tasks)
                .threads(config.threads())
                .pollingInterval(config.pollInterval())
                .heartbeatInterval(config.heartbeat())
                // db-scheduler's smallest: a worker that was silent for four beats is taken for dead.
                .missedHeartbeatsLimit(4)
                // Upper limit 1.0: queued executions send no heartbeat, so none may be queued.
                .pollUsingLockAndFetch(0.5, 1.0)
                .enablePriority()
                .schedulerName(new com.github.kagkarlsson.scheduler.SchedulerName.Fixed(
                        UUID.randomUUID().toString()))
                .shutdownMaxWait(config.shutdownWait())
                .statsRegistry(new MicrometerStatsRegistry(metrics, tasks))
                .build();
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent event) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /** Look for due work now instead of at the next poll. */
    void lookForWork() {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    private Task<Void> task(Job job) {
        return Tasks.custom(job.name(), Void.class).execute((instance, context) -> run(job, instance, context));
    }

    private CompletionHandler<Void> run(Job job, TaskInstance<Void> instance, ExecutionContext context) {
        Turn turn = Turn.begin(database, job.name(), instance.getId(), context.getExecution().version);
        return traces.within(turn.traceparent(), SpanKind.INTERNAL, "job " + job.name(), () -> run(job, turn, context));
    }

    private CompletionHandler<Void> run(Job job, Turn turn, ExecutionContext context) {
        String key = turn.key();
        try {
            Job.Next next = job.run(key, turn.lease());
            return (complete, operations) -> end(turn, next, false);
        } catch (LeaseLostException e) {
            LOG.warnf("job=%s key=%s lost its lease, another worker has it", job.name(), key);
            return (complete, operations) -> {};
        } catch (SupersededException e) {
            LOG.infof("job=%s key=%s ends: %s", job.name(), key, e.getMessage());
            return (complete, operations) -> end(turn, Job.Next.DONE, false);
        } catch (RuntimeException | Error e) {
            int failures = context.getExecution().consecutiveFailures + 1;
            var pause = new Backoff(config.retryBase(), config.retryCap()).pause(failures);
            LOG.errorf(e, "job=%s key=%s failed %d times, again in %s", job.name(), key, failures, pause);
            Job.Next again = new Job.Next.At(clock.instant().plus(pause));
            return (complete, operations) -> end(turn, again, true);
        }
    }

    private void end(Turn turn, Job.Next next, boolean failed) {
        if (turn.end(next, failed)) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
