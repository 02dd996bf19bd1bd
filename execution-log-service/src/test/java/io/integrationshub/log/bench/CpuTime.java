package io.integrationshub.log.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What work costs in seconds of a processor, however busy the machine is with other things: the threads that take part in it and the
 * server processes of the database (Linux only, else 0).
 */
final class CpuTime {
    private static final double TICKS = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private final DataSource database;
    private final String threads;
    private final double clientBefore;
    private final Map<Long, Double> serverBefore;

    /** @param threads names of those that count, a regular expression */
    CpuTime(DataSource database, String threads) throws SQLException {
        this.database = database;
        this.threads = threads;
        this.clientBefore = client();
        this.serverBefore = server();
    }

    /** Of the threads, since it was made. */
    double spentHere() {
        return client() - clientBefore;
    }

    /** Of the database, since it was made. */
    double spentThere() throws SQLException {
        return server().entrySet().stream()
                .mapToDouble(process -> process.getValue() - serverBefore.getOrDefault(process.getKey(), 0.0))
                .sum();
    }

    private double client() {
        ThreadMXBean all = ManagementFactory.getThreadMXBean();
        double nanos = 0;
        for (ThreadInfo thread : all.getThreadInfo(all.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().matches(threads)) {
                nanos += Math.max(0, all.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos / 1e9;
    }

    private Map<Long, Double> server() throws SQLException {
        Map<Long, Double> times = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet processes =
                        statement.executeQuery("select pid from pg_stat_activity where pid is not null")) {
            while (processes.next()) {
                times.put(processes.getLong(1), seconds(processes.getLong(1)));
            }
        }
        return times;
    }

    private static double seconds(long process) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS;
        } catch (IOException e) {
            return 0;
        }
    }
}
