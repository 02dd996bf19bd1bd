package io.integrationshub.log.bench;

import io.integrationshub.local.test.HubInfra;
import io.integrationshub.log.HubService;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * How fast a big store is answered over HTTP: a tenth of all executions are one store's, the others are a thousand stores'; one in
 * twenty failed; each has ten events. Not part of the build: see {@code bench/query}.
 */
@QuarkusTest
@HubService
class QueryBench {
    private static final int EXECUTIONS = Integer.getInteger("bench.executions", 1_000_000);
    private static final int CALLS = 200;
    private static final int PART = 250_000;
    private static final int WRITERS = 2;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token = HubInfra.token("big", "viewer");

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI base;

    @Test
    void query() throws Exception {
        generate();
        String first = get("/api/executions");
        report("list, 50 a page", 20, () -> get("/api/executions"));
        double page1 = report("list, page 1 of 10 each", 20, () -> get("/api/executions?limit=10"));
        String deep = "/api/executions?limit=10&cursor=" + deepCursor();
        double page10000 = report("list, page " + pages() * 20 + " of 10 each", 20, () -> get(deep));
        System.out.printf("query: deep page %.2f times page 1 (wanted 1.5)%n", page10000 / page1);
        new FilterCombinations(this::get).measure();
        Matcher id = ID.matcher(first);
        id.find();
        report("detail", 10, () -> get("/api/executions/" + id.group(1)));
        report("steps", 10, () -> get("/api/executions/" + id.group(1) + "/steps"));
        report("instances, 50 a page", 20, () -> get("/api/instances"));
        report("lines of the log, errors", 20, () -> get("/api/logs?level=ERROR"));
        report("lines of the log with a text", 50, () -> get("/api/logs?text=wrong"));
        report("lines of the log with a text that is nowhere", 50, () -> get("/api/logs?text=nobody-ever-said-this"));
        report("tiles of the dashboard", 50, () -> get("/api/statistics"));
    }

