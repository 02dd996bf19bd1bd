package io.integrationshub.provisioner.application;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.DomainPlan;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.UserPoolDomain;
import io.integrationshub.runtime.steps.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes sure that the pool has its domain, and that the sign-in pages on it are active. */
@ApplicationScoped
class DomainStep {
    private final ProvisionerConfig config;
    private final Pause pause;

    DomainStep(ProvisionerConfig config, Pause pause) {
        this.config = config;
        this.pause = pause;
    }

    /** The step 'User Pool Domain'. */
    UserPoolDomain converge(Run run, Cloud cloud, Document pool) {
        String prefix = run.spec().userPool().domainPrefix();
        return run.trail().step("User Pool Domain", 50, Map.of("domainPrefix", prefix), () -> {
            UserPoolDomains domains = cloud.domains();
            Optional<UserPoolDomain> owner = domains.describe(prefix);
            int before = run.state().writes();
            switch (DomainPlan.of(pool, prefix, owner.orElse(null))) {
                case DomainPlan.Present present -> {}
                case DomainPlan.Create create ->
                    create(run, domains, wanted(run, cloud, prefix, id(pool)), announced(run));
                case DomainPlan.Moved moved ->
                    move(run, domains, moved.presentPrefix(), wanted(run, cloud, prefix, id(pool)));
                case DomainPlan.Taken taken ->
                    throw owner.filter(UserPoolDomain::isBeingDeleted).isPresent()
                            ? beingDeleted(prefix)
                            : taken(prefix, run.spec().aws().region());
            }
            UserPoolDomain active = awaitActive(domains, prefix);
            Map<String, Object> output = new LinkedHashMap<>();
            output.put("domainPrefix", prefix);
            output.put("status", active.status());
            return new StepResult<>(active, run.state().writes() - before, output);
        });
    }

    /** A domain to be made. */
    private record Wanted(String prefix, String userPoolId, int managedLoginVersion) {}

    /** Seen each time anew, so that a run that died between the two halves of a move makes the same one. */
    private static Wanted wanted(Run run, Cloud cloud, String prefix, String userPoolId) {
        HostedUi look = run.spec().userPool().hostedUi();
        String clientId = run.holdings().clientId();
        boolean styled = look == null
                && clientId != null
                && cloud.brandings().shown(userPoolId, clientId).isPresent();
        return new Wanted(prefix, userPoolId, UserPoolDomain.version(look, styled));
    }

    private void move(Run run, UserPoolDomains domains, String present, Wanted wanted) {
        if (!run.spec().userPool().replaceDomain()) {
            throw moved(present, wanted.prefix());
        }
        run.warn("The domain " + present + " is deleted, as was agreed; nobody can sign in until " + wanted.prefix()
                + " is active");
        remove(run, domains, present, wanted.userPoolId());
        create(run, domains, wanted, Optional.of(present));
    }

    /** What the pool had before a move that was interrupted after its first half. */
    private static Optional<String> announced(Run run) {
        return run.spec().userPool().replaceDomain()
                ? Optional.ofNullable(run.holdings().userPool()).map(UserPool::domainPrefix)
                : Optional.empty();
    }

    /** Deletes a domain and waits until it is gone; a new one is refused until then, and so is the deletion of its pool. */
    void remove(Run run, UserPoolDomains domains, String prefix, String userPoolId) {
        run.write(held -> held, () -> {
            domains.delete(prefix, userPoolId);
            return prefix;
        });
        long deadline = System.nanoTime() + config.domainWait().toNanos();
        while (isOurs(domains, prefix, userPoolId)) {
            if (System.nanoTime() - deadline > 0) {
                throw beingDeleted(prefix);
            }
            pause.of(config.pollInterval());
        }
    }

