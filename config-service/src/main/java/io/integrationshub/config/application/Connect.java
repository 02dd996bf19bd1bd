package io.integrationshub.config.application;

import io.integrationshub.config.domain.Checked;
import io.integrationshub.config.domain.Draft;
import io.integrationshub.config.domain.EnteredConfiguration;
import io.integrationshub.config.domain.EnteredKeys;
import io.integrationshub.config.domain.SignInHost;
import io.integrationshub.config.domain.Violation;
import io.integrationshub.contracts.Failure;
import io.integrationshub.runtime.secrets.Secrets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The button Connect: tries keys before the page is saved. What was typed is kept with the draft, secrets sealed, before anybody is
 * asked, so that neither a refusal nor a crash loses it. No transaction is open while the other service works.
 */
@ApplicationScoped
public class Connect {
    private final Drafts drafts;
    private final AwsQuestions aws;
    private final CommerceQuestions commerce;
    private final Secrets secrets;
    private final CommerceConfig config;
    private final Clock clock;

    Connect(
            Drafts drafts,
            AwsQuestions aws,
            CommerceQuestions commerce,
            Secrets secrets,
            CommerceConfig config,
            Clock clock) {
        this.drafts = drafts;
        this.aws = aws;
        this.commerce = commerce;
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome<R> {

        /** There is an answer, which may be that the keys do not work. */
        record Answered<R>(Draft draft, R report) implements Outcome<R> {}

        /** Nobody was asked; all that is wrong with what was typed. */
        record Invalid<R>(List<Violation> violations) implements Outcome<R> {}

        /** The draft is not at the version the caller expects. */
        record Changed<R>() implements Outcome<R> {}

        /** The store has no such draft, or no more. */
        record Gone<R>() implements Outcome<R> {}
    }

    /**
     * Tries AWS keys.
     *
     * @param domainPrefix whose availability is asked for; null for none
     * @param userPoolId an existing pool to try the rights on; null for none
     * @throws ServiceSilentException when provisioner-service does not answer; what was typed is kept all the same
     */
    public Outcome<AwsQuestions.Connection> aws(
            Edit edit, EnteredConfiguration.Aws entered, @Nullable String domainPrefix, @Nullable String userPoolId) {
        return tried(
                edit,
                draft -> EnteredKeys.Aws.check(entered, draft.kept(), sealing(edit, draft)),
                EnteredKeys::with,
                new Question<>(
                        (draft, keys) -> aws.connect(
                                draft.integrationId(), keys, blankIsNull(domainPrefix), blankIsNull(userPoolId)),
                        report -> answer(report.ok(), report.failure()),
                        EnteredKeys::tried));
    }

    /**
     * Tries an application key of Commerce.
     *
     * @throws ServiceSilentException when commerce-sso-service does not answer; what was typed is kept all the same
     */
    public Outcome<CommerceQuestions.Connection> commerce(Edit edit, EnteredConfiguration.Commerce entered) {
        return tried(
                edit,
                draft -> EnteredKeys.Commerce.check(
                        entered, draft.kept(), config.allowedOrigins(), sealing(edit, draft)),
                EnteredKeys::with,
                new Question<>(
                        (draft, keys) -> commerce.connect(
                                draft.integrationId(),
                                keys,
                                draft.awsKeys().map(EnteredKeys.Aws::region).orElse(null)),
                        report -> answer(report.ok(), report.failure()),
                        EnteredKeys::tried));
    }

    /**
     * Whether a domain prefix can be had, with the keys the draft has by now.
     *
     * @return status UNKNOWN while there are no keys; {@code signInHost} null when the prefix is no prefix
     */
    public Outcome<AwsQuestions.Domain> domain(
            String storeId, UUID draftId, @Nullable String prefix, @Nullable String region) {
        Draft draft = drafts.find(storeId, draftId).orElse(null);
        if (draft == null) {
            return new Outcome.Gone<>();
        }
        EnteredKeys.Aws keys = draft.awsKeys().orElse(null);
        String entered = blankIsNull(region);
        String where = entered == null && keys != null ? keys.region() : entered;
        String host = SignInHost.of(prefix, where);
        if (host == null) {
            return new Outcome.Invalid<>(SignInHost.violations(prefix, where));
        }
        String valid = host.substring(0, host.indexOf('.'));
        if (keys == null || !keys.region().equals(where)) {
            return new Outcome.Answered<>(draft, new AwsQuestions.Domain(valid, host, "UNKNOWN"));
        }
        AwsQuestions.Domain found =
                aws.connect(draft.integrationId(), keys, valid, null).domain();
        return new Outcome.Answered<>(
                draft, new AwsQuestions.Domain(valid, host, found == null ? "UNKNOWN" : found.status()));
    }

    /** What is asked, what its answer means, and where that is noted. */
    private record Question<K, R>(BiFunction<Draft, K, R> ask, Function<R, EnteredKeys.Tried> meaning, Note<K> note) {}

    /** Notes an answer to these keys. */
    private interface Note<K> {
        EnteredKeys note(EnteredKeys all, K keys, EnteredKeys.Tried answer);
    }

    private <K, R> Outcome<R> tried(
            Edit edit,
            Function<Draft, Checked<K>> check,
            BiFunction<EnteredKeys, K, EnteredKeys> keep,
            Question<K, R> question) {
        Entered<K> entered = QuarkusTransaction.requiringNew().call(() -> enter(edit, check, keep));
        return switch (entered) {
            case Entered.Gone<K>() -> new Outcome.Gone<>();
            case Entered.Changed<K>() -> new Outcome.Changed<>();
            case Entered.Invalid<K>(List<Violation> violations) -> new Outcome.Invalid<>(violations);
            case Entered.Kept<K>(Draft draft, K keys) -> {
                R report = question.ask().apply(draft, keys);
                EnteredKeys.Tried answer = question.meaning().apply(report);
                yield QuarkusTransaction.requiringNew()
                        .call(() -> drafts.lock(edit.storeId(), edit.draftId())
                                .<Outcome<R>>map(now -> new Outcome.Answered<>(
                                        stored(edit, now, question.note().note(now.keys(), keys, answer)), report))
                                .orElseGet(Outcome.Gone::new));
            }
        };
    }

    /** What came of the first half. */
    private sealed interface Entered<K> {
        record Kept<K>(Draft draft, K keys) implements Entered<K> {}

        record Invalid<K>(List<Violation> violations) implements Entered<K> {}

        record Changed<K>() implements Entered<K> {}

        record Gone<K>() implements Entered<K> {}
    }

    private <K> Entered<K> enter(
            Edit edit, Function<Draft, Checked<K>> check, BiFunction<EnteredKeys, K, EnteredKeys> keep) {
        Draft draft = drafts.lock(edit.storeId(), edit.draftId()).orElse(null);
        if (draft == null) {
            return new Entered.Gone<>();
        }
        if (!edit.expects().allows(draft.version())) {
            return new Entered.Changed<>();
        }
        return switch (check.apply(draft)) {
            case Checked.Invalid<K>(List<Violation> violations) -> new Entered.Invalid<>(violations);
            case Checked.Valid<K>(K keys) ->
                new Entered.Kept<>(stored(edit, draft, keep.apply(draft.keys(), keys)), keys);
        };
    }

    private Draft stored(Edit edit, Draft draft, EnteredKeys keys) {
        if (keys.equals(draft.keys())) {
            return draft;
        }
        Draft changed = draft.changed(keys, edit.actor(), clock.instant());
        drafts.update(changed);
        return changed;
    }

    private EnteredKeys.Tried answer(boolean ok, @Nullable Failure failure) {
        return new EnteredKeys.Tried(clock.instant(), ok, failure == null ? null : failure.message());
    }

    private SecretSealing sealing(Edit edit, Draft draft) {
        return new SecretSealing(secrets, draft.storeId(), draft.integrationId(), edit.actor(), clock.instant());
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
