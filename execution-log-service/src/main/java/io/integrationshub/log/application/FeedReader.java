package io.integrationshub.log.application;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Reads the feed entry by entry and misses none: an id that was jumped over belongs to a transaction that has not committed yet,
 * and is asked for until it comes or was surely given up.
 */
final class FeedReader {
    /** Looks; a transaction that tells executions ends within seconds. */
    private static final int PATIENCE = 240;

    private static final int MOST_MISSING = 1000;
    /** Entries before the end of which some may not be visible yet. */
    private static final int RECENT = 50;

    private static final long NOWHERE = -1;

    private final Feed feed;
    private final TreeMap<Long, Integer> missing = new TreeMap<>();
    private long position = NOWHERE;

    FeedReader(Feed feed) {
        this.feed = feed;
    }

    /** How far it has come. */
    long position() {
        return position;
    }

    /** Begins at this end of the feed, unless it is reading already. */
    void wake(long end) {
        if (position == NOWHERE) {
            position = Math.max(0, end - RECENT);
            take(feed.behind(position, List.of()));
            position = end;
        }
    }

    /** What is new since the last look. */
    List<Feed.Entry> read() {
        List<Feed.Entry> entries = feed.behind(position, missing.keySet());
        missing.replaceAll((id, looks) -> looks + 1);
        take(entries);
        missing.values().removeIf(looks -> looks > PATIENCE);
        while (missing.size() > MOST_MISSING) {
            missing.pollFirstEntry();
        }
        return entries;
    }

    private void take(List<Feed.Entry> entries) {
        for (Feed.Entry entry : entries) {
            missing.remove(entry.id());
            if (entry.id() > position) {
                LongStream.range(Math.max(position + 1, entry.id() - MOST_MISSING), entry.id())
                        .forEach(id -> missing.put(id, 0));
                position = entry.id();
            }
        }
    }

    /** Nobody listens. */
    void rest() {
        position = NOWHERE;
        missing.clear();
    }
}
