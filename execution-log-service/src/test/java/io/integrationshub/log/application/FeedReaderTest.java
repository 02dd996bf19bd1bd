package io.integrationshub.log.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.log.domain.ExecutionSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
    private final Committed feed = new Committed();
    private final FeedReader reader = new FeedReader(feed);

    @Test
    void beginsAtTheEndAndReadsWhatFollows() {
        feed.commit(1, 2, 3);
        reader.wake(feed.end());

        assertThat(read()).isEmpty();
        feed.commit(4, 5);
        assertThat(read()).containsExactly(4L, 5L);
        assertThat(read()).isEmpty();
    }

    @Test
    void whatCommitsLateIsReadLate() {
        feed.commit(1, 2);
        reader.wake(feed.end());
        feed.commit(3, 6);

        assertThat(read()).containsExactly(3L, 6L);
        feed.commit(5);
        assertThat(read()).containsExactly(5L);
        feed.commit(4, 7);
        assertThat(read()).containsExactly(4L, 7L);
    }

    @Test
    void whatWasNotCommittedWhenItBeganIsReadToo() {
        feed.commit(1, 3);
        reader.wake(feed.end());
        feed.commit(2);

        assertThat(read()).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inWhateverOrderTheyCommitEachIsReadOnce(long seed) {
        Random random = new Random(seed);
        reader.wake(0);
        List<Long> open = new ArrayList<>();
        List<Long> seen = new ArrayList<>();
        for (long id = 1; id <= 2000; id++) {
            open.add(id);
            while (open.size() > random.nextInt(8)) {
                feed.commit(open.remove(random.nextInt(open.size())));
            }
            if (random.nextInt(5) == 0) {
                seen.addAll(read());
            }
        }
        open.forEach(feed::commit);
        for (List<Long> more = read(); !more.isEmpty(); more = read()) {
            seen.addAll(more);
        }

        assertThat(seen).hasSize(2000).doesNotHaveDuplicates();
    }

    private List<Long> read() {
        return reader.read().stream().map(Feed.Entry::id).toList();
    }

    /** What other transactions see. */
    private static final class Committed implements Feed {
        private final NavigableSet<Long> ids = new TreeSet<>();

        void commit(long... committed) {
            for (long id : committed) {
                ids.add(id);
            }
        }

        @Override
        public void add(Collection<ExecutionSummary> told) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long end() {
            return ids.isEmpty() ? 0 : ids.last();
        }

        @Override
        public boolean reaches(long id) {
            return true;
        }

        @Override
        public List<Entry> behind(long id, Collection<Long> missing) {
            return ids.stream()
                    .filter(known -> known > id || missing.contains(known))
                    .map(known -> new Entry(known, Map.of()))
                    .toList();
        }

        @Override
        public List<Entry> since(long id) {
            return behind(id, List.of());
        }

        @Override
        public void forgetBefore(Instant time) {
            throw new UnsupportedOperationException();
        }
    }
}
