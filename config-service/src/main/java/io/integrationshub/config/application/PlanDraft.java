package io.integrationshub.config.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Gap;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what finishing a draft would do at AWS and at Commerce, with reads only. */
@ApplicationScoped
public class PlanDraft {
    private final Drafts drafts;
    private final AwsQuestions aws;
    private final CommerceQuestions commerce;

    PlanDraft(Drafts drafts, AwsQuestions aws, CommerceQuestions commerce) {
        this.drafts = drafts;
        this.aws = aws;
        this.commerce = commerce;
    }

    /**
     * Both halves, and one version for the two.
     *
     * @param planVersion to finish with; null while one half could not be planned
     * @param applyable nothing speaks against it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Whole(@Nullable String planVersion, boolean applyable, boolean complete, Plan aws, Plan commerce) {
        static Whole of(Plan aws, Plan commerce) {
            boolean known = aws.planVersion() != null && commerce.planVersion() != null;
            return new Whole(
                    known ? fingerprint(aws.planVersion() + "\n" + commerce.planVersion()) : null,
                    aws.applyable() && commerce.applyable(),
                    aws.complete() && commerce.complete(),
                    aws,
                    commerce);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** @param draftVersion the version of the draft that was planned */
        record Planned(Whole plan, long draftVersion) implements Outcome {}

        /** Pages are still to be filled in. */
        record Incomplete(List<Gap> gaps) implements Outcome {}

        /** The store has no such draft, or no more. */
        record Gone() implements Outcome {}
    }

    /** @throws ServiceSilentException when one of the two services does not answer */
    public Outcome plan(String storeId, UUID draftId) {
        Draft draft = drafts.find(storeId, draftId).orElse(null);
        if (draft == null) {
            return new Outcome.Gone();
        }
        List<Gap> gaps = draft.pages().gaps();
        if (!gaps.isEmpty()) {
            return new Outcome.Incomplete(gaps);
        }
        IntegrationSpec spec = draft.pages().spec();
        long generation = draft.baseGeneration() + 1;
        return new Outcome.Planned(
                Whole.of(
                        aws.plan(draft.integrationId(), generation, spec),
                        commerce.plan(draft.integrationId(), generation, spec)),
                draft.version());
    }

    /** Whether a plan that somebody agreed to still is what would be done. */
    public sealed interface Agreement {

        /** @param edit of exactly the version of the draft that was planned, so that nothing else is finished */
        record Same(Edit edit) implements Agreement {}

        /** What would be done is something else by now. */
        record PlanChanged() implements Agreement {}

        /** Pages are still to be filled in. */
        record Incomplete(List<Gap> gaps) implements Agreement {}

        /** The draft is not at the version the caller expects. */
        record Changed() implements Agreement {}

        /** The store has no such draft, or no more. */
        record Gone() implements Agreement {}
    }

    /**
     * Looks again, before a draft is finished.
     *
     * @param planVersion of the plan that was agreed to; null when none was looked at, and whatever is needed is to be done
     * @throws ServiceSilentException when one of the two services does not answer
     */
    public Agreement agreed(Edit edit, @Nullable String planVersion) {
        if (planVersion == null) {
            return new Agreement.Same(edit);
        }
        return switch (plan(edit.storeId(), edit.draftId())) {
            case Outcome.Gone() -> new Agreement.Gone();
            case Outcome.Incomplete(List<Gap> gaps) -> new Agreement.Incomplete(gaps);
            case Outcome.Planned(Whole whole, long version) -> {
                if (!edit.expects().allows(version)) {
                    yield new Agreement.Changed();
                }
                if (!planVersion.equals(whole.planVersion())) {
                    yield new Agreement.PlanChanged();
                }
                ExpectedVersion planned = new ExpectedVersion.OneOf(Set.of(version));
                yield new Agreement.Same(new Edit(edit.storeId(), edit.draftId(), edit.actor(), planned));
            }
        };
    }

    private static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