    /** As many rows as would take a day to tell one by one: written by two connections, and indexed once they are all there. */
    private void generate() throws Exception {
        long begun = System.nanoTime();
        Instant now = Instant.now();
        List<String> dropped = new ArrayList<>();
        List<String> indexes = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select make_fact_table(current_date - d) from generate_series(0, 13) d");
            try (ResultSet all = statement.executeQuery("""
                    select indexname, replace(indexdef, ' ON ONLY ', ' ON ') from pg_indexes
                    where tablename in ('execution', 'fact') and indexname not like '%pkey'""")) {
                while (all.next()) {
                    indexes.add(all.getString(2));
                    dropped.add(all.getString(1));
                }
            }
            for (String name : dropped) {
                statement.execute("drop index " + name);
            }
        }
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (int from = 0; from < EXECUTIONS; from += PART) {
                int first = from + 1;
                parts.add(writers.submit(() -> generate(now, first, Math.min(first + PART - 1, EXECUTIONS))));
            }
            for (int part = 0; part < parts.size(); part++) {
                parts.get(part).get();
                tell(begun, "%,d executions of %,d".formatted(Math.min((part + 1) * PART, EXECUTIONS), EXECUTIONS));
            }
        } finally {
            writers.shutdownNow();
        }
        for (String index : indexes) {
            execute("set maintenance_work_mem = '512MB'", index);
            tell(begun, index);
        }
        execute("vacuum analyze execution");
        execute("analyze fact");
        tell(begun, "%,d executions and %,d events made".formatted(EXECUTIONS, EXECUTIONS * 10L));
    }

    private static void tell(long begun, String what) {
        System.out.printf("query: %s, %.0f s%n", what, (System.nanoTime() - begun) / 1e9);
    }

    private void generate(Instant now, int first, int last) {
        execute(
                "set synchronous_commit = off",
                """
                create temporary table made as
                select n, timestamptz '%4$s' - (n * interval '13 days' / %1$d) as at,
                    (lpad(to_hex((extract(epoch from timestamptz '%4$s' - (n * interval '13 days' / %1$d)) * 1000)::bigint), 12, '0')
                        || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid as id,
                    case when n %% 10 = 0 then 'big' else 'store-' || n %% 1000 end as store,
                    md5((n %% 50000)::text)::uuid as integration,
                    case when n %% 20 = 1 or n %% 200 = 0 then 'FAILED' when n %% 1000 = 10 then 'RUNNING' else 'SUCCEEDED' end as status
                from generate_series(%2$d, %3$d) n""".formatted(EXECUTIONS, first, last, now),
                """
                insert into execution (id, store_id, integration_id, instance, number, generation, trigger, actor, status,
                    requested_at, started_at, ended_at, duration_ms, writes, heard_at, error_class, error_code, error_service,
                    error_message, error_remedy, error_step, cause)
                select id, store, integration, 'EPCC', n, 1, 'CONFIGURED', 'user-' || n % 97, status, at, at,
                    case when status <> 'RUNNING' then at + interval '9 s' end, 9000, 3, at + interval '9 s',
                    case when status = 'FAILED' then 'CREDENTIALS' end, case when status = 'FAILED' then 'code-' || n % 7 end,
                    case when status = 'FAILED' then 'cognito' end, case when status = 'FAILED' then 'The key is wrong.' end,
                    case when status = 'FAILED' then 'aws-credentials' end,
                    case when status = 'FAILED' then 'List User Pool' end,
                    case when status = 'FAILED' then 'cognito/code-' || n % 7 || '/aws-credentials' end
                from made""",
                """
                insert into fact
                select id, md5(n || '-r')::uuid, integration, store, 'bench', 'Requested', at, null, json_build_object(
                    'generation', 1, 'storeId', store, 'instance', 'EPCC', 'payload', json_build_object(),
                    'execution', json_build_object('id', id, 'number', n, 'trigger', 'configured', 'requestedAt', at))
                from made""",
                """
                insert into fact
                select id, md5(n || '-' || s)::uuid, integration, store, 'bench', 'StepStarted', at + s * interval '1 s', null,
                    json_build_object('step', json_build_object('name', 'Step ' || s, 'order', s * 10 + 10, 'attempt', 1),
                        'input', json_build_object('name', 'EPCC'))
                from made, generate_series(1, 8) s""",
                """
                insert into fact
                select id, md5(n || '-9')::uuid, integration, store, 'bench', 'LogWritten', at + interval '9 s',
                    case status when 'FAILED' then 'ERROR' else 'INFO' end,
                    json_build_object('step', json_build_object('name', 'Step 8', 'order', 90, 'attempt', 1), 'line', 1,
                        'severity', case status when 'FAILED' then 'ERROR' else 'INFO' end,
                        'message', case status when 'FAILED' then 'The key is wrong.' else 'All is well.' end)
                from made""",
                "drop table made");
    }

    private void execute(String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // An index of millions takes longer than a service waits for an answer.
            connection.setNetworkTimeout(Runnable::run, 0);
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Pages of 200 down to page 10,000 of 10 each, or as deep as the store goes. */
    private static int pages() {
        return Math.min(500, EXECUTIONS / 10 / 200 - 1);
    }

    private String deepCursor() {
        String next = null;
        for (int page = 0; page < pages(); page++) {
            Matcher cursor = NEXT.matcher(get("/api/executions?limit=200" + (next == null ? "" : "&cursor=" + next)));
            cursor.find();
            next = cursor.group(1);
        }
        return next;
    }

    private double report(String what, int wantedMs, Supplier<String> call) {
        double[] took = new double[CALLS];
        for (int i = -CALLS / 4; i < CALLS; i++) {
            long begun = System.nanoTime();
            int length = call.get().length();
            if (i >= 0 && length > 0) {
                took[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(took);
        System.out.printf(
                "query: %-50s p50 %6.1f ms  p99 %6.1f ms (wanted %d)%n",
                what, took[CALLS / 2], took[CALLS * 99 / 100], wantedMs);
        return took[CALLS / 2];
    }

    private String get(String path) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(base.resolve(path.replace(" ", "%20")))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
