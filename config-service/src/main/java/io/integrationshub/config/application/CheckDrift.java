package io.integrationshub.config.application;

import io.integrationshub.config.domain.observed.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Looks for drift at both sides for a person who waits. What is found reaches this service as events too, so it is healed as the
 * policy of the integration says.
 */
@ApplicationScoped
public class CheckDrift {
    private final AwsQuestions aws;
    private final CommerceQuestions commerce;

    CheckDrift(AwsQuestions aws, CommerceQuestions commerce) {
        this.aws = aws;
        this.commerce = commerce;
    }

    /** What one side said. */
    public record Look(Side side, Reply<AwsQuestions.DriftReport> reply) {}

    /** Both sides of an integration that the caller has seen to be its store's. One that is silent does not hide the other. */
    public List<Look> now(UUID integrationId) {
        return List.of(
                look(Side.AWS, integrationId, aws::checkDrift),
                look(Side.COMMERCE, integrationId, commerce::checkDrift));
    }

    private static Look look(Side side, UUID id, Function<UUID, Reply<AwsQuestions.DriftReport>> question) {
        try {
            return new Look(side, question.apply(id));
        } catch (ServiceSilentException e) {
            String detail = "No answer from " + e.service() + ". Try again in a while.";
            return new Look(side, new Reply.NotNow<>("SERVICE_SILENT", detail));
        }
    }
}
