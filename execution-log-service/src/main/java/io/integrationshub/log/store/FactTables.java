package io.integrationshub.log.store;

import io.integrationshub.log.application.LogConfig;
import io.integrationshub.log.domain.Status;
import io.integrationshub.runtime.jobs.Job;
import io.integrationshub.runtime.jobs.Jobs;
import io.integrationshub.runtime.jobs.Lease;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Makes the tables of days, some ahead, and drops those whose history is too old. Executions at work keep theirs, and so do those
 * whose status is kept longer.
 */
@Singleton
public class FactTables implements Job {
    private static final Logger LOG = Logger.getLogger(FactTables.class);
    private static final String NAME = "history-retention";
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int DAYS_AHEAD = 7;
    /** In seconds. A day of millions is looked through for what is kept. */
    private static final int TIME_TO_DROP = 3600;

    /** An id that tells an older day, or one further ahead, gets no table of its own. */
    private static final int DAYS_BACK = 400;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("'fact_'yyyyMMdd");
    private static final String TABLES = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'fact'::regclass and c.relname ~ '^fact_[0-9]{8}$' order by 1""";

    private final Database database;
    private final LogConfig config;
    private final Jobs jobs;
    private final Clock clock;
    private final Map<LocalDate, Boolean> made = new ConcurrentHashMap<>();

    FactTables(Database database, LogConfig config, Jobs jobs, Clock clock) {
        this.database = database;
        this.config = config;
        this.jobs = jobs;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        QuarkusTransaction.requiringNew().run(() -> jobs.wakeAt(NAME, "all", clock.instant()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String key, Lease lease) {
        LocalDate today = today();
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            make(today.plusDays(ahead));
        }
        dropOld();
        return new Next.At(clock.instant().plus(PAUSE));
    }

    /** Makes the tables that these executions' facts belong into. */
    void makeFor(Collection<UUID> executionIds) {
        LocalDate today = today();
        executionIds.stream()
                .filter(id -> id.version() == 7)
                .map(id -> Instant.ofEpochMilli(id.getMostSignificantBits() >>> Short.SIZE)
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate())
                .distinct()
                .filter(day -> day.isAfter(today.minusDays(DAYS_BACK)) && !day.isAfter(today.plusDays(DAYS_AHEAD)))
                .forEach(this::make);
    }

    /** Drops what is too old by now; answers the tables that lost something. */
    public List<String> dropOld() {
        Instant now = clock.instant();
        List<String> dropped = database.query(TABLES, statement -> {}, row -> row.getString(1)).stream()
                .filter(table -> drop(table, now))
                .toList();
        if (!dropped.isEmpty()) {
            LOG.infof("reason=retention dropped history in %s", dropped);
            made.clear();
        }
        return dropped;
    }

    private boolean drop(String table, Instant now) {
        Instant end = LocalDate.parse(table, DAY).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        String[] kept = Arrays.stream(Status.values())
                .filter(status -> status != Status.INTERRUPTED)
                .filter(Status::ended)
                .filter(status -> end.isAfter(now.minus(retention(status))))
                .map(Enum::name)
                .toArray(String[]::new);
        Instant oldest = now.minus(config.retention());
        if (end.isAfter(oldest)) {
            return false;
        }
        return QuarkusTransaction.requiringNew()
                .timeout(TIME_TO_DROP)
                .call(() -> database.slowly(
                                "select drop_history(?, ?, ?)",
                                statement -> {
                                    statement.setString(1, table);
                                    statement.setArray(
                                            2, statement.getConnection().createArrayOf("text", kept));
                                    statement.setObject(3, oldest.atOffset(ZoneOffset.UTC));
                                },
                                row -> row.getBoolean(1))
                        .getFirst());
    }

    private Duration retention(Status status) {
        return config.retentionOf().getOrDefault(status, config.retention());
    }

    private void make(LocalDate day) {
        made.computeIfAbsent(day, missing -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> database.query(
                            "select make_fact_table(?)", statement -> statement.setObject(1, day), row -> true));
            return true;
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
