package io.integrationshub.config.application;

import io.integrationshub.config.domain.AuditEntry;
import io.integrationshub.config.domain.Checked;
import io.integrationshub.config.domain.ConfigurationPage;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.EnteredConfiguration;
import io.integrationshub.config.domain.PageName;
import io.integrationshub.config.domain.Pages;
import io.integrationshub.config.domain.Violation;
import io.integrationshub.contracts.BuyerOrganization;
import io.integrationshub.contracts.MerchantOrganization;
import io.integrationshub.contracts.Templates;
import io.integrationshub.runtime.secrets.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Stores a page of a draft when all of it is valid; otherwise the draft stays as it was. */
@ApplicationScoped
public class SavePage {
    private final Drafts drafts;
    private final Secrets secrets;
    private final CommerceConfig commerce;
    private final AuditTrail audit;
    private final Clock clock;

    SavePage(Drafts drafts, Secrets secrets, CommerceConfig commerce, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.secrets = secrets;
        this.commerce = commerce;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The page is stored. */
        record Saved(Draft draft) implements Outcome {}

        /** Nothing is stored; all that is wrong with the page. */
        record Invalid(List<Violation> violations) implements Outcome {}

        /** The draft is not at the version the caller expects. */
        record Changed() implements Outcome {}

        /** The store has no such draft, or no more. */
        record Gone() implements Outcome {}
    }

    @Transactional
    public Outcome configuration(Edit edit, EnteredConfiguration entered) {
        return save(
                edit,
                PageName.CONFIGURATION,
                draft -> ConfigurationPage.check(
                        entered,
                        draft.kept(),
                        commerce.allowedOrigins(),
                        new SecretSealing(
                                secrets, draft.storeId(), draft.integrationId(), edit.actor(), clock.instant())),
                Pages::with);
    }

    @Transactional
    public Outcome buyer(Edit edit, Checked<BuyerOrganization> page) {
        return save(edit, PageName.BUYER_ORGANIZATION, draft -> page, Pages::with);
    }

    @Transactional
    public Outcome merchant(Edit edit, Checked<MerchantOrganization> page) {
        return save(edit, PageName.MERCHANT_ORGANIZATION, draft -> page, Pages::with);
    }

    @Transactional
    public Outcome templates(Edit edit, Checked<Templates> page) {
        return save(edit, PageName.TEMPLATES, draft -> page, Pages::with);
    }

    private <T> Outcome save(
            Edit edit, PageName name, Function<Draft, Checked<T>> check, BiFunction<Pages, T, Pages> store) {
        Draft draft = drafts.lock(edit.storeId(), edit.draftId()).orElse(null);
        if (draft == null) {
            return new Outcome.Gone();
        }
        if (!edit.expects().allows(draft.version())) {
            return new Outcome.Changed();
        }
        return switch (check.apply(draft)) {
            case Checked.Invalid<T>(List<Violation> violations) -> new Outcome.Invalid(violations);
            case Checked.Valid<T>(T page) ->
                new Outcome.Saved(stored(edit, name, draft, store.apply(draft.pages(), page)));
        };
    }

    private Draft stored(Edit edit, PageName name, Draft draft, Pages pages) {
        Instant now = clock.instant();
        Draft changed = draft.changed(pages, edit.actor(), now);
        drafts.update(changed);
        audit.add(new AuditEntry(
                edit.storeId(),
                draft.integrationId(),
                now,
                edit.actor(),
                AuditEntry.Action.PAGE_SAVED,
                name.path() + " of draft " + draft.id(),
                null));
        return changed;
    }
}
