package io.integrationshub.log.listing;

import io.integrationshub.log.application.ExecutionFilter;
import io.integrationshub.log.application.LiveExecutions;
import io.integrationshub.log.application.LiveExecutions.News;
import io.integrationshub.log.application.ReadExecutions;
import io.integrationshub.log.domain.ExecutionSummary;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What happens to the executions of a list, and to one execution, as it happens. */
@ApplicationScoped
public class ExecutionStreams {
    /** Nobody says that an execution has become silent. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final LiveExecutions live;
    private final ReadExecutions executions;

    ExecutionStreams(LiveExecutions live, ReadExecutions executions) {
        this.live = live;
        this.executions = executions;
    }

    /** Something about a list. */
    public sealed interface OfList {
        /** Give it as {@code after}, and the stream goes on behind this. */
        long position();

        /** An execution as it stands now. */
        record Shown(long position, ExecutionSummary execution) implements OfList {}

        /** An execution that the filter does not show, or not any more. */
        record Left(long position, UUID id) implements OfList {}

        /** Too much happened to tell it: read the list again. */
        record Again(long position) implements OfList {}

        /** Everything until there was told. */
        record Position(long position) implements OfList {}
    }

    /** What happens to the executions of a list, from now on or since that position. Executions may be told more than once. */
    public Multi<OfList> list(String storeId, ExecutionFilter filter, Optional<Long> after) {
        return live.of(storeId, after)
                .onItem()
                .transformToIterable(news -> told(news, filter).toList());
    }

    /** Where a list that is read now, or later, may be continued. */
    public long position() {
        return live.position();
    }

    private static Stream<OfList> told(News news, ExecutionFilter filter) {
        Stream<OfList> executions = news.executions().stream()
                .map(execution -> filter.shows(execution)
                        ? new OfList.Shown(news.position(), execution)
                        : new OfList.Left(news.position(), execution.id()));
        return news.more()
                ? Stream.of(new OfList.Again(news.position()))
                : Stream.concat(executions, Stream.of(new OfList.Position(news.position())));
    }

    /**
     * What happens to an execution, until it ends.
     *
     * @param after the line of its log behind which to begin
     */
    public Multi<OfExecution> one(String storeId, UUID id, Optional<String> after) {
        return Multi.createFrom().deferred(() -> {
            ExecutionFollowing following = new ExecutionFollowing(after);
            Multi<Long> silence =
                    Multi.createFrom().ticks().every(SILENCE).onOverflow().drop();
            Multi<Long> news = live.of(storeId, Optional.empty())
                    .filter(told -> about(told, id))
                    .map(News::position);
            return Multi.createBy()
                    .merging()
                    .streams(silence, news)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .onItem()
                    .transformToIterable(look ->
                            executions.history(storeId, id).map(following::told).orElseThrow())
                    .select()
                    .first(told -> !(told instanceof OfExecution.Over));
        });
    }

    private static boolean about(News news, UUID id) {
        return news.more()
                || news.executions().stream()
                        .anyMatch(execution -> execution.id().equals(id));
    }
}
