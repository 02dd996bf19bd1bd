package io.integrationshub.log.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Every filter alone, and many of them together, those that find much, little and nothing. */
final class FilterCombinations {
    private static final int TOGETHER = 200;
    private static final int CALLS = 12;
    private static final int SHOWN = 8;
    /** By parameter; since and until go together. */
    private static final List<List<String>> FILTERS = List.of(
            List.of("status=SUCCEEDED", "status=FAILED", "status=RUNNING", "status=INTERRUPTED", "status=CANCELED"),
            List.of("actor=user-7", "actor=nobody"),
            List.of("code=code-3", "code=code-99"),
            List.of("class=CREDENTIALS", "class=INPUT"),
            List.of("cause=cognito/code-3/aws-credentials", "cause=nothing"),
            List.of("step=List%20User%20Pool", "step=Nowhere"),
            List.of("trigger=configured", "trigger=drift-heal"),
            List.of("text=wrong", "text=nobody-ever-said-this"),
            List.of("originals=true"),
            List.of("integration=" + new java.util.UUID(7, 7)),
            List.of("since=2020-01-01T00:00:00Z", "since=2020-01-01T00:00:00Z&until=2020-01-02T00:00:00Z"));

    private final UnaryOperator<String> get;

    FilterCombinations(UnaryOperator<String> get) {
        this.get = get;
    }

    private record Took(String query, double median, double most) {}

    void measure() {
        List<Took> all = new ArrayList<>();
        FILTERS.stream().flatMap(List::stream).map(this::time).forEach(all::add);
        Random random = new Random(1);
        for (int i = 0; i < TOGETHER; i++) {
            List<List<String>> parameters = new ArrayList<>(FILTERS);
            Collections.shuffle(parameters, random);
            String query = String.join(
                    "&",
                    parameters.subList(0, 2 + random.nextInt(3)).stream()
                            .map(values -> values.get(random.nextInt(values.size())))
                            .toList());
            all.add(time(query));
        }
        all.sort(Comparator.comparingDouble(Took::median).reversed());
        System.out.printf("query: %d filters and combinations, the slowest by their median:%n", all.size());
        all.stream()
                .limit(SHOWN)
                .forEach(took -> System.out.printf(
                        "query:   p50 %6.1f ms  most %6.1f ms (wanted 50) %s%n",
                        took.median(), took.most(), took.query()));
    }

    private Took time(String query) {
        double[] took = new double[CALLS];
        for (int i = -2; i < CALLS; i++) {
            long begun = System.nanoTime();
            int length = get.apply("/api/executions?" + query).length();
            if (i >= 0 && length > 0) {
                took[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(took);
        return new Took(query, took[CALLS / 2], took[CALLS - 1]);
    }
}
