package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.Ownership;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.UserPoolUpdate;
import io.integrationshub.runtime.steps.StepResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes sure that the user pool exists, once, and is as wanted. */
@ApplicationScoped
class UserPoolStep {
    private final PoolSearch search;
    private final ResourcePlans plans;

    UserPoolStep(PoolSearch search, ResourcePlans plans) {
        this.search = search;
        this.plans = plans;
    }

    /** The step 'Create User Pool' or 'Update User Pool'. */
    Document converge(Run run, ConnectionStep.Connection connection, Optional<Document> found) {
        UserPools pools = connection.cloud().userPools();
        return found.isPresent()
                ? update(run, connection.accountId(), pools, found.get())
                : create(run, connection.accountId(), pools);
    }

    /** The step 'List User Pool'. */
    Optional<Document> find(Run run, UserPools pools) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("name", run.spec().userPool().name());
        if (run.spec().userPool().existingPoolId() != null) {
            input.put("existingPoolId", run.spec().userPool().existingPoolId());
        }
        return run.trail().step("List User Pool", 30, input, () -> {
            PoolSearch.Found found = search.find(PoolSearch.Sought.of(run), pools);
            Map<String, Object> output = new LinkedHashMap<>();
            output.put("count", found.listed());
            found.asOptional().ifPresent(pool -> output.put("userPoolId", id(pool)));
            if (found.imported()) {
                output.put("adopted", true);
            }
            return StepResult.read(found.asOptional(), output);
        });
    }

    private Document create(Run run, String accountId, UserPools pools) {
        Map<String, Object> input = Map.of("name", run.spec().userPool().name());
        return run.trail().step("Create User Pool", 40, input, () -> {
            Document request = plans.newPool(run.spec(), run.state().integrationId());
            Document pool = createOnce(run, accountId, pools, request);
            requireTagged(run, pool);
            run.remember(held -> held.poolHeld(accountId, run.spec().aws().region(), id(pool), true));
            return new StepResult<>(pool, 1, output(pool));
        });
    }

    private Document createOnce(Run run, String accountId, UserPools pools, Document request) {
        String region = run.spec().aws().region();
        try {
            return run.write(
                    held -> held.poolIntended(
                            accountId, region, run.spec().userPool().name()),
                    () -> pools.create(request));
        } catch (ProvisioningException e) {
            if (!e.unknownOutcome()) {
                throw e;
            }
            // The pool may have been made all the same. If it is not to be seen now, the next try looks again before it
            // creates.
            return search.settle(PoolSearch.Sought.of(run), pools).asOptional().orElseThrow(() -> e);
        }
    }

    private Document update(Run run, String accountId, UserPools pools, Document found) {
        Map<String, Object> input = Map.of("userPoolId", id(found));
        return run.trail().step("Update User Pool", 40, input, () -> {
            boolean ownMake = !id(found).equals(run.spec().userPool().existingPoolId());
            run.remember(held -> held.poolHeld(accountId, run.spec().aws().region(), id(found), ownMake));
            ResourcePlans.PoolUpdate plan =
                    plans.poolUpdate(run.spec(), run.state().integrationId(), found);
            Optional<Document> body = plan.body();
            if (body.isEmpty()) {
                return new StepResult<>(found, 0, output(found));
            }
            run.write(held -> held, () -> {
                pools.update(body.get());
                return found;
            });
            Document updated = pools.describe(id(found)).orElse(found);
            requireTagged(run, updated);
            warnOfWhatIsLeft(run, updated, plan(run, updated, plan.template()));
            return new StepResult<>(updated, 1, output(updated));
        });
    }

    private static Optional<Document> plan(Run run, Document pool, Document template) {
        return UserPoolUpdate.plan(
                pool, template, run.spec().userPool().name(), run.state().integrationId());
    }

    /** Somebody else may have changed the pool in the same moment, or AWS keeps another value than it was sent. */
    private static void warnOfWhatIsLeft(Run run, Document pool, Optional<Document> left) {
        left.ifPresent(body -> {
            List<String> paths = UserPoolUpdate.differences(UserPoolUpdate.current(pool), body);
            run.warn("After the update these members of the user pool are not as wanted: " + String.join(", ", paths));
        });
    }

    /** Without its tag a pool could not be found again after a crash, and a second one would be made. */
    private static void requireTagged(Run run, Document pool) {
        if (!Ownership.isOurs(pool, run.state().integrationId())) {
            throw ProvisioningException.input(
                    "ENDPOINT_UNSUPPORTED",
                    "This endpoint does not show the tags of user pool " + id(pool)
                            + ", by which the hub finds its pools",
                    "aws-endpoint");
        }
    }

    private static Map<String, Object> output(Document pool) {
        return Map.of("userPoolId", id(pool), "arn", pool.text("Arn").orElse(""));
    }

    private static String id(Document pool) {
        return pool.text("Id").orElseThrow();
    }
}
