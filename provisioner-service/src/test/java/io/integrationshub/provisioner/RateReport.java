package io.integrationshub.provisioner;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.contracts.Json;
import io.integrationshub.local.test.HubInfra;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What the stand-in's log says of request rates. All work of an account waits for the category that is asked for most, compared with
 * what it may be asked for; that one's calls are counted, from the first to the last of them.
 */
final class RateReport {
    private static final String FIRST_CALL = "ListUserPools";

    private final List<Request> requests;
    private final Map<String, Double> perSecond;
    private final List<String> accounts;

    private record Request(Instant time, String account, String category, String operation, String outcome) {
        boolean throttled() {
            return outcome.equals("TooManyRequestsException");
        }
    }

    /**
     * The scarcest category of an account.
     *
     * @param begun seconds until all of its integrations had begun
     * @param done seconds until its last call
     */
    private record Use(String category, long calls, double share, double begun, double done) {}

    /** Reads the log after request number {@code since}. */
    static RateReport since(long since, List<String> accounts) {
        JsonNode log = control("requests?since=" + since).path("requests");
        List<Request> requests = StreamSupport.stream(log.spliterator(), false)
                .filter(entry -> !entry.path("category").asText().isEmpty())
                .map(entry -> new Request(
                        Instant.parse(entry.path("time").asText()),
                        entry.path("account").asText(),
                        entry.path("category").asText(),
                        entry.path("operation").asText(),
                        entry.path("outcome").asText()))
                .toList();
        Map<String, Double> perSecond = new TreeMap<>();
        control("rate-limits")
                .path("usage")
                .forEach(used -> perSecond.put(
                        used.path("category").asText(), used.path("perSecond").asDouble()));
        return new RateReport(requests, perSecond, accounts);
    }

    private RateReport(List<Request> requests, Map<String, Double> perSecond, List<String> accounts) {
        this.requests = requests;
        this.perSecond = perSecond;
        this.accounts = accounts;
    }

    void print(String name) {
        Instant begun = requests.getFirst().time();
        List<Use> uses = new ArrayList<>();
        for (String account : accounts) {
            uses.add(use(
                    requests.stream()
                            .filter(request -> request.account().equals(account))
                            .toList(),
                    begun));
        }
        long throttled = requests.stream().filter(Request::throttled).count();
        System.out.printf(
                "%s: %,d calls, %d throttled = %.2f %% (wanted at most 0.5 %%)%n",
                name, requests.size(), throttled, 100.0 * throttled / requests.size());
        line(
                name,
                "used of the allowed rate of the scarcest category",
                "%",
                100,
                uses,
                Use::share,
                " (wanted at least 95 %)");
        line(name, "calls of that category", "", 1, uses, Use::calls, "");
        line(name, "until all integrations had begun", "s", 1, uses, Use::begun, "");
        line(name, "until an account was done", "s", 1, uses, Use::done, "");
        System.out.printf(
                "%s: scarcest categories %s%n",
                name, uses.stream().collect(Collectors.groupingBy(Use::category, TreeMap::new, Collectors.counting())));
    }

    private Use use(List<Request> ofAccount, Instant begun) {
        Instant first = ofAccount.getFirst().time();
        Map<String, List<Request>> answered = ofAccount.stream()
                .filter(request -> !request.throttled())
                .collect(Collectors.groupingBy(Request::category));
        Map.Entry<String, List<Request>> scarcest = answered.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue().size() / perSecond.get(entry.getKey())))
                .orElseThrow();
        List<Request> calls = scarcest.getValue();
        double seconds = seconds(calls.getFirst().time(), calls.getLast().time());
        return new Use(
                scarcest.getKey(),
                calls.size(),
                calls.size() / seconds / perSecond.get(scarcest.getKey()),
                seconds(first, last(ofAccount, FIRST_CALL)),
                seconds(begun, ofAccount.getLast().time()));
    }

    private static Instant last(List<Request> requests, String operation) {
        return requests.stream()
                .filter(request -> request.operation().equals(operation))
                .map(Request::time)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static void line(
            String name,
            String what,
            String unit,
            double factor,
            List<Use> uses,
            ToDoubleFunction<Use> value,
            String wanted) {
        DoubleSummaryStatistics of = uses.stream().mapToDouble(value).summaryStatistics();
        System.out.printf(
                "%s: %s, per account: least %.1f, mean %.1f, most %.1f %s%s%n",
                name, what, factor * of.getMin(), factor * of.getAverage(), factor * of.getMax(), unit, wanted);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    private static JsonNode control(String path) {
        try {
            return Json.mapper().readTree(HubInfra.cognito().control("GET", path, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
