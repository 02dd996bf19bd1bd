package io.integrationshub.local.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says on the console which part has begun, which is ready after how long, and every few seconds who is still at work. */
final class Progress implements AutoCloseable {
    private static final long REMINDER_SECONDS = 5;

    private final PrintStream out;
    private final long began = System.nanoTime();
    private final Map<String, Long> atWork = new LinkedHashMap<>();
    private boolean stopping;
    private final ScheduledExecutorService reminder =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    Progress(PrintStream out) {
        this.out = out;
        var unused = reminder.scheduleAtFixedRate(this::remind, REMINDER_SECONDS, REMINDER_SECONDS, TimeUnit.SECONDS);
    }

    /** From here on only what {@link #say} is told is of interest. */
    synchronized void stopping() {
        line("launcher", "stopping");
        stopping = true;
    }

    synchronized void begin(String part) {
        if (stopping) {
            return;
        }
        atWork.put(part, System.nanoTime());
        line(part, "starting");
    }

    synchronized void ready(String part, String where) {
        Long since = atWork.remove(part);
        if (stopping) {
            return;
        }
        line(part, "ready after " + seconds(since == null ? began : since) + " s  " + where);
    }

    synchronized void say(String part, String what) {
        line(part, what);
    }

    @Override
    public void close() {
        reminder.shutdownNow();
    }

    private synchronized void remind() {
        if (stopping) {
            return;
        }
        atWork.forEach((part, since) -> line(part, "still starting, " + seconds(since) + " s"));
    }

    private void line(String part, String what) {
        out.printf(Locale.ROOT, "[%6s s] %-22s %s%n", seconds(began), part, what);
        out.flush();
    }

    private static String seconds(long since) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - since);
        return String.format(Locale.ROOT, "%.1f", elapsed.toMillis() / 1000.0);
    }
}
