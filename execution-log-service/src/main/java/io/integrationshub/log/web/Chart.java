package io.integrationshub.log.web;

import io.integrationshub.log.application.ReadStatistics.Bar;
import io.integrationshub.log.application.ReadStatistics.Day;
import io.integrationshub.log.domain.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The last 24 hours as columns of an SVG, {@link #WIDTH} by {@link #HEIGHT} units. */
record Chart(List<Column> columns, long highest, int width, List<Instant> ticks) {
    private static final int TICKS = 4;

    static final int WIDTH = 720;
    static final int HEIGHT = 120;

    /** An hour: failed ones at the bottom, successful ones on them, all others on top. */
    record Column(Instant hour, int x, Part failed, Part succeeded, Part others, long total) {
        public Instant end() {
            return hour.plus(Duration.ofHours(1));
        }
    }

    /** Part of a column. */
    record Part(long count, int y, int height) {}

    static Chart of(Day day) {
        long highest =
                Math.max(1, day.hours().stream().mapToLong(Bar::total).max().orElse(1));
        int width = WIDTH / day.hours().size();
        List<Column> columns = new ArrayList<>();
        for (Bar bar : day.hours()) {
            long failed = bar.count(Status.FAILED);
            long succeeded = bar.count(Status.SUCCEEDED);
            long others = bar.total() - failed - succeeded;
            Part bottom = part(failed, 0, highest);
            Part middle = part(succeeded, failed, highest);
            Part top = part(others, failed + succeeded, highest);
            columns.add(new Column(bar.hour(), columns.size() * width + 2, bottom, middle, top, bar.total()));
        }
        int apart = Math.max(1, columns.size() / TICKS);
        List<Instant> ticks = IntStream.iterate(0, hour -> hour < columns.size(), hour -> hour + apart)
                .mapToObj(hour -> columns.get(hour).hour())
                .toList();
        return new Chart(columns, highest, width - 4, ticks);
    }

    private static Part part(long count, long below, long highest) {
        int from = (int) (below * HEIGHT / highest);
        int to = (int) ((below + count) * HEIGHT / highest);
        return new Part(count, HEIGHT - to, to - from);
    }
}
