package io.integrationshub.config.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.CheckDrift;
import io.integrationshub.config.application.Integrations;
import io.integrationshub.config.application.Reply;
import io.integrationshub.config.domain.observed.DriftSeen;
import io.integrationshub.config.domain.observed.Observed;
import io.integrationshub.config.domain.observed.Side;
import io.integrationshub.contracts.DriftPolicy;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of drift.
 *
 * @param policy null: drift is told, not healed
 * @param healed the latest execution that was started to heal drift; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriftView(
        boolean drifted, List<LookView> looks, @Nullable DriftPolicy policy, Observed.@Nullable Heal healed) {

    /**
     * The latest look at one side.
     *
     * @param current false once an execution has succeeded since
     * @param found how many differences there are; of many only the first are listed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LookView(
            Side side,
            Instant seenAt,
            @Nullable Instant since,
            boolean current,
            @Nullable Integer found,
            List<DriftSeen.Finding> findings) {}

    /** What a side answered just now: findings, or why it cannot look. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CheckView(
            Side side,
            @Nullable Instant seenAt,
            @Nullable List<AwsQuestions.DriftFinding> findings,
            @Nullable ReasonView problem) {
        static CheckView from(CheckDrift.Look look) {
            return switch (look.reply()) {
                case Reply.Answered<AwsQuestions.DriftReport>(var report) ->
                    new CheckView(look.side(), report.seenAt(), report.findings(), null);
                case Reply.NotNow<AwsQuestions.DriftReport>(String code, String detail) ->
                    new CheckView(look.side(), null, null, new ReasonView(code, detail));
            };
        }
    }

    /** Why not. */
    public record ReasonView(String code, String detail) {}

    /** What came of looking at both sides. */
    public record Checks(List<CheckView> checks) {}

    static DriftView from(Integrations.Overview overview) {
        Observed observed = overview.observed();
        return new DriftView(
                observed.drifted(),
                Stream.of(Side.values())
                        .flatMap(side -> Stream.ofNullable(observed.look(side))
                                .map(look -> new LookView(
                                        side,
                                        look.seenAt(),
                                        look.since(),
                                        !observed.stale(look),
                                        look.found(),
                                        look.findings())))
                        .toList(),
                overview.latest().pages().configuration().drift(),
                observed.healed());
    }
}
