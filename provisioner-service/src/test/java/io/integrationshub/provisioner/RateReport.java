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
 * What the stand-in's log says of request rates. Work waits in an account for as long as not all of its integrations have begun;
 * what counts is the category that then is used most of what it may be, as all others wait for that one.
 */
final class RateReport {
    private static final String FIRST_CALL = "ListUserPools";
    private static final String SECOND_HALF_ENDS = "UpdateUserPoolClient";

    private final List<Request> requests;
    private final Map<String, Double> perSecond;
    private final List<String> accounts;

    private record Request(Instant time, String account, String category, String operation, String outcome) {
        boolean throttled() {
            return outcome.equals("TooManyRequestsException");
        }
    }

    /** The busiest category of an account while work waited. */
    private record Use(String category, long calls, double share, double seconds, double done) {}

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
        line(name, "used of the allowed rate while work waited", "%", 100, uses, Use::share, " (wanted at least 95 %)");
        line(name, "calls in that time", "", 1, uses, Use::calls, "");
        line(name, "until all integrations had begun", "s", 1, uses, Use::seconds, "");
        line(name, "until an account was done", "s", 1, uses, Use::done, "");
        System.out.printf(
                "%s: busiest categories %s%n",
                name, uses.stream().collect(Collectors.groupingBy(Use::category, TreeMap::new, Collectors.counting())));
    }

    private Use use(List<Request> ofAccount, Instant begun) {
        Instant first = ofAccount.getFirst().time();
        Instant last = last(ofAccount, FIRST_CALL);
        double seconds = seconds(first, last);
        Map<String, Long> calls = ofAccount.stream()
                .filter(request -> !request.throttled() && !request.time().isAfter(last))
                .collect(Collectors.groupingBy(Request::category, Collectors.counting()));
        return calls.entrySet().stream()
                .map(entry -> new Use(
                        entry.getKey(),
                        entry.getValue(),
                        entry.getValue() / seconds / perSecond.get(entry.getKey()),
                        seconds,
                        seconds(begun, last(ofAccount, SECOND_HALF_ENDS))))
                .max(Comparator.comparingDouble(Use::share))
                .orElseThrow();
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
