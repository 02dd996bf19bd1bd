package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Realm;
import io.integrationshub.contracts.WiredRealm;
import io.integrationshub.provisioner.domain.AppClientUpdate;
import io.integrationshub.provisioner.domain.CallbackUrls;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.ResetByOmission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a plan would do with the app client. */
@ApplicationScoped
class ClientChange {
    private static final String TYPE = "UserPoolClient";

    private final RenderedRequests requests;

    ClientChange(RenderedRequests requests) {
        this.requests = requests;
    }

    Shown of(PlanPreview.Subject subject, Observed seen) {
        String poolId = seen.poolOr(subject.region()).text("Id").orElseThrow();
        try {
            return seen.client() == null ? created(subject, poolId) : updated(subject, seen, poolId);
        } catch (ProvisioningException e) {
            return seen.client() == null
                    ? Shown.refused(TYPE, Shown.CREATE, null, e)
                    : Shown.refused(TYPE, Shown.UPDATE, AppClientUpdate.current(seen.client()), e);
        }
    }

    /** Made before the OIDC profiles, and completed when they and with them the callback endpoints exist. */
    private Shown created(PlanPreview.Subject subject, String poolId) {
        IntegrationSpec spec = subject.spec();
        Document created = requests.createClient(spec, poolId);
        Document fresh = created.without("GenerateSecret").with("ClientId", Unknowns.CLIENT_ID);
        Document template = requests.updateClient(spec, poolId, Unknowns.CLIENT_ID, callbacks(subject));
        Document body = AppClientUpdate.plan(fresh, template, spec.userPool().name(), List.of())
                .orElse(fresh);
        Map<String, Object> unknown = new LinkedHashMap<>(Unknowns.of(body));
        unknown.put("ClientSecret", true);
        return new Shown(
                TYPE,
                Shown.CREATE,
                null,
                body,
                unknown,
                List.of(Shown.once(60, "CreateUserPoolClient", created), Shown.safe(210, "UpdateUserPoolClient", body)),
                List.of());
    }

    private Shown updated(PlanPreview.Subject subject, Observed seen, String poolId) {
        IntegrationSpec spec = subject.spec();
        Document before = AppClientUpdate.current(seen.client());
        requests.createClient(spec, poolId);
        Document template =
                requests.updateClient(spec, poolId, before.text("ClientId").orElseThrow(), callbacks(subject));
        Optional<Document> body = AppClientUpdate.plan(
                seen.client(), template, spec.userPool().name(), subject.held().callbackUrls());
        Shown shown = Shown.updated(TYPE, before, body, 210, "UpdateUserPoolClient")
                .with(Findings.reset(ResetByOmission.ofClient(before, template, body.orElse(before))));
        return body.isPresent() && seen.search().imported() ? shown.as(Shown.IMPORT) : shown;
    }

    private static List<String> callbacks(PlanPreview.Subject subject) {
        Stream<Realm> realms = Stream.of(Realm.BUYER, Realm.MERCHANT)
                .filter(realm -> realm == Realm.BUYER
                        ? subject.spec().buyer().enabled()
                        : subject.spec().merchant().enabled());
        List<WiredRealm> wired = realms.map(realm -> subject.realms().stream()
                        .filter(known -> known.realm() == realm)
                        .findFirst()
                        .orElseGet(() -> Unknowns.wired(realm)))
                .toList();
        return CallbackUrls.wanted(wired, subject.spec().buyer());
    }
}
