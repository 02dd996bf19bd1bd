package io.integrationshub.config.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.Gap;
import io.integrationshub.config.domain.Pages;
import io.integrationshub.config.domain.Violation;
import io.integrationshub.contracts.BuyerOrganization;
import io.integrationshub.contracts.MerchantOrganization;
import io.integrationshub.contracts.Templates;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft as callers see it.
 *
 * @param baseGeneration the revision it began with; 0 for a new integration
 * @param purpose what it was begun for
 * @param restores the revision whose pages it began with; left out unless it is to restore one
 * @param definitionVersion version of the integration definition it is for
 * @param pages left out in lists
 * @param missing what has to be filled in before it can be finished
 * @param warnings what may stay as it is, but is worth a second look
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftView(
        UUID id,
        UUID integrationId,
        String storeId,
        long baseGeneration,
        Draft.Purpose purpose,
        @Nullable Long restores,
        String definitionVersion,
        long version,
        @Nullable PageViews pages,
        boolean readyToFinish,
        List<Missing> missing,
        List<Violation> warnings,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {

    /** The pages of the wizard. */
    public record PageViews(
            ConfigurationView configuration,
            BuyerView buyerOrganization,
            MerchantView merchantOrganization,
            TemplatesView templates) {}

    /** The page "Configuration", once it was stored. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConfigurationView(@JsonUnwrapped SpecView.@Nullable Configuration values, boolean complete) {}

    /** The page "Buyer Organization", once it was stored. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BuyerView(@JsonUnwrapped @Nullable BuyerOrganization values, boolean complete) {}

    /** The page "Merchant Organization", once it was stored. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MerchantView(@JsonUnwrapped @Nullable MerchantOrganization values, boolean complete) {}

    /** The page "Templates"; complete from the start, as all templates have defaults. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TemplatesView(@JsonUnwrapped @Nullable Templates values, boolean complete) {}

    /**
     * A page that stands in the way of finishing.
     *
     * @param page as in its path
     */
    public record Missing(String page, String code, String detail) {
        static Missing from(Gap gap) {
            return new Missing(gap.page().path(), gap.code(), gap.detail());
        }
    }

    static DraftView from(Draft draft) {
        return from(draft, views(draft.pages()));
    }

    /** As in a list: templates and style sheets are long. */
    static DraftView listed(Draft draft) {
        return from(draft, null);
    }

    private static DraftView from(Draft draft, @Nullable PageViews pages) {
        List<Gap> gaps = draft.pages().gaps();
        return new DraftView(
                draft.id(),
                draft.integrationId(),
                draft.storeId(),
                draft.baseGeneration(),
                draft.purpose(),
                draft.restores(),
                draft.pages().definition(),
                draft.version(),
                pages,
                gaps.isEmpty(),
                gaps.stream().map(Missing::from).toList(),
                SpecView.warnings(draft.pages()),
                draft.createdAt(),
                draft.createdBy(),
                draft.updatedAt(),
                draft.updatedBy());
    }

    private static PageViews views(Pages pages) {
        SpecView spec = SpecView.from(pages);
        return new PageViews(
                new ConfigurationView(spec.configuration(), pages.configuration() != null),
                new BuyerView(pages.buyer(), pages.buyer() != null),
                new MerchantView(pages.merchant(), pages.merchant() != null),
                new TemplatesView(pages.templates(), true));
    }
}
