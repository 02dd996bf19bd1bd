package io.integrationshub.config.domain;

/** What may be done with an integration at each stage of its life: one table for pages, REST and events. */
public final class Lifecycle {
    private static final Decision DELETED = new Decision.Refused(
            "INTEGRATION_DELETED", "The integration was deleted. Only its history is left; configure a new one.");
    private static final Decision STAYS = new Decision.Stays();

    private Lifecycle() {}

    /** What comes of a command. */
    public sealed interface Decision {

        /**
         * It is done.
         *
         * @param supersedes the execution that is at work gives way
         */
        record Goes(Stage next, boolean supersedes) implements Decision {}

        /** It is allowed and changes nothing here. */
        record Stays() implements Decision {}

        /**
         * Not now.
         *
         * @param code the machine's word
         * @param sentence why, and what to do first
         */
        record Refused(String code, String sentence) implements Decision {}
    }

    /** The table. */
    public static Decision decide(Stage stage, Command command) {
        return switch (command) {
            case BEGIN_DRAFT ->
                switch (stage) {
                    case ENABLED, WORKING, PAUSED, PAUSED_AT_WORK -> STAYS;
                    case DELETING, DELETION_FAILED, DELETED -> DELETED;
                };
            case FINISH ->
                switch (stage) {
                    case ENABLED -> goes(Stage.WORKING);
                    case WORKING -> supersedes(Stage.WORKING);
                    case PAUSED, PAUSED_AT_WORK -> paused("finish");
                    case DELETING, DELETION_FAILED, DELETED -> DELETED;
                };
            // Whether one still runs is known here later than to who asks, so a retry never waits for that.
            case RETRY ->
                switch (stage) {
                    case ENABLED -> goes(Stage.WORKING);
                    case WORKING -> supersedes(Stage.WORKING);
                    case PAUSED, PAUSED_AT_WORK -> paused("retry");
                    case DELETING -> supersedes(Stage.DELETING);
                    case DELETION_FAILED -> goes(Stage.DELETING);
                    case DELETED -> DELETED;
                };
            case HEAL ->
                switch (stage) {
                    case ENABLED -> goes(Stage.WORKING);
                    case WORKING ->
                        new Decision.Refused(
                                "EXECUTION_RUNNING",
                                "An execution is at work and may put it right. Look for drift again when it has ended.");
                    case PAUSED, PAUSED_AT_WORK -> paused("heal");
                    case DELETING, DELETION_FAILED, DELETED -> DELETED;
                };
            case PAUSE ->
                switch (stage) {
                    case ENABLED -> goes(Stage.PAUSED);
                    case WORKING -> goes(Stage.PAUSED_AT_WORK);
                    case PAUSED, PAUSED_AT_WORK -> STAYS;
                    case DELETING, DELETION_FAILED, DELETED -> DELETED;
                };
            case RESUME ->
                switch (stage) {
                    case ENABLED, WORKING -> STAYS;
                    case PAUSED -> goes(Stage.ENABLED);
                    case PAUSED_AT_WORK -> goes(Stage.WORKING);
                    case DELETING, DELETION_FAILED, DELETED -> DELETED;
                };
            case DELETE ->
                switch (stage) {
                    case ENABLED, DELETION_FAILED -> goes(Stage.DELETING);
                    case WORKING -> supersedes(Stage.DELETING);
                    case PAUSED, PAUSED_AT_WORK -> paused("delete it");
                    case DELETING, DELETED -> DELETED;
                };
        };
    }

    private static Decision goes(Stage next) {
        return new Decision.Goes(next, false);
    }

    private static Decision supersedes(Stage next) {
        return new Decision.Goes(next, true);
    }

    private static Decision paused(String then) {
        return new Decision.Refused("INTEGRATION_PAUSED", "The integration is paused. Resume it, then " + then + ".");
    }
}
