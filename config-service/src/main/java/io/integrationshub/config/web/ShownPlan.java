package io.integrationshub.config.web;

import io.integrationshub.config.application.PlanDraft;
import io.integrationshub.contracts.Plan;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What Finish would do, as it is shown.
 *
 * @param version to finish with; null when there is no whole plan
 * @param plans of AWS and of Commerce; none when one of the two does not answer
 * @param seen what an earlier plan said, seal by seal; empty when there was none
 * @param notice why there is no plan, or why there is another one; empty for nothing
 */
public record ShownPlan(@Nullable String version, List<Plan> plans, Map<String, String> seen, String notice) {

    /** Headings, in the order in which they are shown. */
    enum Group {
        REPLACED("Deleted and made anew"),
        DELETED("Deleted"),
        CREATED("Created"),
        CHANGED("Changed"),
        LEFT("Left as it is");

        private final String heading;

        Group(String heading) {
            this.heading = heading;
        }

        static Group of(Plan.Change change) {
            List<String> actions = change.actions();
            if (actions.contains("delete")) {
                return actions.contains("create") ? REPLACED : DELETED;
            }
            return actions.contains("create") ? CREATED : actions.contains("update") ? CHANGED : LEFT;
        }
    }

    /** Resources of which the same becomes. */
    public record Section(String heading, List<Line> lines) {}

    /**
     * One resource.
     *
     * @param seal the same for as long as the plan says the same about it
     * @param news the plan that was looked at before said something else
     */
    public record Line(Plan.ResourceChange resource, String seal, boolean news) {}

    /** One member of a resource, before and after; an empty text for nothing. */
    public record Member(String name, String before, String after) {}

    static ShownPlan of(PlanDraft.Whole whole, Map<String, String> seen, String notice) {
        return new ShownPlan(whole.planVersion(), List.of(whole.aws(), whole.commerce()), seen, notice);
    }

    /** Without a plan, and why. */
    static ShownPlan none(String notice) {
        return new ShownPlan(null, List.of(), Map.of(), notice);
    }

    /** Everything the plan is about, under its headings. */
    public List<Section> sections() {
        Map<Group, List<Line>> lines = lines().stream()
                .collect(Collectors.groupingBy(line -> Group.of(line.resource().change())));
        return Arrays.stream(Group.values())
                .filter(lines::containsKey)
                .map(group -> new Section(group.heading, lines.get(group)))
                .toList();
    }

    /** All resources. */
    public List<Line> lines() {
        return plans.stream()
                .flatMap(plan -> plan.resourceChanges().stream())
                .map(resource -> {
                    String seal = Seal.of(resource);
                    return new Line(resource, seal, !seen.isEmpty() && !seal.equals(seen.get(resource.address())));
                })
                .toList();
    }

    /** Addresses that the plan looked at before spoke of, and this one does not. */
    public List<String> gone() {
        Map<String, String> left = new LinkedHashMap<>(seen);
        plans.forEach(plan -> plan.resourceChanges().forEach(resource -> left.remove(resource.address())));
        return List.copyOf(left.keySet());
    }

    /** Something is in the way: an execution would fail with it. */
    public boolean blocked() {
        return plans.stream().anyMatch(Plan::errored);
    }

    /** Calls that it cost, all of them reads. */
    public int reads() {
        return plans.stream().mapToInt(Plan::reads).sum();
    }
}