    /**
     * Sent once. "Taken" and silence are settled by looking: an earlier create of ours may have got through.
     *
     * @param former domain that was given up for this one, and that the pool gets back when this one is taken
     */
    private static void create(Run run, UserPoolDomains domains, Wanted wanted, Optional<String> former) {
        String prefix = wanted.prefix();
        try {
            run.write(held -> held, () -> {
                domains.create(prefix, wanted.userPoolId(), wanted.managedLoginVersion());
                return prefix;
            });
        } catch (ProvisioningException e) {
            boolean taken = e.failure().code().equals("DOMAIN_TAKEN");
            if (!taken && !e.unknownOutcome()) {
                throw e;
            }
            if (!isOurs(domains, prefix, wanted.userPoolId())) {
                if (taken) {
                    former.filter(name -> !name.equals(prefix))
                            .ifPresent(name -> restore(
                                    run, domains, new Wanted(name, wanted.userPoolId(), wanted.managedLoginVersion())));
                }
                throw taken ? taken(prefix, run.spec().aws().region()) : e;
            }
        }
    }

    /** Whether another account has a name is known only when it is asked for, and by then the former domain is deleted. */
    private static void restore(Run run, UserPoolDomains domains, Wanted former) {
        try {
            run.write(held -> held, () -> {
                domains.create(former.prefix(), former.userPoolId(), former.managedLoginVersion());
                return former;
            });
            run.warn("The new domain is taken, so the former one, " + former.prefix() + ", was made again");
        } catch (ProvisioningException e) {
            run.warn("The new domain is taken, and the former one, " + former.prefix() + ", could not be made again: "
                    + e.failure().message());
        }
    }

    private static boolean isOurs(UserPoolDomains domains, String prefix, String userPoolId) {
        return domains.describe(prefix)
                .filter(domain -> domain.userPoolId().equals(userPoolId))
                .isPresent();
    }

    private UserPoolDomain awaitActive(UserPoolDomains domains, String prefix) {
        long deadline = System.nanoTime() + config.domainWait().toNanos();
        while (true) {
            Optional<UserPoolDomain> domain = domains.describe(prefix);
            if (domain.filter(UserPoolDomain::isActive).isPresent()) {
                return domain.get();
            }
            if (domain.filter(UserPoolDomain::isBroken).isPresent()) {
                throw ProvisioningException.conflict(
                        "DOMAIN_BROKEN",
                        "Amazon Cognito says " + domain.get().status() + " of the domain " + prefix
                                + ". Delete it in the AWS console and retry, or choose another User Pool Domain Name",
                        "domain-broken");
            }
            if (System.nanoTime() - deadline > 0) {
                throw ProvisioningException.hub(
                        ErrorClass.TRANSIENT,
                        "DOMAIN_NOT_ACTIVE",
                        "The domain " + prefix + " was not active after "
                                + config.domainWait().toSeconds() + " seconds; it is looked at again",
                        "wait");
            }
            pause.of(config.pollInterval());
        }
    }

    static ProvisioningException moved(String present, String wanted) {
        return ProvisioningException.conflict(
                "DOMAIN_MOVE",
                "The user pool has the domain " + present + ", not " + wanted + ". The hub does not move a domain by"
                        + " itself, as nobody could sign in meanwhile and links to it would die. Put the User Pool Domain"
                        + " Name back to " + present + ", or agree to the replacement of the domain",
                "domain-move");
    }

    private static ProvisioningException beingDeleted(String prefix) {
        return ProvisioningException.hub(
                ErrorClass.TRANSIENT,
                "DOMAIN_BEING_DELETED",
                "The domain " + prefix + " is still being deleted; it is looked at again",
                "wait");
    }

    static ProvisioningException taken(String prefix, String region) {
        return ProvisioningException.conflict(
                "DOMAIN_TAKEN",
                "The User Pool Domain Name " + prefix + " is taken in " + region
                        + ", by this or another AWS account. Choose another one",
                "domain-taken");
    }

    private static String id(Document pool) {
        return pool.text("Id").orElseThrow();
    }
}
